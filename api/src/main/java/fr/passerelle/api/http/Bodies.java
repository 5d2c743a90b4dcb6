package fr.passerelle.api.http;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bodies of requests that ask, bounded before they are read. */
@Singleton
public final class Bodies {
  /** In bytes: a thousand URIs fit. */
  private static final int LARGEST = 256 << 10;

  private final Json json;

  Bodies(Json json) {
    this.json = json;
  }

  /**
   * The JSON object of a body.
   *
   * @throws ProblemException UNSUPPORTED_MEDIA_TYPE, TOO_LARGE, BAD_REQUEST or BAD_PARAMETER
   */
  public JsonBody object(HttpRequest<?> request, byte @Nullable [] body, List<String> known) {
    boolean isJson =
        request
            .getContentType()
            .filter(type -> type.getName().equals("application/json"))
            .filter(type -> type.getCharset().map(StandardCharsets.UTF_8::equals).orElse(true))
            .isPresent();
    if (!isJson) {
      throw new ProblemException(
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          "Le corps est du JSON en UTF-8 : Content-Type: application/json.");
    }
    return JsonBody.of(json.tree(bounded(body)), known);
  }

  /**
   * The bytes of a body, if they are not too many.
   *
   * @throws ProblemException TOO_LARGE
   */
  public static byte[] bounded(byte @Nullable [] body) {
    byte[] bytes = body == null ? new byte[0] : body;
    if (bytes.length > LARGEST) {
      throw new ProblemException(
          ProblemType.TOO_LARGE,
          "Corps de %d octets ; %d au plus : couper la liste en plusieurs requêtes."
              .formatted(bytes.length, LARGEST));
    }
    return bytes;
  }
}
