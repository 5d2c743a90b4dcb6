package fr.passerelle.vocab.skos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.jspecify.annotations.Nullable;

/**
 * A streaming writer for a syntax that Jena writes from a whole graph only.
 *
 * <p>Triples of one subject must follow one another: they are held until the subject changes. Blank
 * nodes are named by number, in the order in which they come. Failures of the stream below are
 * thrown as {@link UncheckedIOException}, as the methods of Jena's interface declare none.
 */
abstract sealed class SubjectWriter extends StreamRDFBase
    permits RdfXmlWriter, JsonLdWriter, TurtleWriter {
  private final Map<Node, List<Node>> statements = new LinkedHashMap<>();
  private final Map<Node, String> blanks = new HashMap<>();
  private @Nullable Node subject;

  /** What comes before the first subject. */
  abstract void begin() throws IOException;

  /** One subject with its objects by predicate. */
  abstract void describe(Node node, Map<Node, List<Node>> objects) throws IOException;

  /** What comes after the last subject; flushes, but does not close what was not opened here. */
  abstract void end() throws IOException;

  @Override
  public final void start() {
    checked(this::begin);
  }

  @Override
  public final void triple(Triple triple) {
    if (!triple.getSubject().equals(subject)) {
      release();
      subject = triple.getSubject();
    }
    Node object = triple.getObject();
    statements.computeIfAbsent(triple.getPredicate(), p -> new ArrayList<>()).add(object);
  }

  @Override
  public final void finish() {
    release();
    checked(this::end);
  }

  private void release() {
    Node held = subject;
    if (held != null) {
      checked(() -> describe(held, statements));
      statements.clear();
    }
  }

  /** Label of a blank node in this document: {@code b0}, {@code b1}, ... */
  final String label(Node blank) {
    return blanks.computeIfAbsent(blank, absent -> "b" + blanks.size());
  }

  private static void checked(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A part of the writing. */
  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }
}
