package fr.passerelle.api.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The content codings that a client takes, the one it likes best first (RFC 9110, section 12.5.3).
 *
 * @param admitted those of quality above 0; between equals, our own order
 */
record Codings(List<Coding> admitted) {
  static final String HEADER = "Accept-Encoding";

  /** What is sent to who says nothing: what everyone reads. */
  static final Codings NONE = new Codings(List.of(Coding.IDENTITY));

  /** Below any quality that can be written: where nothing is said of identity, it comes last. */
  private static final double UNSAID = 1e-4;

  /** Browsers send few different headers, an attacker many: the rare ones are read each time. */
  private static final Cache<String, Codings> READ = Caffeine.newBuilder().maximumSize(500).build();

  private static final int LONGEST_KEPT = 200;

  Codings {
    admitted = List.copyOf(admitted);
  }

  static Codings of(HttpRequest<?> request) {
    List<String> lines = request.getHeaders().getAll(HEADER);
    return lines.size() == 1 ? of(lines.getFirst()) : read(lines);
  }

  /** The same of the one line there is. */
  static Codings of(String line) {
    return line.length() > LONGEST_KEPT
        ? read(List.of(line))
        : READ.get(line, each -> read(List.of(each)));
  }

  private static Codings read(List<String> lines) {
    if (lines.isEmpty()) {
      return NONE;
    }
    List<Negotiation.Range> ranges = Negotiation.ranges(lines);
    return new Codings(
        Arrays.stream(Coding.values())
            .filter(coding -> quality(ranges, coding) > 0)
            .sorted(Comparator.comparingDouble((Coding coding) -> -quality(ranges, coding)))
            .toList());
  }

  /** What is said of a coding itself wins over what is said of the rest. */
  private static double quality(List<Negotiation.Range> ranges, Coding coding) {
    double rest = coding == Coding.IDENTITY ? UNSAID : 0;
    for (Negotiation.Range range : ranges) {
      if (range.name().equals(coding.token())
          || (coding == Coding.GZIP && range.name().equals("x-gzip"))) {
        return range.quality();
      }
      if (range.name().equals("*")) {
        rest = range.quality();
      }
    }
    return rest;
  }

  /** Whether anything may be sent in that coding. */
  boolean admits(Coding coding) {
    return admitted.contains(coding);
  }
}
