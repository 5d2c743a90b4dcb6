package fr.passerelle.vocab.skos;

import fr.passerelle.vocab.Association;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Pair;
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
import org.apache.jena.vocabulary.RDFS;

/** A correspondence as RDF: XKOS for its associations, SKOS mapping properties for its pairs. */
final class CorrespondenceDescription {
  private final Names names;
  private final PublishedRelease published;
  private final Correspondence correspondence;
  private final Node subject;

  CorrespondenceDescription(
      Names names, PublishedRelease published, Correspondence correspondence) {
    this.names = names;
    this.published = published;
    this.correspondence = correspondence;
    this.subject = names.correspondence(correspondence);
  }

  /** The xkos:Correspondence, and which associations it is made of. */
  List<Triple> head() {
    Release release = published.release();
    Description said = new Description();
    said.add(subject, RDF.type.asNode(), Terms.XKOS_CORRESPONDENCE);
    said.add(subject, DCTerms.title.asNode(), Literals.fr(correspondence.title()));
    said.add(subject, Terms.XKOS_COMPARES, names.scheme(correspondence.source()));
    said.add(subject, Terms.XKOS_COMPARES, names.scheme(correspondence.target()));
    said.add(subject, DCTerms.creator.asNode(), author());
    said.add(subject, DCTerms.publisher.asNode(), names.producer());
    said.add(subject, DCTerms.license.asNode(), NodeFactory.createURI(published.licence().uri()));
    said.add(subject, DCTerms.issued.asNode(), Literals.date(release.source().issued()));
    said.add(subject, DCTerms.modified.asNode(), Literals.date(published.modified()));
    said.add(subject, OWL2.versionInfo.asNode(), Literals.string(release.id()));
    said.add(subject, Terms.DCAT_VERSION, Literals.string(release.id()));
    said.add(subject, DCTerms.isPartOf.asNode(), names.release());
    said.add(subject, DCTerms.provenance.asNode(), fragment("methode"));
    version(said, correspondence.source(), correspondence.versions().source());
    version(said, correspondence.target(), correspondence.versions().target());
    for (Association association : correspondence.associations()) {
      said.add(subject, Terms.XKOS_MADE_OF, names.association(correspondence, association));
    }
    return said.triples();
  }

  /** The release that the author matched, where it says which. */
  private void version(Description said, String scheme, String version) {
    if (!version.isEmpty()) {
      said.add(subject, DCTerms.source.asNode(), names.release(scheme, version));
    }
  }

  /** Who made it, and how. */
  List<Triple> method() {
    Description said = new Description();
    said.add(author(), RDF.type.asNode(), FOAF.Agent.asNode());
    said.add(author(), FOAF.name.asNode(), Literals.string(correspondence.author().name()));
    Node method = fragment("methode");
    said.add(method, RDF.type.asNode(), DCTerms.ProvenanceStatement.asNode());
    if (!correspondence.method().isBlank()) {
      said.add(method, RDFS.label.asNode(), Literals.fr(correspondence.method()));
    }
    return said.triples();
  }

  /** One xkos:ConceptAssociation. */
  List<Triple> association(Association association) {
    Node node = names.association(correspondence, association);
    Description said = new Description();
    said.add(node, RDF.type.asNode(), Terms.XKOS_ASSOCIATION);
    association.sources().forEach(ref -> said.add(node, Terms.XKOS_SOURCE, names.concept(ref)));
    association.targets().forEach(ref -> said.add(node, Terms.XKOS_TARGET, names.concept(ref)));
    if (!association.comment().isBlank()) {
      said.add(node, RDFS.comment.asNode(), Literals.fr(association.comment()));
    }
    said.add(node, DCTerms.isPartOf.asNode(), subject);
    return said.triples();
  }

  /** One pair: a correspondence says one thing of two concepts, so that S46 holds. */
  List<Triple> pair(Pair pair) {
    return List.of(
        Triple.create(
            names.concept(pair.from()), Terms.match(pair.predicate()), names.concept(pair.to())));
  }

  private Node author() {
    return fragment("auteur");
  }

  private Node fragment(String name) {
    return NodeFactory.createURI(subject.getURI() + "#" + name);
  }
}
