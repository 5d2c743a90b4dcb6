package fr.passerelle.vocab.release;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Stubs;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The concepts of a release, found by their names. */
final class Records {
  private final Map<String, Scheme> schemes = new HashMap<>();

  Records(Release release) {
    release.schemes().forEach(scheme -> schemes.put(scheme.id(), scheme));
  }

  Optional<Concept> find(ConceptRef ref) {
    return Optional.ofNullable(schemes.get(ref.scheme())).flatMap(each -> each.find(ref.code()));
  }

  /** French label; words that say that there is none where the release does not hold the code. */
  String label(ConceptRef ref) {
    return find(ref).map(concept -> concept.prefLabel("fr")).orElse(Stubs.UNNAMED);
  }
}
