package fr.passerelle.api.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language of an answer: French, or English for who prefers it. */
public final class Language {
  private static final List<String> KNOWN = List.of("fr", "en");
  private static final int LONGEST_HEADER = 500;
  private static final String UNREADABLE = "";

  /** Browsers send few different headers: reading one took longer than answering from memory. */
  private static final Cache<String, String> READ = Caffeine.newBuilder().maximumSize(500).build();

  private Language() {}

  /** The language that {@code Accept-Language} prefers among ours (RFC 9110, section 12.5.4). */
  public static String of(HttpRequest<?> request) {
    return of(request.getHeaders().get("Accept-Language", String.class).orElse(""));
  }

  /** The same of the value of the header; empty where there is none. */
  static String of(String header) {
    String read = isUnread(header) ? UNREADABLE : READ.get(header, Language::read);
    return read.equals(UNREADABLE) ? KNOWN.getFirst() : read;
  }

  /** Whether the value of the header is a list of languages that is read. */
  public static boolean isReadable(String header) {
    return !isUnread(header) && !READ.get(header, Language::read).equals(UNREADABLE);
  }

  private static boolean isUnread(String header) {
    return header.isEmpty() || header.length() > LONGEST_HEADER;
  }

  private static String read(String header) {
    try {
      String tag = Locale.lookupTag(Locale.LanguageRange.parse(header), KNOWN);
      return tag == null ? KNOWN.getFirst() : tag;
    } catch (IllegalArgumentException e) {
      return UNREADABLE;
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
