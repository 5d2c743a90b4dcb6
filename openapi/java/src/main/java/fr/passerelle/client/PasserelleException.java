package fr.passerelle.client;

import org.jspecify.annotations.Nullable;

/** A request that brought no answer of use. */
public abstract sealed class PasserelleException extends RuntimeException
    permits ProblemException, UnreachableException, UnexpectedAnswerException {
  private static final long serialVersionUID = 1L;

  PasserelleException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
