package fr.passerelle.vocab.skos;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;

/** Graphs made of triples, and read back from what was written. */
final class Graphs {
  private Graphs() {}

  /** Something that writes a document. */
  @FunctionalInterface
  interface Document {
    void write(RdfFormat format, OutputStream out) throws IOException;
  }

  static byte[] bytes(RdfFormat format, Document document) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      document.write(format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Read by Jena's own parser, which is told to take a warning for an error. */
  static Graph parse(RdfFormat format, byte[] bytes) {
    return RDFParser.create()
        .source(new ByteArrayInputStream(bytes))
        .lang(lang(format))
        .errorHandler(ErrorHandlerFactory.errorHandlerStrict)
        .toGraph();
  }

  static Graph of(List<Triple> triples) {
    Graph graph = GraphFactory.createDefaultGraph();
    triples.forEach(graph::add);
    return graph;
  }

  private static Lang lang(RdfFormat format) {
    return switch (format) {
      case TURTLE -> Lang.TURTLE;
      case JSON_LD -> Lang.JSONLD;
      case RDF_XML -> Lang.RDFXML;
      case N_TRIPLES -> Lang.NTRIPLES;
    };
  }
}
