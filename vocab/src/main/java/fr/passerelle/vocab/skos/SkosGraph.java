package fr.passerelle.vocab.skos;

import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.source.Findings;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** Questions asked of a graph of SKOS; answers are always in the same order. */
final class SkosGraph {
  private static final Node VALUE = RDF.value.asNode();

  private static final List<Property> OF_CONCEPTS =
      List.of(
          SKOS.semanticRelation,
          SKOS.broader,
          SKOS.narrower,
          SKOS.related,
          SKOS.broaderTransitive,
          SKOS.narrowerTransitive,
          SKOS.exactMatch,
          SKOS.closeMatch,
          SKOS.broadMatch,
          SKOS.narrowMatch,
          SKOS.relatedMatch,
          SKOS.topConceptOf,
          SKOS.hasTopConcept);

  private final Graph graph;
  private final String file;
  private final Findings findings;

  SkosGraph(Graph graph, String file, Findings findings) {
    this.graph = graph;
    this.file = file;
    this.findings = findings;
  }

  /** Place of a resource for messages: a graph has no lines. */
  String place(String uri) {
    return file + " <" + uri + ">";
  }

  /** URIs of that class. */
  Set<String> ofType(Node type) {
    return uris(graph.stream(null, RDF.type.asNode(), type).map(Triple::getSubject));
  }

  /** Whether something of that class has no URI. */
  boolean hasUnnamed(Node type) {
    return graph.stream(null, RDF.type.asNode(), type).anyMatch(each -> !each.getSubject().isURI());
  }

  /** URIs that have that property. */
  Set<String> having(Property property) {
    return uris(graph.stream(null, property.asNode(), null).map(Triple::getSubject));
  }

  /** Whether the resource is at either end of a relation that only concepts have (SKOS S19 ff.). */
  boolean isRelated(String uri) {
    return OF_CONCEPTS.stream()
        .anyMatch(
            property -> !objects(uri, property).isEmpty() || !subjects(uri, property).isEmpty());
  }

  /**
   * The URIs of a list; empty where there is none. A list that is broken is refused, as are two
   * (SKOS S35).
   */
  Optional<List<String>> list(String uri, Property property) {
    List<Node> heads =
        graph.stream(node(uri), property.asNode(), null).map(Triple::getObject).toList();
    if (heads.isEmpty()) {
      return Optional.empty();
    }
    Optional<List<Node>> nodes = SkosList.read(graph, heads.getFirst());
    if (heads.size() > 1) {
      findings.refused(place(uri), "S35", "plusieurs skos:memberList (SKOS S35) ; en garder une");
    } else if (nodes.filter(each -> each.stream().allMatch(Node::isURI)).isEmpty()) {
      findings.refused(place(uri), "list", "liste rompue, ou dont un membre n'a pas d'URI");
    }
    return nodes.map(each -> each.stream().filter(Node::isURI).map(Node::getURI).toList());
  }

  /** URIs that the resource points at by any of those properties. */
  Set<String> objects(String uri, Property... properties) {
    return uris(
        Arrays.stream(properties)
            .flatMap(property -> graph.stream(node(uri), property.asNode(), null))
            .map(Triple::getObject));
  }

  /** URIs that point at the resource by that property. */
  Set<String> subjects(String uri, Property property) {
    return uris(graph.stream(null, property.asNode(), node(uri)).map(Triple::getSubject));
  }

  private static Set<String> uris(Stream<Node> nodes) {
    return nodes
        .filter(Node::isURI)
        .map(Node::getURI)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Values of the resource for that property: texts, or texts of nodes that hold one. */
  List<Label> texts(String uri, Property property) {
    return graph.stream(node(uri), property.asNode(), null)
        .map(Triple::getObject)
        .map(object -> object.isLiteral() ? Optional.of(object) : value(object))
        .flatMap(Optional::stream)
        .filter(literal -> !literal.getLiteralLexicalForm().isBlank())
        .map(literal -> label(uri, literal))
        .sorted(Texts.ORDER)
        .distinct()
        .toList();
  }

  private Optional<Node> value(Node object) {
    return graph.stream(object, VALUE, null)
        .map(Triple::getObject)
        .filter(Node::isLiteral)
        .findFirst();
  }

  private Label label(String uri, Node literal) {
    String lang = literal.getLiteralLanguage();
    if (lang.isEmpty()) {
      findings.repaired("texte sans langue, tenu pour français", place(uri));
    }
    String text = Literals.xmlSafe(literal.getLiteralLexicalForm()).strip();
    return new Label(text, lang.isEmpty() ? "fr" : canonical(lang));
  }

  /** {@code FR} and {@code fr} are one language (BCP 47, 2.1.1). */
  private static String canonical(String lang) {
    try {
      return new Locale.Builder().setLanguageTag(lang).build().toLanguageTag();
    } catch (IllformedLocaleException e) {
      return lang.toLowerCase(Locale.ROOT);
    }
  }

  /** The first value of any of those properties, without language: a code, a date, a version. */
  Optional<String> value(String uri, Property... properties) {
    return Arrays.stream(properties)
        .flatMap(property -> values(uri, property).stream())
        .findFirst();
  }

  /** Values of a property, without language. */
  List<String> values(String uri, Property property) {
    return graph.stream(node(uri), property.asNode(), null)
        .map(Triple::getObject)
        .filter(Node::isLiteral)
        .map(node -> Literals.xmlSafe(node.getLiteralLexicalForm()).strip())
        .filter(text -> !text.isEmpty())
        .sorted()
        .distinct()
        .toList();
  }

  /** A name for people: the French text of any of those properties, else the first. */
  Optional<String> title(String uri, Property... properties) {
    return Arrays.stream(properties)
        .map(property -> texts(uri, property))
        .filter(texts -> !texts.isEmpty())
        .map(texts ->
            texts.stream()
                .filter(text -> text.lang().equals("fr"))
                .findFirst()
                .orElse(texts.getFirst())
                .text())
        .findFirst();
  }

  /** Who that is: a name in the graph, else what was written in its place. */
  Optional<String> agent(String uri, Property... properties) {
    return Arrays.stream(properties)
        .flatMap(property -> graph.stream(node(uri), property.asNode(), null))
        .map(Triple::getObject)
        .map(this::name)
        .sorted()
        .findFirst();
  }

  private String name(Node agent) {
    if (agent.isLiteral()) {
      return agent.getLiteralLexicalForm().strip();
    }
    return Stream.of(FOAF.name, RDFS.label, SKOS.prefLabel)
        .map(Property::asNode)
        .flatMap(property -> graph.stream(agent, property, null))
        .map(Triple::getObject)
        .filter(Node::isLiteral)
        .map(node -> node.getLiteralLexicalForm().strip())
        .sorted()
        .findFirst()
        .orElse(agent.isURI() ? agent.getURI() : "");
  }

  private static Node node(String uri) {
    return NodeFactory.createURI(uri);
  }
}
