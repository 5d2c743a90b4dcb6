package fr.passerelle.api.http;

import io.netty.util.AsciiString;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The date of an answer (RFC 9110, section 6.6.1), written once a second.
 *
 * @param second since 1970
 * @param text as headers have it
 */
record HttpDate(long second, AsciiString text) {
  private static volatile HttpDate last = new HttpDate(0, AsciiString.EMPTY_STRING);

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** A date as headers have it (IMF-fixdate, RFC 9110, section 5.6.7). */
  static String text(long second) {
    return FORMAT.format(Instant.ofEpochSecond(second));
  }

  /** The date now. */
  static AsciiString now() {
    long second = DataStates.second();
    HttpDate date = last;
    if (date.second() != second) {
      date = new HttpDate(second, new AsciiString(text(second)));
      last = date;
    }
    return date.text();
  }
}
