package fr.passerelle.database;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for what another process does: nothing tells us, so we look again. */
final class Poll {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Poll() {}

  /** The first answer there is, or none when the time is over. Looks once at least. */
  static <T> Optional<T> first(Duration atMost, Supplier<Optional<T>> look) {
    long start = System.nanoTime();
    Optional<T> seen = look.get();
    while (seen.isEmpty() && System.nanoTime() - start < atMost.toNanos()) {
      pause();
      seen = look.get();
    }
    return seen;
  }

  /** Whether it came true in time. */
  static boolean until(Duration atMost, BooleanSupplier condition) {
    return first(atMost, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty())
        .isPresent();
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailableException("l'attente de la base a été interrompue", e);
    }
  }
}
