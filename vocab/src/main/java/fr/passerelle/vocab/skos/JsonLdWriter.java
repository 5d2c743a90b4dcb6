package fr.passerelle.vocab.skos;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/** Writes JSON-LD 1.1: one inline context, then one node object a subject in {@code @graph}. */
final class JsonLdWriter extends SubjectWriter {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final Pattern BOOLEAN = Pattern.compile("true|false");
  private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,14}");

  private final JsonLdContext context;
  private final JsonGenerator json;

  JsonLdWriter(OutputStream out, JsonLdContext context) throws IOException {
    this.context = context;
    json = FACTORY.createGenerator(out, JsonEncoding.UTF8);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    // The line feed is said, else it would be the machine's own: same release, same bytes.
    json.setPrettyPrinter(
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter(" ", "\n")));
  }

  @Override
  void begin() throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("@context");
    for (Map.Entry<String, String> prefix : context.prefixes().entrySet()) {
      json.writeStringField(prefix.getKey(), prefix.getValue());
    }
    for (Map.Entry<String, String> term : context.coercions().entrySet()) {
      json.writeFieldName(term.getKey());
      json.writeRawValue(term.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("@graph");
  }

  @Override
  void describe(Node node, Map<Node, List<Node>> objects) throws IOException {
    json.writeStartObject();
    json.writeStringField("@id", id(node));
    for (Map.Entry<Node, List<Node>> statement : objects.entrySet()) {
      property(statement.getKey(), statement.getValue());
    }
    json.writeEndObject();
  }

  @Override
  void end() throws IOException {
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
  }

  private void property(Node predicate, List<Node> objects) throws IOException {
    String name = context.name(predicate.getURI());
    if (predicate.equals(RDF.type.asNode())) {
      json.writeFieldName("@type");
      strings(objects.stream().map(node -> context.name(node.getURI())).toList());
    } else if (!context.isText(name)) {
      json.writeFieldName(name);
      values(name, objects);
    } else if (objects.stream().allMatch(object -> object.isLiteral() && hasLanguage(object))) {
      json.writeFieldName(name);
      languages(objects);
    } else {
      // The whole IRI is no term of the context, so that any value may follow it.
      json.writeFieldName(predicate.getURI());
      values(predicate.getURI(), objects);
    }
  }

  private void languages(List<Node> objects) throws IOException {
    Map<String, List<String>> byLanguage =
        objects.stream()
            .collect(
                Collectors.groupingBy(
                    Node::getLiteralLanguage,
                    TreeMap::new,
                    Collectors.mapping(Node::getLiteralLexicalForm, Collectors.toList())));
    json.writeStartObject();
    for (Map.Entry<String, List<String>> language : byLanguage.entrySet()) {
      json.writeFieldName(language.getKey());
      strings(language.getValue());
    }
    json.writeEndObject();
  }

  private void strings(List<String> strings) throws IOException {
    if (strings.size() == 1) {
      json.writeString(strings.getFirst());
      return;
    }
    json.writeStartArray();
    for (String string : strings) {
      json.writeString(string);
    }
    json.writeEndArray();
  }

  private void values(String name, List<Node> objects) throws IOException {
    boolean many = objects.size() > 1;
    if (many) {
      json.writeStartArray();
    }
    for (Node object : objects) {
      value(name, object);
    }
    if (many) {
      json.writeEndArray();
    }
  }

  private void value(String name, Node object) throws IOException {
    if (object.isLiteral()) {
      literal(name, object);
    } else if (context.isResource(name)) {
      json.writeString(id(object));
    } else {
      pair("@id", id(object), "", "");
    }
  }

  private String id(Node node) {
    return node.isBlank() ? "_:" + label(node) : node.getURI();
  }

  private void literal(String name, Node literal) throws IOException {
    String value = literal.getLiteralLexicalForm();
    String type = literal.getLiteralDatatypeURI();
    if (hasLanguage(literal)) {
      pair("@value", value, "@language", literal.getLiteralLanguage());
    } else if (isNative(type, value)) {
      json.writeRawValue(value);
    } else if (!type.equals(XSD.xstring.getURI())) {
      pair("@value", value, "@type", context.name(type));
    } else if (context.isResource(name)) {
      pair("@value", value, "", "");
    } else {
      json.writeString(value);
    }
  }

  private void pair(String key, String value, String otherKey, String other) throws IOException {
    json.writeStartObject();
    json.writeStringField(key, value);
    if (!otherKey.isEmpty()) {
      json.writeStringField(otherKey, other);
    }
    json.writeEndObject();
  }

  private static boolean hasLanguage(Node literal) {
    return !literal.getLiteralLanguage().isEmpty();
  }

  /** Whether JSON has the value itself: a boolean, or a whole number in its canonical form. */
  private static boolean isNative(String type, String value) {
    return (type.equals(XSD.xboolean.getURI()) && BOOLEAN.matcher(value).matches())
        || (type.equals(XSD.integer.getURI()) && INTEGER.matcher(value).matches());
  }
}
