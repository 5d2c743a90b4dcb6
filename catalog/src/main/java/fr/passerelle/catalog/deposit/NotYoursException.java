package fr.passerelle.catalog.deposit;

/** A deposit that would publish under another's name; nothing was changed. */
public final class NotYoursException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotYoursException(String message) {
    super(message);
  }
}
