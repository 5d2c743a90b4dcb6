package fr.passerelle.api.graphql;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.api.RunningService;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What tests ask of the running service, and how they read its answers. */
final class Asking {
  private Asking() {}

  static HttpResponse<String> post(String body, String... headers) {
    return RunningService.send("POST", "/graphql", body, headers);
  }

  static HttpResponse<String> post(String query) {
    return post(body(query, Map.of()), "Content-Type", "application/json");
  }

  static HttpResponse<String> get(String query, String... headers) {
    return RunningService.get(path(query), headers);
  }

  static String path(String query) {
    return "/graphql?query=" + URLEncoder.encode(query, UTF_8);
  }

  static String body(String query, Map<String, ?> variables) {
    Map<String, ?> body = Map.of("query", query, "variables", variables);
    return new String(JsonWriter.write(body, 1 << 20).orElseThrow(), UTF_8);
  }

  /** The response to a query, as maps and lists. */
  static Map<?, ?> ask(String query) {
    return json(post(query).body());
  }

  static Map<?, ?> json(String body) {
    return (Map<?, ?>) Objects.requireNonNull(JsonReader.read("réponse", body.getBytes(UTF_8)));
  }

  /** What is under the data of the response to a query. */
  static @Nullable Object data(String query, Object... path) {
    return at(ask(query).get("data"), path);
  }

  /** What is at the end of a path of keys and indices. */
  static @Nullable Object at(@Nullable Object from, Object... path) {
    @Nullable Object here = from;
    for (Object step : path) {
      here =
          step instanceof Integer index
              ? ((List<?>) Objects.requireNonNull(here)).get(index)
              : ((Map<?, ?>) Objects.requireNonNull(here)).get(step);
    }
    return here;
  }

  /** The code of the first error of a response. */
  static @Nullable Object code(Map<?, ?> response) {
    return at(response, "errors", 0, "extensions", "code");
  }
}
