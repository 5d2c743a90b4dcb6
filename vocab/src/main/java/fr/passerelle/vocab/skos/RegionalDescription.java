package fr.passerelle.vocab.skos;

import fr.passerelle.vocab.Annotation;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.PublishedRelease;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/**
 * What a release says of a concept of another edition, as RDF: resources of its own with their
 * author (SKOS Primer, W3C, 2009, 4.2), so that no text passes for the words of the concept's
 * producer.
 */
final class RegionalDescription {
  private final Names names;
  private final Terms terms;
  private final PublishedRelease published;

  RegionalDescription(Names names, Terms terms, PublishedRelease published) {
    this.names = names;
    this.terms = terms;
    this.published = published;
  }

  /** The annotation as a resource of its own. */
  List<Triple> annotation(Annotation annotation, int number) {
    Node node = node(annotation, number);
    Description said = new Description();
    said.add(node, RDF.type.asNode(), terms.own("ApportRegional"));
    said.add(node, terms.own("porteSur"), names.concept(annotation.target()));
    if (!annotation.text().isEmpty()) {
      said.add(node, RDF.value.asNode(), Literals.text(annotation.text(), annotation.lang()));
    }
    if (!annotation.link().isEmpty()) {
      said.add(node, FOAF.page.asNode(), NodeFactory.createURI(annotation.link()));
    }
    Node author = fragment(annotation.target(), "auteur");
    said.add(node, DCTerms.creator.asNode(), author);
    said.add(node, DCTerms.license.asNode(), NodeFactory.createURI(published.licence().uri()));
    said.add(node, DCTerms.issued.asNode(), Literals.date(published.release().source().issued()));
    said.add(node, DCTerms.isPartOf.asNode(), names.release());
    said.add(author, RDF.type.asNode(), FOAF.Agent.asNode());
    said.add(author, FOAF.name.asNode(), Literals.string(annotation.author().name()));
    return said.triples();
  }

  /** That the concept has it: documentation as a related resource, or a regional name. */
  Triple link(Annotation annotation, int number) {
    Node property =
        switch (annotation.kind()) {
          case NOTE -> SKOS.note.asNode();
          case LABEL -> terms.own("nomRegional");
        };
    return Triple.create(names.concept(annotation.target()), property, node(annotation, number));
  }

  /** The variant, which names the concept as the wider one; nothing is said by the concept. */
  List<Triple> variant(Concept variant, Node wider) {
    Node node = names.concept(variant.ref());
    Description said = new Description();
    said.add(node, RDF.type.asNode(), SKOS.Concept.asNode());
    variant
        .prefLabels()
        .forEach(label ->
            said.add(node, SKOS.prefLabel.asNode(), Literals.text(label.text(), label.lang())));
    said.add(node, SKOS.inScheme.asNode(), names.scheme(variant.ref().scheme()));
    said.add(node, SKOS.broadMatch.asNode(), wider);
    said.add(node, DCTerms.creator.asNode(), names.producer());
    said.add(node, DCTerms.isPartOf.asNode(), names.release());
    return said.triples();
  }

  private Node node(Annotation annotation, int number) {
    return fragment(annotation.target(), "apport-" + number);
  }

  private Node fragment(ConceptRef target, String name) {
    return NodeFactory.createURI(names.regional(target).getURI() + "#" + name);
  }
}
