package fr.passerelle.api.http;

import io.netty.handler.codec.DateFormatter;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The conditions that a request to read makes (RFC 9110, section 13).
 *
 * @param ifMatch lines of that header; none where it is not there
 * @param ifNoneMatch the same
 * @param ifModifiedSince the same
 * @param ifUnmodifiedSince the same
 */
record Conditions(
    List<String> ifMatch,
    List<String> ifNoneMatch,
    List<String> ifModifiedSince,
    List<String> ifUnmodifiedSince) {
  static final String IF_MATCH = "If-Match";
  static final String IF_UNMODIFIED_SINCE = "If-Unmodified-Since";
  private static final String ANY = "*";

  /** In characters; all forms of a date are shorter (RFC 9110, section 5.6.7). */
  private static final int LONGEST_DATE = 40;

  /** What becomes of a request. */
  enum Verdict {
    /** It is answered. */
    SEND,
    /** The client has it: 304. */
    UNCHANGED,
    /** What the client asks of has changed: 412. */
    FAILED
  }

  /**
   * Those of a request.
   *
   * @param headers lines of a header by its name
   */
  static Conditions of(Function<String, List<String>> headers) {
    return new Conditions(
        headers.apply(IF_MATCH),
        headers.apply("If-None-Match"),
        headers.apply("If-Modified-Since"),
        headers.apply(IF_UNMODIFIED_SINCE));
  }

  /**
   * What becomes of a request for a representation, in the order of section 13.2.2: an entity tag
   * wins over a date.
   *
   * @param lastModified in seconds; negative where it is not told
   */
  Verdict of(String etag, long lastModified) {
    boolean failed =
        ifMatch.isEmpty()
            ? isAfter(lastModified, ifUnmodifiedSince)
            : ifMatch.stream().noneMatch(line -> isAny(line) || holdsStrong(line, etag));
    if (failed) {
      return Verdict.FAILED;
    }
    boolean unchanged =
        ifNoneMatch.isEmpty()
            ? isUpTo(lastModified, ifModifiedSince)
            : names(etag) || ifNoneMatch.stream().anyMatch(Conditions::isAny);
    return unchanged ? Verdict.UNCHANGED : Verdict.SEND;
  }

  /** Whether {@code If-None-Match} names that ETag, by weak comparison. */
  private boolean names(String etag) {
    // Its quotes make it whole: no other tag can hold them.
    return ifNoneMatch.stream().anyMatch(line -> line.contains(etag));
  }

  /** Whether any tag is named. */
  boolean nameTags() {
    return !ifNoneMatch.isEmpty() || !ifMatch.isEmpty();
  }

  /** Whether that ETag is named, in whichever condition. */
  boolean mention(String etag) {
    return names(etag) || ifMatch.stream().anyMatch(line -> line.contains(etag));
  }

  private static boolean isAny(String line) {
    return line.strip().equals(ANY);
  }

  /** A weak tag never matches strongly (section 8.8.3.2). */
  private static boolean holdsStrong(String line, String etag) {
    int at = line.indexOf(etag);
    while (at >= 0) {
      if (at == 0 || line.charAt(at - 1) != '/') {
        return true;
      }
      at = line.indexOf(etag, at + 1);
    }
    return false;
  }

  private static boolean isUpTo(long lastModified, List<String> since) {
    @Nullable Instant date = date(lastModified, since);
    return date != null && lastModified <= date.getEpochSecond();
  }

  private static boolean isAfter(long lastModified, List<String> since) {
    @Nullable Instant date = date(lastModified, since);
    return date != null && lastModified > date.getEpochSecond();
  }

  /** A date that cannot be read, or is not alone, is not there (section 13.1.3). */
  private static @Nullable Instant date(long lastModified, List<String> lines) {
    if (lastModified < 0 || lines.size() != 1) {
      return null;
    }
    String line = lines.getFirst();
    return line.isEmpty() || line.length() > LONGEST_DATE
        ? null
        : Optional.ofNullable(DateFormatter.parseHttpDate(line)).map(Date::toInstant).orElse(null);
  }
}
