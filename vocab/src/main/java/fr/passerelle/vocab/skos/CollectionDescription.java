package fr.passerelle.vocab.skos;

import fr.passerelle.vocab.Collection;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Release;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/** A collection as RDF, its author named apart from the producer of its members. */
final class CollectionDescription {
  private final Names names;
  private final Terms terms;
  private final PublishedRelease published;
  private final Collection collection;
  private final Node subject;
  private final Description said = new Description();

  private CollectionDescription(
      Names names, Terms terms, PublishedRelease published, Collection collection) {
    this.names = names;
    this.terms = terms;
    this.published = published;
    this.collection = collection;
    this.subject = names.collection(collection);
  }

  /** The skos:Collection and all its members. */
  static List<Triple> of(
      Names names, Terms terms, PublishedRelease published, Collection collection) {
    CollectionDescription described =
        new CollectionDescription(names, terms, published, collection);
    described.identity();
    described.provenance();
    collection.members().forEach(described::member);
    described.order();
    described.author();
    return described.said.triples();
  }

  /** That a concept is in it, and whose it is. */
  static List<Triple> of(
      Names names,
      Terms terms,
      PublishedRelease published,
      Collection collection,
      ConceptRef member) {
    CollectionDescription described =
        new CollectionDescription(names, terms, published, collection);
    described.identity();
    described.member(member);
    described.author();
    return described.said.triples();
  }

  private void identity() {
    add(RDF.type.asNode(), SKOS.Collection.asNode());
    if (collection.ordered()) {
      add(RDF.type.asNode(), SKOS.OrderedCollection.asNode());
    }
    add(SKOS.prefLabel.asNode(), Literals.fr(collection.label()));
    add(DCTerms.creator.asNode(), fragment("auteur"));
  }

  private void provenance() {
    Release release = published.release();
    if (!collection.description().isEmpty()) {
      add(SKOS.definition.asNode(), Literals.fr(collection.description()));
    }
    if (!collection.origin().isEmpty()) {
      add(terms.own("uriOrigine"), Literals.string(collection.origin()));
    }
    add(DCTerms.publisher.asNode(), names.producer());
    add(DCTerms.license.asNode(), NodeFactory.createURI(published.licence().uri()));
    add(DCTerms.issued.asNode(), Literals.date(release.source().issued()));
    add(OWL2.versionInfo.asNode(), Literals.string(release.id()));
    add(DCTerms.isPartOf.asNode(), names.release());
  }

  private void member(ConceptRef member) {
    add(SKOS.member.asNode(), names.concept(member));
  }

  /** Cells have names, as blank nodes could not be streamed. */
  private void order() {
    if (!collection.ordered()) {
      return;
    }
    add(SKOS.memberList.asNode(), fragment("rang-1"));
    int last = collection.members().size();
    for (int rank = 1; rank <= last; rank++) {
      Node cell = fragment("rang-" + rank);
      ConceptRef member = collection.members().get(rank - 1);
      said.add(cell, RDF.type.asNode(), RDF.List.asNode());
      said.add(cell, RDF.first.asNode(), names.concept(member));
      said.add(
          cell,
          RDF.rest.asNode(),
          rank == last ? RDF.nil.asNode() : fragment("rang-" + (rank + 1)));
    }
  }

  private void author() {
    said.add(fragment("auteur"), RDF.type.asNode(), FOAF.Agent.asNode());
    said.add(fragment("auteur"), FOAF.name.asNode(), Literals.string(collection.author().name()));
  }

  private void add(Node predicate, Node object) {
    said.add(subject, predicate, object);
  }

  private Node fragment(String name) {
    return NodeFactory.createURI(subject.getURI() + "#" + name);
  }
}
