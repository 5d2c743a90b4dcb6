package fr.passerelle.catalog.harvest.web;

import java.time.Duration;

/** How to wait before one more attempt. */
@FunctionalInterface
public interface Pause {
  /** Waits for real. */
  Pause REAL =
      duration -> {
        try {
          Thread.sleep(duration);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("moissonnage interrompu", e);
        }
      };

  /** Waits that long. */
  void last(Duration duration);
}
