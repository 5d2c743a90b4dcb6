package fr.passerelle.api.study;

import fr.passerelle.api.http.Json;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.catalog.studies.RequestKey;
import fr.passerelle.vocab.source.SourceFile;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of a request that writes. */
final class SentBody {
  /** In bytes: a form with an abstract and a method of full length is well below. */
  static final int LARGEST_FORM = 1 << 20;

  /** In bytes. */
  static final int LARGEST_FILE = 20 << 20;

  private static final int LONGEST_KEY = 200;

  private final byte[] bytes;

  private SentBody(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Its bytes: not to be written to. */
  byte[] bytes() {
    return bytes;
  }

  /**
   * The body of a request that sends a form in JSON.
   *
   * @throws ProblemException UNSUPPORTED_MEDIA_TYPE for another type, TOO_LARGE beyond its bound
   */
  static SentBody form(HttpRequest<?> request, @Nullable InputStream body) throws IOException {
    requireType(request, List.of("application/json"));
    return read(body, LARGEST_FORM);
  }

  /**
   * Reads a body up to its bound and no further.
   *
   * @throws ProblemException TOO_LARGE beyond
   */
  static SentBody read(@Nullable InputStream body, int largest) throws IOException {
    try (InputStream in = body == null ? InputStream.nullInputStream() : body) {
      byte[] bytes = in.readNBytes(largest + 1);
      if (bytes.length > largest) {
        throw tooLarge(largest);
      }
      return new SentBody(bytes);
    } catch (IOException e) {
      // The server counts too, and says so while we read.
      if (e.getCause() instanceof ContentLengthExceededException) {
        throw tooLarge(largest);
      }
      throw e;
    }
  }

  /**
   * The type of a body, one of those.
   *
   * @throws ProblemException UNSUPPORTED_MEDIA_TYPE otherwise
   */
  static String requireType(HttpRequest<?> request, List<String> types) {
    return request
        .getContentType()
        .map(MediaType::getName)
        .filter(types::contains)
        .filter(type -> request.getHeaders().get("Content-Encoding") == null)
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                "Types acceptés ici : %s, en UTF-8, non compressé."
                    .formatted(String.join(", ", types))));
  }

  /** The rest of the body is not read: the connection cannot serve another request. */
  private static ProblemException tooLarge(int largest) {
    return new ProblemException(
        ProblemType.TOO_LARGE,
        "%d Mo au plus ici ; un résumé a 20 000 caractères au plus, un fichier se découpe."
            .formatted(largest >> 20),
        List.of(),
        Map.of("Connection", "close"));
  }

  /** The form of a JSON body. */
  Map<String, Object> form(Json json) {
    JsonNode tree = json.tree(bytes);
    if (!tree.isObject()) {
      throw new ProblemException(
          ProblemType.BAD_REQUEST, "Le corps est un objet JSON : une étude et ses champs.");
    }
    return object(tree);
  }

  private static Map<String, Object> object(JsonNode tree) {
    Map<String, Object> object = new LinkedHashMap<>();
    tree.entries()
        .forEach(each -> value(each.getValue()).ifPresent(it -> object.put(each.getKey(), it)));
    return object;
  }

  private static Optional<Object> value(JsonNode node) {
    if (node.isNull()) {
      return Optional.empty();
    }
    if (node.isObject()) {
      return Optional.of(object(node));
    }
    if (node.isArray()) {
      List<Object> values = new ArrayList<>();
      node.values().forEach(each -> values.add(value(each).orElse("")));
      return Optional.of(values);
    }
    // A boolean stays one, so that it is refused where a text is expected.
    return Optional.of(node.isBoolean() ? node.getBooleanValue() : node.coerceStringValue());
  }

  /** What the sender names the request by (Idempotency-Key), if anything. */
  Optional<RequestKey> requestKey(HttpRequest<?> request, String sender) {
    @Nullable String key = request.getHeaders().get("Idempotency-Key");
    if (key == null) {
      return Optional.empty();
    }
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw ProblemException.parameter(
          "Idempotency-Key", key, "de 1 à " + LONGEST_KEY + " caractères");
    }
    var digest = SourceFile.digest();
    digest.update(
        (request.getMethodName() + " " + request.getUri() + "\n").getBytes(StandardCharsets.UTF_8));
    return Optional.of(
        new RequestKey(sender, key.strip(), HexFormat.of().formatHex(digest.digest(bytes))));
  }
}
