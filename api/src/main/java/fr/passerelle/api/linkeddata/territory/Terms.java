package fr.passerelle.api.linkeddata.territory;

import fr.passerelle.vocab.skos.RdfWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/** What is said of one thing, in triples that follow one another. */
final class Terms {
  /** Namespaces by prefix: of Insee, <i>Ontologie géographique</i>; of OGC, GeoSPARQL 1.1. */
  private static final Map<String, String> PREFIXES;

  /** Properties whose values are IRIs. */
  private static final String RESOURCES =
      """
      dct:creator dct:isReplacedBy dct:license dct:replaces foaf:primaryTopic geo:sfContains geo:sfEquals
      geo:sfOverlaps geo:sfWithin igeo:subdivisionDe rdfs:seeAlso skos:exactMatch skos:inScheme skos:member
      """;

  static final RdfWriter WRITER;

  static {
    Map<String, String> prefixes = new LinkedHashMap<>();
    prefixes.put("dct", "http://purl.org/dc/terms/");
    prefixes.put("foaf", "http://xmlns.com/foaf/0.1/");
    prefixes.put("geo", "http://www.opengis.net/ont/geosparql#");
    prefixes.put("igeo", "http://rdf.insee.fr/def/geo#");
    prefixes.put("owl", "http://www.w3.org/2002/07/owl#");
    prefixes.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    prefixes.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
    prefixes.put("skos", "http://www.w3.org/2004/02/skos/core#");
    prefixes.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    PREFIXES = Collections.unmodifiableMap(prefixes);
    WRITER = new RdfWriter(PREFIXES, RESOURCES);
  }

  private final Node subject;
  private final List<Triple> triples = new ArrayList<>();

  private Terms(Node subject) {
    this.subject = subject;
  }

  /** What is going to be said of the thing of that name. */
  static Terms of(String uri) {
    return new Terms(NodeFactory.createURI(uri));
  }

  /** Name of what it is said of. */
  String uri() {
    return subject.getURI();
  }

  private static Node term(String prefixed) {
    int colon = prefixed.indexOf(':');
    return NodeFactory.createURI(
        Objects.requireNonNull(PREFIXES.get(prefixed.substring(0, colon)))
            + prefixed.substring(colon + 1));
  }

  private Terms add(String property, Node value) {
    triples.add(Triple.create(subject, term(property), value));
    return this;
  }

  /** That it is one of those. */
  Terms is(String type) {
    return add("rdf:type", term(type));
  }

  Terms link(String property, String uri) {
    return add(property, NodeFactory.createURI(uri));
  }

  /** A text in French. */
  Terms text(String property, String text) {
    return add(property, NodeFactory.createLiteralLang(text, "fr"));
  }

  Terms code(String property, String code) {
    return add(property, NodeFactory.createLiteralString(code));
  }

  Terms typed(String property, Object value, XSDDatatype type) {
    return add(property, NodeFactory.createLiteralDT(value.toString(), type));
  }

  List<Triple> triples() {
    return List.copyOf(triples);
  }
}
