package fr.passerelle.api.http;

import jakarta.inject.Singleton;

/** Whether the service wants requests: not any more once it begins to stop. */
@Singleton
public final class Readiness {
  private volatile boolean stopping;

  /** Says that it begins to stop. */
  public void stop() {
    stopping = true;
  }

  boolean isStopping() {
    return stopping;
  }
}
