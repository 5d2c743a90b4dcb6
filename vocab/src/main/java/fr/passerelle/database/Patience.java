package fr.passerelle.database;

import java.time.Duration;

/**
 * How long to wait for other processes.
 *
 * @param holder a command, for whoever holds the folder to have started PostgreSQL
 * @param command a service, for the command that holds the folder to end
 * @param guests a command that is done, for those that use its PostgreSQL
 */
record Patience(Duration holder, Duration command, Duration guests) {
  static final Patience USUAL =
      new Patience(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofMinutes(10));
}
