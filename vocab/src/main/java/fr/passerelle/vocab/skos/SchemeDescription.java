package fr.passerelle.vocab.skos;

import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * A release and its schemes as RDF: what they are called, who made them, when, under which licence.
 */
final class SchemeDescription {
  private final Names names;
  private final PublishedRelease published;
  private final Release release;
  private final Description description = new Description();

  private SchemeDescription(Names names, PublishedRelease published) {
    this.names = names;
    this.published = published;
    this.release = published.release();
  }

  /** The skos:ConceptScheme, without its concepts. */
  static List<Triple> of(Names names, PublishedRelease published, Scheme scheme) {
    SchemeDescription schemes = new SchemeDescription(names, published);
    schemes.scheme(names.scheme(scheme.id()), scheme);
    return schemes.description.triples();
  }

  /** What has to be said of the release wherever a part of it is shown. */
  static List<Triple> attribution(Names names, PublishedRelease published) {
    SchemeDescription releases = new SchemeDescription(names, published);
    releases.release();
    releases.producer();
    releases.licence();
    return releases.description.triples();
  }

  private void scheme(Node subject, Scheme scheme) {
    Edition edition = release.edition();
    add(subject, RDF.type.asNode(), SKOS.ConceptScheme.asNode());
    titled(subject, scheme.title());
    provenance(subject);
    if (scheme.id().equals(edition.id())) {
      add(subject, DCTerms.hasVersion.asNode(), names.release());
      if (!edition.follows().isEmpty()) {
        add(subject, Terms.XKOS_FOLLOWS, names.followed());
        add(subject, Terms.XKOS_SUPERSEDES, names.followed());
      }
    } else {
      add(subject, DCTerms.isPartOf.asNode(), names.release());
    }
    if (!edition.homepage().isEmpty()) {
      add(subject, FOAF.page.asNode(), NodeFactory.createURI(edition.homepage()));
    }
    scheme.concepts().stream()
        .filter(ConceptDescription::isTop)
        .forEach(top -> add(subject, SKOS.hasTopConcept.asNode(), names.concept(top.ref())));
  }

  private void release() {
    Node subject = names.release();
    add(subject, RDF.type.asNode(), DCAT.Dataset.asNode());
    titled(subject, release.edition().title() + ", version " + release.id());
    provenance(subject);
    add(subject, DCTerms.isVersionOf.asNode(), names.mainScheme());
  }

  private void titled(Node subject, String title) {
    boolean sample = release.source().sample();
    add(subject, DCTerms.title.asNode(), Literals.fr(sample ? title + " (échantillon)" : title));
    if (sample) {
      add(
          subject,
          DCTerms.description.asNode(),
          Literals.fr(
              "Échantillon : une partie seulement du référentiel, à ne pas citer comme le"
                  + " référentiel complet."));
    }
  }

  private void provenance(Node subject) {
    add(subject, DCTerms.creator.asNode(), names.producer());
    add(subject, DCTerms.publisher.asNode(), names.producer());
    add(subject, DCTerms.license.asNode(), licenceIri());
    add(subject, DCTerms.issued.asNode(), Literals.date(release.source().issued()));
    add(subject, DCTerms.modified.asNode(), Literals.date(published.modified()));
    add(subject, OWL2.versionInfo.asNode(), Literals.string(release.id()));
    add(subject, Terms.DCAT_VERSION, Literals.string(release.id()));
    add(subject, DCTerms.bibliographicCitation.asNode(), Literals.fr(published.citation()));
  }

  private void producer() {
    add(names.producer(), RDF.type.asNode(), FOAF.Agent.asNode());
    add(names.producer(), FOAF.name.asNode(), Literals.string(release.edition().producer()));
  }

  private void licence() {
    add(licenceIri(), RDF.type.asNode(), DCTerms.LicenseDocument.asNode());
    add(licenceIri(), RDFS.label.asNode(), Literals.fr(published.licence().label()));
  }

  private Node licenceIri() {
    return NodeFactory.createURI(published.licence().uri());
  }

  private void add(Node subject, Node predicate, Node object) {
    description.add(subject, predicate, object);
  }
}
