package fr.passerelle.catalog.deposit;

/** A deposit that would publish under another's name; nothing was changed. */
public final class NotYoursException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String what;
  private final String rule;

  /**
   * @param what what bears the name: {@code edition} or a concept
   * @param rule which names are admitted, in French
   * @param message what is wrong and what to do, in French
   */
  public NotYoursException(String what, String rule, String message) {
    super(message);
    this.what = what;
    this.rule = rule;
  }

  /** What bears the name: {@code edition} or a concept. */
  public String what() {
    return what;
  }

  /** Which names are admitted, in French. */
  public String rule() {
    return rule;
  }
}
