package fr.passerelle.catalog.study.journal;

/**
 * Who did something, and how.
 *
 * @param author code of a producer, {@code operator}, or {@code passerelle} for what is bundled
 * @param means by which means, for the audit trail: {@code key 12ab…}, {@code command}; never shown
 *     to others
 */
public record Signature(String author, String means) {
  /** The operator, at the command line. */
  public static final Signature COMMAND = new Signature("operator", "command");

  /** What comes with the service. */
  public static final Signature BUNDLED = new Signature("passerelle", "sample");
}
