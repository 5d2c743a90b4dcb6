package fr.passerelle.vocab.release;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A change that a source delivers and that is not published yet.
 *
 * @param kind what publishing it would do
 * @param what the code, or the correspondence and its pair
 * @param label label of the concept, predicate of the pair
 * @param times how many deliveries in a row say so
 * @param since date of the first of these
 * @param held whether it is settled by itself and waits for another one, e.g. a pair for its end
 */
public record PendingChange(
    Kind kind, String what, String label, int times, LocalDate since, boolean held) {

  /** What publishing a change would do. */
  public enum Kind {
    /** Something new is said. */
    ADDED("ajout"),
    /** Something is said otherwise. */
    CHANGED("modification"),
    /** Something is no longer said. */
    REMOVED("retrait");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** In French, for people. */
    public String words() {
      return words;
    }
  }

  static PendingChange of(Difference difference, boolean held) {
    Optional<Statement> said = difference.delivered().or(difference::published);
    return new PendingChange(
        kind(difference),
        difference.key().toString(),
        said.map(Statement::label).orElse(""),
        difference.times(),
        difference.since(),
        held);
  }

  private static Kind kind(Difference difference) {
    if (difference.published().isEmpty()) {
      return Kind.ADDED;
    }
    return difference.delivered().isEmpty() ? Kind.REMOVED : Kind.CHANGED;
  }
}
