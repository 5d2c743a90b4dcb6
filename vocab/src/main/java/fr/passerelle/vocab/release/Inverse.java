package fr.passerelle.vocab.release;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The links of a release seen from their targets. */
final class Inverse {
  private final Map<ConceptRef, List<Link>> links = new HashMap<>();

  Inverse(Release release) {
    for (Scheme scheme : release.schemes()) {
      for (Concept concept : scheme.concepts()) {
        // What a retired concept said no longer holds; it keeps its own links to be read.
        if (concept.status() != Status.RETIRED) {
          concept.links().forEach(link -> add(concept.ref(), link));
        }
      }
    }
    // Two thirds of the targets have one link or few: spare arrays count on 150 000 links.
    links.replaceAll((target, inverse) -> List.copyOf(inverse));
  }

  private void add(ConceptRef source, Link link) {
    links
        .computeIfAbsent(link.target(), key -> new ArrayList<>(2))
        .add(new Link(link.kind(), source, link.mark(), link.order()));
  }

  /** Links to that concept, in the code order of their sources; target is the source concept. */
  List<Link> of(ConceptRef target) {
    return links.getOrDefault(target, List.of());
  }
}
