package fr.passerelle.vocab.skos;

import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Uris;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.XSD;

/** The terms in which vocabularies are described, with the prefixes that shorten them. */
final class Terms {
  /** Extended Knowledge Organization System, DDI Alliance, 2019. */
  static final String XKOS = "http://rdf-vocabulary.ddialliance.org/xkos#";

  static final Node XKOS_FOLLOWS = NodeFactory.createURI(XKOS + "follows");
  static final Node XKOS_SUPERSEDES = NodeFactory.createURI(XKOS + "supersedes");

  static final Node XKOS_CORRESPONDENCE = NodeFactory.createURI(XKOS + "Correspondence");
  static final Node XKOS_COMPARES = NodeFactory.createURI(XKOS + "compares");
  static final Node XKOS_MADE_OF = NodeFactory.createURI(XKOS + "madeOf");
  static final Node XKOS_ASSOCIATION = NodeFactory.createURI(XKOS + "ConceptAssociation");
  static final Node XKOS_SOURCE = NodeFactory.createURI(XKOS + "sourceConcept");
  static final Node XKOS_TARGET = NodeFactory.createURI(XKOS + "targetConcept");

  /** Data Catalog Vocabulary 3, W3C, 2024; Jena lists version 1. */
  static final Node DCAT_VERSION = NodeFactory.createURI(DCAT.NS + "version");

  private final Map<String, String> prefixes = new LinkedHashMap<>();
  private final String namespace;

  /** Own terms are national: all regions say the same thing with the same name. */
  Terms(Uris uris) {
    namespace = uris.nationalBase() + "/ns#";
    prefixes.put("skos", SKOS.uri);
    prefixes.put("dct", DCTerms.NS);
    prefixes.put("passerelle", namespace);
    prefixes.put("xkos", XKOS);
    prefixes.put("dcat", DCAT.NS);
    prefixes.put("foaf", FOAF.NS);
    prefixes.put("owl", OWL2.NS);
    prefixes.put("rdf", RDF.uri);
    prefixes.put("rdfs", RDFS.uri);
    prefixes.put("xsd", XSD.NS);
  }

  /** Namespaces by prefix, in the order in which documents declare them. */
  Map<String, String> prefixes() {
    return prefixes;
  }

  /** The IRI of the own vocabulary as a whole. */
  Node ontology() {
    return NodeFactory.createURI(namespace.substring(0, namespace.length() - 1));
  }

  /** An own term. */
  Node own(String name) {
    return NodeFactory.createURI(namespace + name);
  }

  /** The class of concepts of that type. */
  Node type(ConceptType type) {
    return own(pascal(type));
  }

  /** The property that says that link; SKOS keeps other words for links between two schemes. */
  Node link(Link.Kind kind, boolean withinScheme) {
    if (kind == Link.Kind.BROADER) {
      return (withinScheme ? SKOS.broader : SKOS.broadMatch).asNode();
    }
    if (kind == Link.Kind.RELATED) {
      return (withinScheme ? SKOS.related : SKOS.relatedMatch).asNode();
    }
    if (kind == Link.Kind.BLOC) {
      return DCTerms.hasPart.asNode();
    }
    if (kind == Link.Kind.NIVEAU) {
      return own("niveauDe"); // niveau is the property of the number
    }
    if (kind == Link.Kind.REMPLACE_PAR) {
      return DCTerms.isReplacedBy.asNode();
    }
    return own(camel(kind));
  }

  /** Whether a link of that kind to another scheme is said by a mapping property. */
  static boolean isMatch(Link.Kind kind) {
    return kind == Link.Kind.BROADER || kind == Link.Kind.RELATED;
  }

  /** The mapping property of SKOS. */
  static Node match(Predicate predicate) {
    return NodeFactory.createURI(SKOS.uri + predicate.id());
  }

  /** The property of notes of that kind. */
  Node note(Note.Kind kind) {
    return switch (kind) {
      case DEFINITION -> SKOS.definition.asNode();
      case SCOPE_NOTE -> SKOS.scopeNote.asNode();
      case NOTE -> SKOS.note.asNode();
      case HISTORY_NOTE -> SKOS.historyNote.asNode();
      case CHANGE_NOTE -> SKOS.changeNote.asNode();
      case EDITORIAL_NOTE -> SKOS.editorialNote.asNode();
      case EXAMPLE -> SKOS.example.asNode();
      case ACCES_METIER -> own(camel(kind));
    };
  }

  /** The property of other labels of that kind: skos:altLabel, or an own sub-property of it. */
  Node altLabel(Label.Kind kind) {
    return switch (kind) {
      case GENERAL -> SKOS.altLabel.asNode();
      case METIER -> own("libelleMetier");
    };
  }

  /** The property of that attribute. */
  Node property(Property property) {
    return own(property.id());
  }

  /** The individual for that mark. */
  Node mark(Link.Mark mark) {
    return own(pascal(mark));
  }

  /** The IRI of a prefixed name. */
  Node expand(String prefixed) {
    int colon = prefixed.indexOf(':');
    String uri = prefixes.get(prefixed.substring(0, colon));
    if (uri == null) {
      throw new IllegalArgumentException("no such prefix: " + prefixed);
    }
    return NodeFactory.createURI(uri + prefixed.substring(colon + 1));
  }

  /** {@code PARENT_V3} as {@code parentV3}. */
  static String camel(Enum<?> value) {
    String pascal = pascal(value);
    return pascal.substring(0, 1).toLowerCase(Locale.ROOT) + pascal.substring(1);
  }

  private static String pascal(Enum<?> value) {
    return Arrays.stream(value.name().split("_", -1))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
