package fr.passerelle.api.http;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What went wrong, as {@code application/problem+json} (RFC 9457).
 *
 * @param type URI of the kind of problem; its page says what to do
 * @param title short summary of the kind, in the language asked
 * @param status HTTP status code
 * @param detail what is wrong this time, said so that a person can act on it
 * @param instance path of the request
 * @param errors each thing that is wrong, where one can tell
 */
@Serdeable
public record Problem(
    String type, String title, int status, String detail, String instance, List<Detail> errors) {

  /** Media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * Attribute of the request under which the problem it met is found, for who shows it otherwise.
   */
  public static final String ATTRIBUTE = "fr.passerelle.problem";

  public Problem {
    errors = List.copyOf(errors);
  }

  /**
   * One thing that is wrong.
   *
   * @param pointer where: the name of a parameter, or a JSON pointer into the body
   * @param rule which rule it breaks
   * @param detail what is wrong with it and what to do, where the rule does not tell; else empty
   */
  @Serdeable
  @Schema(name = "ProblemDetail")
  public record Detail(String pointer, String rule, String detail) {
    /** A breach that the rule itself explains. */
    public Detail(String pointer, String rule) {
      this(pointer, rule, "");
    }
  }
}
