package fr.passerelle.vocab.skos;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.io.StringWriterI;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFormatter;
import org.apache.jena.riot.out.NodeFormatterTTL;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/**
 * Streaming Turtle, a block for each subject.
 *
 * <p>Jena's own writer formats each term anew, character by character. In what is written here a
 * few terms come again and again, and most others are plain: a text without quotes, an address that
 * no prefix shortens. The rest is left to Jena, which knows all the rules.
 */
final class TurtleWriter extends SubjectWriter {
  /** Terms kept as they are written: those of a page, but not all of a dump. */
  private static final int KEPT = 4_096;

  /** ASCII characters that an IRI cannot hold as they are. */
  private static final boolean[] ESCAPED = new boolean[1 << 7];

  static {
    Arrays.fill(ESCAPED, 0, ' ' + 1, true);
    "<>\"{}|^`\\".chars().forEach(each -> ESCAPED[each] = true);
  }

  private final Writer out;
  private final Map<String, String> prefixes;
  private final Set<String> namespaces;
  private final NodeFormatter formatter;
  private final Map<Node, String> kept = new HashMap<>();

  TurtleWriter(OutputStream out, Map<String, String> prefixes) {
    this.out = new UnlockedWriter(out);
    this.prefixes = prefixes;
    namespaces = new HashSet<>(prefixes.values());
    PrefixMap map = PrefixMapFactory.create();
    prefixes.forEach(map::add);
    formatter = new NodeFormatterTTL("", map);
  }

  /** By {@code @prefix}, which the readers of 2008 know too. */
  @Override
  void begin() throws IOException {
    for (Map.Entry<String, String> each : prefixes.entrySet()) {
      out.write("@prefix " + each.getKey() + ": <" + each.getValue() + "> .\n");
    }
  }

  @Override
  void describe(Node node, Map<Node, List<Node>> objects) throws IOException {
    out.write('\n');
    term(node);
    String before = "\n    ";
    for (Map.Entry<Node, List<Node>> each : objects.entrySet()) {
      out.write(before);
      if (each.getKey().equals(RDF.Nodes.type)) {
        out.write('a');
      } else {
        out.write(formatted(each.getKey()));
      }
      out.write(' ');
      Iterator<Node> values = each.getValue().iterator();
      term(values.next());
      while (values.hasNext()) {
        out.write(" , ");
        term(values.next());
      }
      before = " ;\n    ";
    }
    out.write(" .\n");
  }

  @Override
  void end() throws IOException {
    out.flush();
  }

  private void term(Node node) throws IOException {
    if (node.isBlank()) {
      out.write("_:");
      out.write(label(node));
    } else if (node.isURI() && isPlain(node.getURI())) {
      out.write('<');
      out.write(node.getURI());
      out.write('>');
    } else if (node.isLiteral() && isText(node)) {
      text(node);
    } else {
      out.write(formatted(node));
    }
  }

  /** Whether no prefix may shorten an address, and nothing in it is to be escaped. */
  private boolean isPlain(String uri) {
    int cut = 0;
    for (int i = 0; i < uri.length(); i++) {
      char c = uri.charAt(i);
      if (c == '/' || c == '#') {
        cut = i + 1;
      } else if (c > '~' || ESCAPED[c]) {
        return false;
      }
    }
    return !namespaces.contains(uri.substring(0, cut));
  }

  private static boolean isText(Node literal) {
    return !literal.getLiteralLanguage().isEmpty()
        ? literal.getLiteralBaseDirection() == null
        : literal.getLiteralDatatypeURI().equals(XSD.xstring.getURI());
  }

  private void text(Node literal) throws IOException {
    String text = literal.getLiteralLexicalForm();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c) || c == '\u007f') {
        out.write(formatted(literal));
        return;
      }
    }
    out.write('"');
    out.write(text);
    out.write('"');
    if (!literal.getLiteralLanguage().isEmpty()) {
      out.write('@');
      out.write(literal.getLiteralLanguage());
    }
  }

  private String formatted(Node node) {
    String known = kept.get(node);
    if (known != null) {
      return known;
    }
    StringWriterI text = new StringWriterI();
    formatter.format(text, node);
    String made = text.toString();
    if (kept.size() < KEPT && !(node.isLiteral() && isText(node))) {
      kept.put(node, made);
    }
    return made;
  }
}
