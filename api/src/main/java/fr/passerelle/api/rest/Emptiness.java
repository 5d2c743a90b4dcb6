package fr.passerelle.api.rest;

import fr.passerelle.vocab.service.Absence;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Why a list is empty, as JSON says it.
 *
 * @param reason e.g. {@code no_pair}; null where the list is not empty
 * @param explanation the same in French
 */
record Emptiness(@Nullable String reason, @Nullable String explanation) {
  private static final Emptiness NOT_EMPTY = new Emptiness(null, null);

  /** Looked for only where there is nothing on all pages. */
  static Emptiness of(int total, Supplier<Absence> absence) {
    if (total > 0) {
      return NOT_EMPTY;
    }
    Absence why = absence.get();
    return new Emptiness(Views.lower(why.reason()), why.explanation());
  }
}
