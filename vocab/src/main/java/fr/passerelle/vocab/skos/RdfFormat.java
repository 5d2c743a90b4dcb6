package fr.passerelle.vocab.skos;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;

/** A concrete syntax of RDF that we write, always in UTF-8. */
public enum RdfFormat {
  /** RDF 1.1 Turtle, W3C, 2014. */
  TURTLE("ttl", "text/turtle"),
  /** JSON-LD 1.1, W3C, 2020, with one inline context. */
  JSON_LD("jsonld", "application/ld+json"),
  /** RDF 1.1 XML Syntax, W3C, 2014. */
  RDF_XML("rdf", "application/rdf+xml"),
  /** RDF 1.1 N-Triples, W3C, 2014. */
  N_TRIPLES("nt", "application/n-triples");

  private final String extension;
  private final String mediaType;

  RdfFormat(String extension, String mediaType) {
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /** File extension, without dot. */
  public String extension() {
    return extension;
  }

  /** Media type, without parameters. */
  public String mediaType() {
    return mediaType;
  }

  /** The format of that file extension, if it is one of ours. */
  public static Optional<RdfFormat> find(String extension) {
    return Arrays.stream(values()).filter(format -> format.extension.equals(extension)).findFirst();
  }

  /** A writer that sends each subject out as soon as the next one comes. */
  StreamRDF open(OutputStream out, JsonLdContext context) throws IOException {
    return switch (this) {
      case TURTLE -> new TurtleWriter(out, context.prefixes());
      case N_TRIPLES -> StreamRDFWriter.getWriterStream(out, RDFFormat.NTRIPLES);
      case RDF_XML -> new RdfXmlWriter(out, context.prefixes());
      case JSON_LD -> new JsonLdWriter(out, context);
    };
  }
}
