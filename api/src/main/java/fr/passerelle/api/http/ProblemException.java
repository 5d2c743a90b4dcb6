package fr.passerelle.api.http;

import fr.passerelle.catalog.audit.Refusal;
import java.util.List;
import java.util.Map;

/** A request that cannot be answered as asked; becomes a {@link Problem}. */
public final class ProblemException extends RuntimeException implements Refusal {
  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final transient List<Problem.Detail> errors;
  private final transient Map<String, String> headers;

  /**
   * @param detail what is wrong and what to do, in French
   */
  public ProblemException(ProblemType type, String detail, Problem.Detail... errors) {
    this(type, detail, List.of(errors), Map.of());
  }

  /**
   * @param headers headers of the answer, e.g. {@code WWW-Authenticate}
   */
  public ProblemException(
      ProblemType type, String detail, List<Problem.Detail> errors, Map<String, String> headers) {
    // No stack trace: a bad request is no surprise, and an attacker sends many.
    super(detail, null, false, false);
    this.type = type;
    this.errors = List.copyOf(errors);
    this.headers = Map.copyOf(headers);
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

  /** Headers of the answer. */
  public Map<String, String> headers() {
    return headers;
  }

  @Override
  public String refusedBy() {
    return type.slug();
  }

  /** What is wrong. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
