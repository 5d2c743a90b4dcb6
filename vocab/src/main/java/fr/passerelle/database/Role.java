package fr.passerelle.database;

import java.util.Locale;

/** What a process opens the database for. */
public enum Role {
  /** The service: one a data folder, it stays. */
  SERVICE,
  /** A command that does one thing and ends, alone or beside the service. */
  COMMAND;

  /** The word written in the lock file. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
