package fr.passerelle.database;

import org.jspecify.annotations.Nullable;

/** There is no database to work with; the message says why and what to do, in French. */
public final class DatabaseUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseUnavailableException(String message) {
    this(message, null);
  }

  DatabaseUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
