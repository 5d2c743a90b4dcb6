package fr.passerelle.client;

import fr.passerelle.client.model.Problem;
import fr.passerelle.client.model.ProblemDetail;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The service refused a request and said why (RFC 9457).
 *
 * <p>{@link #type} is stable and made for programs; {@link #detail} is for people, in the language
 * of the request.
 */
public final class ProblemException extends PasserelleException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final @Nullable Duration retryAfter;

  ProblemException(Call call, Problem problem, @Nullable Duration retryAfter) {
    super(message(call, problem), null);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  private static String message(Call call, Problem problem) {
    String errors =
        problem.errors().stream()
            .map(each -> "\n  " + each.pointer() + ": " + each.detail())
            .collect(Collectors.joining());
    return problem.status()
        + " "
        + problem.title()
        + " ("
        + call
        + "): "
        + problem.detail()
        + errors;
  }

  /** All that the service said. */
  public Problem problem() {
    return problem;
  }

  /** Address that names this kind of problem, and has a page about it. */
  public String type() {
    return problem.type();
  }

  /** The last word of the type, e.g. {@code unknown-code}. */
  public String kind() {
    return type().substring(type().lastIndexOf('/') + 1);
  }

  /** A few words for the kind of problem. */
  public String title() {
    return problem.title();
  }

  /** Status of the answer, e.g. 404. */
  public int status() {
    return problem.status();
  }

  /** What is wrong here and what to do about it. */
  public String detail() {
    return problem.detail();
  }

  /** What breaks which rule, each with a pointer to its place. */
  public List<ProblemDetail> errors() {
    return problem.errors();
  }

  /** How long the service asks to wait (Retry-After). */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
