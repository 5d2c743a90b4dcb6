package fr.passerelle.api.web;

import fr.passerelle.api.linkeddata.Document;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.release.PublishedCollection;
import fr.passerelle.vocab.release.PublishedCorrespondence;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.service.CollectionFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The page of a vocabulary.
 *
 * @param t words of the page
 * @param document its names and documents
 * @param scheme the vocabulary
 * @param types number of concepts by type
 * @param statuses number of concepts by status
 * @param top concepts that nothing is above in it
 * @param beside the other schemes of its release
 * @param correspondences those that start from it or lead to it
 * @param collections those with members in it
 */
record SchemePage(
    Texts t,
    Document document,
    PublishedScheme scheme,
    Map<ConceptType, Integer> types,
    Map<Status, Integer> statuses,
    Section.Group top,
    List<Scheme> beside,
    List<PublishedCorrespondence> correspondences,
    List<PublishedCollection> collections) {

  static SchemePage of(PublishedScheme published, Document document, Snapshot snapshot, Texts t) {
    Map<ConceptType, Integer> types = new TreeMap<>();
    Map<Status, Integer> statuses = new TreeMap<>();
    for (Concept concept : published.scheme().concepts()) {
      types.merge(concept.type(), 1, Integer::sum);
      statuses.merge(concept.status(), 1, Integer::sum);
    }
    List<Anchor> top =
        published.scheme().concepts().stream()
            .filter(SchemePage::isTop)
            .filter(concept -> leads(types, concept))
            .map(concept -> Anchor.of(concept, t))
            .toList();
    List<Scheme> beside =
        published.release().release().schemes().stream()
            .filter(each -> !each.id().equals(published.scheme().id()))
            .filter(each -> snapshot.findScheme(each.id()).isPresent())
            .toList();
    return new SchemePage(
        t,
        document,
        published,
        types,
        statuses,
        new Section.Group("", top),
        beside,
        correspondences(snapshot, published.scheme().id()),
        new CollectionFilter(
                Optional.of(published.scheme().id()), Optional.empty(), Optional.empty())
            .of(snapshot));
  }

  private static List<PublishedCorrespondence> correspondences(Snapshot snapshot, String scheme) {
    return snapshot.correspondences().stream()
        .filter(each ->
            each.correspondence().source().equals(scheme)
                || each.correspondence().target().equals(scheme))
        .toList();
  }

  private static boolean isTop(Concept concept) {
    return concept
        .links(Link.Kind.BROADER)
        .noneMatch(link -> link.target().scheme().equals(concept.ref().scheme()));
  }

  /** Of ROME, the broad domains: hundreds of skills have nothing above them either. */
  private static boolean leads(Map<ConceptType, Integer> types, Concept concept) {
    return !types.containsKey(ConceptType.GRAND_DOMAINE)
        || concept.type() == ConceptType.GRAND_DOMAINE;
  }

  String id() {
    return scheme.scheme().id();
  }

  String rest() {
    return "/api/v1/vocabs/" + id();
  }

  Source source() {
    return Source.of(scheme.release());
  }
}
