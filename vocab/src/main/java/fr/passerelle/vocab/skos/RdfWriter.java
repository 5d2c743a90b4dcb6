package fr.passerelle.vocab.skos;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;

/** Writes triples in any format, their names shortened by given prefixes. */
public final class RdfWriter {
  private final JsonLdContext context;

  RdfWriter(JsonLdContext context) {
    this.context = context;
  }

  /**
   * A writer.
   *
   * @param prefixes namespaces by prefix, in the order in which documents declare them
   * @param resources prefixed names of properties whose values JSON-LD may write as bare IRIs,
   *     separated by blanks
   */
  public RdfWriter(Map<String, String> prefixes, String resources) {
    this(new JsonLdContext(prefixes, resources, ""));
  }

  /**
   * Writes those parts one after the other; the triples of one subject must follow one another. The
   * stream is flushed and left open.
   *
   * @throws IOException where the stream fails
   */
  public void write(RdfFormat format, OutputStream out, Stream<List<Triple>> parts)
      throws IOException {
    try {
      StreamRDF sink = format.open(out, context);
      sink.start();
      context.prefixes().forEach(sink::prefix);
      parts.forEach(part -> part.forEach(sink::triple));
      sink.finish();
      out.flush();
    } catch (RuntimeIOException | UncheckedIOException e) {
      throw new IOException(e);
    }
  }
}
