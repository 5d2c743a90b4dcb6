package fr.passerelle.vocab.service;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.release.StoredRelease;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that happened to a concept in a release of its edition.
 *
 * @param kind what happened
 * @param release release in which it happened
 * @param issued date of that release; empty where it is no longer kept
 */
public record Past(Kind kind, String release, Optional<LocalDate> issued) {

  /** What may happen to a concept. */
  public enum Kind {
    /** It was not there before. */
    ENTERED,
    /** It said something else, for the last time. */
    CHANGED,
    /** It is no longer in use. */
    LEFT
  }

  /**
   * What is known of a concept, in time order.
   *
   * @param kept releases of its edition
   */
  public static List<Past> of(Concept concept, List<StoredRelease> kept) {
    Concept.History history = concept.history();
    String changed = history.changed().equals(history.entered()) ? "" : history.changed();
    return Stream.of(
            past(Kind.ENTERED, history.entered(), kept),
            past(Kind.CHANGED, changed, kept),
            past(Kind.LEFT, history.left(), kept))
        .filter(each -> !each.release().isEmpty())
        .toList();
  }

  private static Past past(Kind kind, String release, List<StoredRelease> kept) {
    return new Past(
        kind,
        release,
        kept.stream()
            .filter(each -> each.release().equals(release))
            .map(StoredRelease::issued)
            .findFirst());
  }
}
