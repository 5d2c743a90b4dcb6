package fr.passerelle.api.linkeddata.dcat;

import java.io.OutputStream;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;

/** A concrete syntax of RDF with named graphs, always in UTF-8. */
enum QuadFormat {
  /** RDF 1.1 TriG, W3C, 2014. */
  TRIG("application/trig"),
  /** RDF 1.1 N-Quads, W3C, 2014. */
  N_QUADS("application/n-quads");

  private final String mediaType;

  QuadFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  StreamRDF open(OutputStream out) {
    return switch (this) {
      case TRIG -> StreamRDFWriter.getWriterStream(out, RDFFormat.TRIG_BLOCKS);
      case N_QUADS -> StreamRDFWriter.getWriterStream(out, RDFFormat.NQUADS);
    };
  }
}
