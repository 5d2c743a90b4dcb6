package fr.passerelle.api.rest;

import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.Text;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.service.MappingFilter;
import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Query parameters that several lists have, with their bounds. */
final class Filters {
  static final int DEFAULT_LIMIT = 20;
  static final int MAX_LIMIT = 100;
  static final int LONGEST_TEXT = 200;

  private Filters() {}

  /** Read as text: the framework takes a number that it cannot read for one that was not given. */
  static int limit(@Nullable String limit) {
    String text = limit == null ? String.valueOf(DEFAULT_LIMIT) : limit;
    int size = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    if (size < 1 || size > MAX_LIMIT) {
      throw ProblemException.parameter("limit", text, "un entier de 1 à " + MAX_LIMIT);
    }
    return size;
  }

  static String text(@Nullable String q) {
    String text = q == null ? "" : q.strip();
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

  static Predicate predicate(String id) {
    return Predicate.find(id)
        .orElseThrow(() ->
            ProblemException.parameter(
                "predicate",
                id,
                "prédicat inconnu, le plus proche est "
                    + Arrays.stream(Predicate.values())
                        .map(Predicate::id)
                        .min(Comparator.comparingInt(each -> Text.distance(each, Text.cut(id))))
                        .orElseThrow()));
  }

  /** A least confidence, 0 to 1, or {@code none}: not assessed. */
  static MappingFilter.Confidence confidence(@Nullable String text) {
    if (text == null) {
      return MappingFilter.Confidence.ANY;
    }
    if (text.equals("none")) {
      return new MappingFilter.Confidence(OptionalDouble.empty(), /* unassessed= */ true);
    }
    if (!text.matches("0(\\.\\d{1,6})?|1(\\.0{1,6})?")) {
      throw ProblemException.parameter("confidence", text, "un nombre de 0 à 1, ou none");
    }
    return new MappingFilter.Confidence(OptionalDouble.of(Double.parseDouble(text)), false);
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
