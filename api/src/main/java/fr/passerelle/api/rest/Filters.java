package fr.passerelle.api.rest;

import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.Text;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Status;
import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** Query parameters that several lists have, with their bounds. */
final class Filters {
  static final int DEFAULT_LIMIT = 20;
  static final int MAX_LIMIT = 100;
  static final int LONGEST_TEXT = 200;

  private Filters() {}

  static int limit(Optional<Integer> limit) {
    int size = limit.orElse(DEFAULT_LIMIT);
    if (size < 1 || size > MAX_LIMIT) {
      throw ProblemException.parameter("limit", String.valueOf(size), "de 1 à " + MAX_LIMIT);
    }
    return size;
  }

  static String text(Optional<String> q) {
    String text = q.orElse("").strip();
    if (text.length() > LONGEST_TEXT) {
      throw ProblemException.parameter("q", text, LONGEST_TEXT + " caractères au plus");
    }
    return text;
  }

  static ConceptType type(String id) {
    return ConceptType.find(id)
        .orElseThrow(() ->
            ProblemException.parameter(
                "type",
                id,
                "type inconnu, le plus proche est "
                    + Arrays.stream(ConceptType.values())
                        .map(ConceptType::id)
                        .min(Comparator.comparingInt(each -> Text.distance(each, Text.cut(id))))
                        .orElseThrow()));
  }

  static Status status(String id) {
    return Arrays.stream(Status.values())
        .filter(status -> ConceptItem.status(status).equals(id))
        .findFirst()
        .orElseThrow(
            () -> ProblemException.parameter("status", id, "current, retired ou referenced"));
  }

  /** What identifies a list whatever its page: its path and filters, without cursor and limit. */
  static String list(HttpRequest<?> request) {
    TreeMap<String, String> filters = new TreeMap<>();
    request.getParameters().forEach((name, values) -> filters.put(name, String.join(",", values)));
    filters.remove("cursor");
    filters.remove("limit");
    filters.remove("lang");
    return request.getPath().toLowerCase(Locale.ROOT) + filters;
  }
}
