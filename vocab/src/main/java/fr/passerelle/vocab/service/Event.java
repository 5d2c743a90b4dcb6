package fr.passerelle.vocab.service;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.StoredRelease;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The last thing that happened to a concept.
 *
 * @param concept the concept
 * @param kind what happened
 * @param release release in which it happened
 * @param issued date of that release
 */
public record Event(Concept concept, Kind kind, String release, LocalDate issued) {
  private static final Comparator<Event> ORDER =
      Comparator.comparing(Event::issued).reversed().thenComparing(event -> event.concept().ref());

  /** What may happen to a concept. */
  public enum Kind {
    /** It was not there before. */
    ENTERED("entré"),
    /** It says something else. */
    CHANGED("modifié"),
    /** It is no longer in use. */
    LEFT("retiré");

    private final String french;

    Kind(String french) {
      this.french = french;
    }

    /** French participle. */
    public String french() {
      return french;
    }
  }

  /**
   * The last events of a scheme, newest first. That all concepts were new in the first release
   * known here is no news.
   *
   * @param kept releases of its edition, the newest first
   */
  public static List<Event> last(PublishedScheme scheme, List<StoredRelease> kept, int most) {
    Map<String, StoredRelease> later =
        kept.stream()
            .limit(Math.max(0, kept.size() - 1))
            .collect(Collectors.toMap(StoredRelease::release, Function.identity()));
    return scheme.scheme().concepts().stream()
        .flatMap(concept -> of(concept, later).stream())
        .sorted(ORDER)
        .limit(most)
        .toList();
  }

  private static Optional<Event> of(Concept concept, Map<String, StoredRelease> later) {
    Concept.History history = concept.history();
    Kind kind =
        !history.left().isEmpty()
            ? Kind.LEFT
            : history.changed().equals(history.entered()) ? Kind.ENTERED : Kind.CHANGED;
    String release = kind == Kind.LEFT ? history.left() : history.changed();
    return Optional.ofNullable(later.get(release))
        .map(row -> new Event(concept, kind, release, row.issued()));
  }
}
