package fr.passerelle.vocab.reconcile;

/** A question that cannot be answered as asked. */
public final class UnanswerableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String member;

  UnanswerableException(String member, String rule) {
    // No stack trace: bad questions are no surprise, and come a hundred at a time.
    super(rule, null, false, false);
    this.member = member;
  }

  /** The part of the question that is wrong. */
  public String member() {
    return member;
  }

  /** What is wrong and what to do, in French. */
  public String rule() {
    return String.valueOf(getMessage());
  }
}
