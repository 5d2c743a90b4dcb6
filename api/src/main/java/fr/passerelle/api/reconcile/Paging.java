package fr.passerelle.api.reconcile;

import fr.passerelle.api.http.ProblemException;
import fr.passerelle.vocab.reconcile.EntityType;
import fr.passerelle.vocab.release.Snapshot;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parameters of suggestions and proposals, with their bounds. */
final class Paging {
  /** Suggestions in one answer. */
  static final int SIZE = 20;

  /** Suggestions that may be skipped: nobody scrolls further. */
  static final int MOST_SKIPPED = 500;

  static final int MOST_PROPOSED = 200;
  static final int LONGEST_PREFIX = 200;

  private Paging() {}

  static String prefix(@Nullable String text) {
    String prefix = text == null ? "" : text;
    if (prefix.length() > LONGEST_PREFIX) {
      throw ProblemException.parameter("prefix", prefix, LONGEST_PREFIX + " caractères au plus");
    }
    return prefix;
  }

  static int cursor(@Nullable String text) {
    return number("cursor", text, 0, 0, MOST_SKIPPED);
  }

  static int limit(@Nullable String text) {
    return number("limit", text, MOST_PROPOSED, 1, MOST_PROPOSED);
  }

  private static int number(
      String name, @Nullable String text, int byDefault, int least, int most) {
    if (text == null || text.isEmpty()) {
      return byDefault;
    }
    int number = text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    if (number < least || number > most) {
      throw ProblemException.parameter(name, text, "un entier de %d à %d".formatted(least, most));
    }
    return number;
  }

  /** The type of that identifier; none where it is not given, or empty, as OpenRefine sends it. */
  static Optional<EntityType> type(Snapshot snapshot, @Nullable String id) {
    if (id == null || id.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        EntityType.find(snapshot, id)
            .orElseThrow(() ->
                ProblemException.parameter(
                    "type", id, "un type ; suggest/type donne ceux qu'il y a")));
  }
}
