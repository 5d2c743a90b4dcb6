package fr.passerelle.api.http;

import io.micronaut.http.HttpRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of a form that a body holds ({@code application/x-www-form-urlencoded}). */
public final class Form {
  private static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

  /** More fields than any form of ours has. */
  private static final int MOST_FIELDS = 20;

  private final Map<String, String> fields;

  private Form(Map<String, String> fields) {
    this.fields = Map.copyOf(fields);
  }

  /**
   * The form of those fields at most, each once.
   *
   * @throws ProblemException UNSUPPORTED_MEDIA_TYPE, TOO_LARGE, BAD_REQUEST, UNKNOWN_PARAMETER or
   *     BAD_PARAMETER
   */
  public static Form of(HttpRequest<?> request, byte @Nullable [] body, List<String> known) {
    boolean isForm =
        request
            .getContentType()
            .filter(type -> type.getName().equals(MEDIA_TYPE))
            .filter(type -> type.getCharset().map(StandardCharsets.UTF_8::equals).orElse(true))
            .isPresent();
    if (!isForm) {
      throw new ProblemException(
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          "Le corps est un formulaire en UTF-8 : Content-Type: " + MEDIA_TYPE + ".");
    }
    String text = new String(Bodies.bounded(body), StandardCharsets.UTF_8);
    Map<String, String> fields = new HashMap<>();
    for (String field : text.split("&", MOST_FIELDS)) {
      if (!field.isEmpty()) {
        add(fields, field, known);
      }
    }
    return new Form(fields);
  }

  private static void add(Map<String, String> fields, String field, List<String> known) {
    int equals = field.indexOf('=');
    String name = decoded(equals < 0 ? field : field.substring(0, equals));
    if (!known.contains(name)) {
      String rule = "connus : " + String.join(", ", known);
      throw new ProblemException(
          ProblemType.UNKNOWN_PARAMETER,
          "Champ inconnu " + Text.quoted(name) + " (" + rule + ")",
          new Problem.Detail(Text.cut(name), rule));
    }
    if (fields.put(name, equals < 0 ? "" : decoded(field.substring(equals + 1))) != null) {
      throw ProblemException.parameter(name, name, "donné une seule fois");
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          ProblemType.BAD_REQUEST,
          "Le formulaire est mal encodé : un signe % est suivi de deux chiffres hexadécimaux.");
    }
  }

  /** A field, if it was given. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(fields.get(name));
  }
}
