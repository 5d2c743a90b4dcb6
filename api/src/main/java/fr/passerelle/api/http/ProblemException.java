package fr.passerelle.api.http;

import java.util.List;

/** A request that cannot be answered as asked; becomes a {@link Problem}. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final transient List<Problem.Detail> errors;

  /**
   * @param detail what is wrong and what to do, in French
   */
  public ProblemException(ProblemType type, String detail, Problem.Detail... errors) {
    // No stack trace: a bad request is no surprise, and an attacker sends many.
    super(detail, null, false, false);
    this.type = type;
    this.errors = List.of(errors);
  }

  /** A parameter whose value breaks a rule. */
  public static ProblemException parameter(String name, String value, String rule) {
    return new ProblemException(
        ProblemType.BAD_PARAMETER,
        "%s=%s : %s".formatted(name, Text.quoted(value), rule),
        new Problem.Detail(name, rule));
  }

  /** Kind of problem. */
  public ProblemType type() {
    return type;
  }

  /** Each thing that is wrong. */
  public List<Problem.Detail> errors() {
    return errors;
  }

  /** What is wrong. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
