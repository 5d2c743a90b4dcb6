package fr.passerelle.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import fr.passerelle.client.model.Problem;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values from and to JSON. What a newer service adds is passed over. */
final class Codec {
  private final ObjectMapper mapper =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  Body write(Object value) {
    try {
      return Body.of(mapper.writeValueAsBytes(value), "application/json");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Cannot be written as JSON: " + value.getClass(), e);
    }
  }

  /** The body as that type; null for {@link Void}. */
  @SuppressWarnings("NullAway") // The only value of Void.
  <T> T read(Reply reply, Class<T> type) {
    if (type == Void.class) {
      return null;
    }
    if (type == byte[].class) {
      return type.cast(reply.body().clone());
    }
    if (type == String.class) {
      return type.cast(reply.text());
    }
    String media = mediaType(reply);
    if (!media.isEmpty() && !media.endsWith("json")) {
      throw new UnexpectedAnswerException(
          "An answer of type " + media + " is not JSON: read it by text(), bytes() or download()",
          null);
    }
    try {
      return Objects.requireNonNull(mapper.readValue(reply.body(), type));
    } catch (IOException | NullPointerException e) {
      throw new UnexpectedAnswerException("Not a " + type.getSimpleName() + " in JSON", e);
    }
  }

  /** The problem that was answered, or what the status alone says. */
  Problem problem(Reply reply) {
    @Nullable Problem problem = null;
    if (mediaType(reply).endsWith("json")) {
      try {
        problem = mapper.readValue(reply.body(), Problem.class);
      } catch (IOException notOurs) {
        // A server in between may say anything.
      }
    }
    String none = "The answer does not say why";
    return Problem.builder()
        .type(problem == null || problem.type() == null ? "about:blank" : problem.type())
        .title(problem == null || problem.title() == null ? "HTTP" : problem.title())
        .detail(problem == null || problem.detail() == null ? none : problem.detail())
        .instance(problem == null || problem.instance() == null ? "" : problem.instance())
        .errors(problem == null ? java.util.List.of() : problem.errors())
        .status(reply.status())
        .build();
  }

  private static String mediaType(Reply reply) {
    return reply.header("Content-Type").orElse("").split(";", 2)[0].strip();
  }
}
