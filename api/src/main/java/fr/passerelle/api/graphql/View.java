package fr.passerelle.api.graphql;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one request sees, from its beginning to its end; what a field sees that reads an earlier
 * release.
 *
 * @param snapshot what is published
 * @param lang language of labels where a field does not say
 * @param archive names, cursors and earlier releases
 * @param desk studies, and where they are deposited
 */
record View(Snapshot snapshot, String lang, Archive archive, StudyDesk desk) {
  /** The same request, of another state. */
  View at(Snapshot state) {
    return new View(state, lang, archive, desk);
  }

  /** Names of things. */
  Uris uris() {
    return archive.uris();
  }

  /** The scheme that holds a concept. */
  PublishedScheme scheme(Concept concept) {
    return snapshot.findScheme(concept.ref().scheme()).orElseThrow();
  }

  String uri(Concept concept) {
    return uris().concept(scheme(concept).release().release().edition(), concept.ref());
  }

  String uri(PublishedScheme scheme) {
    return uris().scheme(scheme.release().release().edition(), scheme.scheme().id());
  }

  /** The concepts at the other end of those links, those that are published. */
  List<Concept> targets(Stream<Link> links) {
    return concepts(links.map(Link::target).toList());
  }

  /** The concepts of those names, those that are published. */
  List<Concept> concepts(List<ConceptRef> refs) {
    return refs.stream().flatMap(ref -> snapshot.find(ref).stream()).toList();
  }

  /** The concept of that name, if it is published. */
  Optional<Concept> find(ConceptRef ref) {
    return snapshot.find(ref);
  }
}
