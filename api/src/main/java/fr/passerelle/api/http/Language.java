package fr.passerelle.api.http;

import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language of an answer: French, or English for who prefers it. */
public final class Language {
  private static final List<String> KNOWN = List.of("fr", "en");
  private static final int LONGEST_HEADER = 500;

  private Language() {}

  /** The language that {@code Accept-Language} prefers among ours (RFC 9110, section 12.5.4). */
  public static String of(HttpRequest<?> request) {
    String header = request.getHeaders().get("Accept-Language", String.class).orElse("");
    if (header.isEmpty() || header.length() > LONGEST_HEADER) {
      return KNOWN.getFirst();
    }
    try {
      String tag = Locale.lookupTag(Locale.LanguageRange.parse(header), KNOWN);
      return tag == null ? KNOWN.getFirst() : tag;
    } catch (IllegalArgumentException e) {
      return KNOWN.getFirst();
    }
  }

  /**
   * The language asked for in the address, or else the one of {@link #of(HttpRequest)}.
   *
   * @throws ProblemException if it is not ours
   */
  public static String of(HttpRequest<?> request, @Nullable String asked) {
    return asked == null ? of(request) : known(asked);
  }

  /**
   * That language.
   *
   * @throws ProblemException if it is not ours
   */
  public static String known(String asked) {
    if (!KNOWN.contains(asked)) {
      throw ProblemException.parameter("lang", asked, "fr ou en");
    }
    return asked;
  }
}
