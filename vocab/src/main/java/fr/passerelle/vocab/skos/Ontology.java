package fr.passerelle.vocab.skos;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;

/** The own vocabulary described in its own right, for {@code /ns} to serve. */
final class Ontology {
  private final Terms terms;
  private final Description description = new Description();

  private Ontology(Terms terms) {
    this.terms = terms;
  }

  static List<Triple> of(Terms terms) {
    Ontology ontology = new Ontology(terms);
    ontology.head();
    OwnTerm.ALL.values().forEach(ontology::term);
    return ontology.description.triples();
  }

  private void head() {
    description.add(terms.ontology(), RDF.type.asNode(), OWL2.Ontology.asNode());
    description.add(
        terms.ontology(),
        DCTerms.title.asNode(),
        Literals.fr(
            "Vocabulaire de Passerelle : ce que SKOS ne dit pas des référentiels de"
                + " l'orientation, de la formation et de l'emploi"));
  }

  private void term(OwnTerm term) {
    Node subject = terms.own(term.name());
    description.add(subject, RDF.type.asNode(), type(term));
    description.add(subject, RDFS.label.asNode(), Literals.fr(term.fr()));
    description.add(subject, RDFS.label.asNode(), Literals.text(term.en(), "en"));
    description.add(subject, RDFS.comment.asNode(), Literals.fr(term.comment()));
    description.add(subject, RDFS.isDefinedBy.asNode(), terms.ontology());
    switch (term.kind()) {
      case CLASS -> parent(subject, RDFS.subClassOf.asNode(), term);
      case INDIVIDUAL -> {}
      case LINK, LABEL, NOTE -> parent(subject, RDFS.subPropertyOf.asNode(), term);
      case TEXT -> range(subject, RDF.langString.asNode());
      case STRING -> range(subject, XSD.xstring.asNode());
      case BOOLEAN -> range(subject, XSD.xboolean.asNode());
      case DATE -> range(subject, XSD.date.asNode());
      case INTEGER -> range(subject, XSD.integer.asNode());
    }
  }

  private Node type(OwnTerm term) {
    return switch (term.kind()) {
      case CLASS -> OWL2.Class.asNode();
      case INDIVIDUAL -> terms.expand(term.parent());
      case LINK -> OWL2.ObjectProperty.asNode();
      // As skos:note and skos:altLabel, of which they are sub-properties.
      case LABEL, NOTE -> OWL2.AnnotationProperty.asNode();
      case TEXT, STRING, BOOLEAN, DATE, INTEGER -> OWL2.DatatypeProperty.asNode();
    };
  }

  private void parent(Node subject, Node predicate, OwnTerm term) {
    if (!term.parent().isEmpty()) {
      description.add(subject, predicate, terms.expand(term.parent()));
    }
  }

  private void range(Node subject, Node range) {
    description.add(subject, RDFS.range.asNode(), range);
  }
}
