package fr.passerelle.client;

import java.io.IOException;

/** The service did not answer: no connection, one that broke, or no answer in time. */
public final class UnreachableException extends PasserelleException {
  private static final long serialVersionUID = 1L;

  private final boolean timeout;

  private UnreachableException(String message, IOException cause, boolean timeout) {
    super(message, cause);
    this.timeout = timeout;
  }

  static UnreachableException broken(Call call, IOException cause) {
    String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return new UnreachableException("No answer to " + call + ": " + why, cause, false);
  }

  static UnreachableException late(Call call, IOException cause) {
    return new UnreachableException(
        "No answer to " + call + " within " + call.timeout(), cause, true);
  }

  /** Whether the time given for the request ran out. */
  public boolean isTimeout() {
    return timeout;
  }
}
