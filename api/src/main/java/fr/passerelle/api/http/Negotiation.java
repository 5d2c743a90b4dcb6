package fr.passerelle.api.http;

import io.micronaut.http.HttpRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Proactive negotiation and conditional requests (RFC 9110, sections 12 and 13). */
public final class Negotiation {
  /** A longer header is not from a client that wants an answer: only its beginning is read. */
  private static final int MAX_RANGES = 50;

  private static final long NO_DATE = -1;

  private Negotiation() {}

  private static final Pattern QUALITY =
      Pattern.compile("[qQ]=(0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?)");

  /**
   * A member of a header of preferences.
   *
   * @param name in lower case
   * @param quality from 0 to 1; 1 where none is given, or none that can be read
   */
  record Range(String name, double quality) {
    boolean covers(String mediaType) {
      return name.equals("*/*")
          || name.equals(mediaType)
          || (name.endsWith("/*") && mediaType.startsWith(name.substring(0, name.length() - 1)));
    }

    int precision() {
      return name.equals("*/*") ? 0 : name.endsWith("/*") ? 1 : 2;
    }
  }

  /**
   * The media type that {@code Accept} prefers.
   *
   * @param offered in our own order of preference, which decides between equals
   * @return empty if none is acceptable
   */
  public static Optional<String> prefer(HttpRequest<?> request, List<String> offered) {
    List<Range> ranges = ranges(request.getHeaders().getAll("Accept"));
    if (ranges.isEmpty()) {
      return Optional.of(offered.getFirst());
    }
    return offered.stream()
        .filter(type -> quality(ranges, type) > 0)
        .max(
            Comparator.comparingDouble((String type) -> quality(ranges, type))
                .thenComparingInt(type -> -offered.indexOf(type)));
  }

  /**
   * Refuses a request whose {@code Accept} leaves no room for the only type there is.
   *
   * @throws ProblemException NOT_ACCEPTABLE
   */
  public static void require(HttpRequest<?> request, String only) {
    if (prefer(request, List.of(only)).isEmpty()) {
      throw new ProblemException(
          ProblemType.NOT_ACCEPTABLE,
          "Aucun des formats demandés par Accept n'est disponible ici ; il y a : " + only);
    }
  }

  /** Quality of a type: that of the most precise range that covers it. */
  private static double quality(List<Range> ranges, String type) {
    return ranges.stream()
        .filter(range -> range.covers(type))
        .max(Comparator.comparingInt(Range::precision))
        .map(Range::quality)
        .orElse(0.0);
  }

  /** Whether gzip may be sent. */
  public static boolean acceptsGzip(HttpRequest<?> request) {
    return Codings.of(request).admits(Coding.GZIP);
  }

  /** Whether {@code If-None-Match} holds that ETag, by weak comparison. */
  public static boolean matches(HttpRequest<?> request, String etag) {
    return Conditions.of(request.getHeaders()::getAll).of(etag, NO_DATE)
        == Conditions.Verdict.UNCHANGED;
  }

  /** The members of a header of preferences, as far as they are read. */
  static List<Range> ranges(List<String> lines) {
    List<Range> ranges = new ArrayList<>();
    for (String line : lines) {
      for (String each : line.split(",", MAX_RANGES)) {
        String[] parts = each.split(";", 10);
        String name = parts[0].strip().toLowerCase(Locale.ROOT);
        if (!name.isEmpty() && ranges.size() < MAX_RANGES) {
          ranges.add(new Range(name, quality(parts)));
        }
      }
    }
    return ranges;
  }

  private static double quality(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      Matcher part = QUALITY.matcher(parts[i].strip());
      if (part.matches()) {
        return Double.parseDouble(part.group(1));
      }
    }
    return 1;
  }
}
