package fr.passerelle.client;

import org.jspecify.annotations.Nullable;

/** An answer that is not what the contract says: another server's page, a redirect, broken JSON. */
public final class UnexpectedAnswerException extends PasserelleException {
  private static final long serialVersionUID = 1L;

  UnexpectedAnswerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
