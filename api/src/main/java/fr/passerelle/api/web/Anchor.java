package fr.passerelle.api.web;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.Snapshot;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A concept named on the page of another.
 *
 * @param path its page; empty where it is not published
 * @param code its code
 * @param label its preferred label; its code where it is not published
 * @param lang language of the label where it is not that of the page
 * @param mark how much the link weighs
 * @param concept the concept, where it is published
 */
record Anchor(
    String path,
    String code,
    String label,
    @Nullable String lang,
    Link.Mark mark,
    Optional<Concept> concept) {

  static Anchor of(Snapshot snapshot, Link link, Texts t) {
    return of(link.target(), link.mark(), snapshot.find(link.target()), t);
  }

  static Anchor of(Concept concept, Texts t) {
    return of(concept.ref(), Link.Mark.NONE, Optional.of(concept), t);
  }

  private static Anchor of(ConceptRef ref, Link.Mark mark, Optional<Concept> concept, Texts t) {
    return new Anchor(
        concept.isPresent() ? path(ref) : "",
        ref.code(),
        concept.map(each -> label(each, t).text()).orElse(ref.scheme() + " " + ref.code()),
        concept.map(each -> t.other(label(each, t).lang())).orElse(null),
        mark,
        concept);
  }

  static String path(ConceptRef ref) {
    return "/doc/vocab/" + ref.scheme() + "/" + Uris.path(ref.code());
  }

  /** Preferred label in the language of the page, else in French. */
  static Label label(Concept concept, Texts t) {
    return Stream.of(t.lang(), "fr")
        .flatMap(lang -> concept.prefLabels().stream().filter(each -> each.lang().equals(lang)))
        .findFirst()
        .orElse(concept.prefLabels().getFirst());
  }

  boolean isReferenced() {
    return concept.map(each -> each.status() == Status.REFERENCED).orElse(false);
  }

  boolean isRetired() {
    return concept.map(each -> each.status() == Status.RETIRED).orElse(false);
  }
}
