package fr.passerelle.api.feed;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines of an iCalendar file, escaped and folded.
 *
 * <p>ical4j, which reads this in the tests, folds after so many characters and so writes lines
 * longer than the 75 octets of RFC 5545 (section 3.1), and lets controls through.
 */
final class CalendarText {
  private static final int LONGEST = 75;
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029&&[^\\n]]+");

  private final StringBuilder out = new StringBuilder();

  /** A property of which the value is ours. */
  void line(String name, String value) {
    fold(name + ":" + CONTROLS.matcher(value).replaceAll("").replace("\n", ""));
  }

  /** A property of which the value is text (section 3.3.11). */
  void text(String name, String value) {
    fold(name + ":" + escaped(value));
  }

  /** A property of several texts; left out where there is none. */
  void texts(String name, List<String> values) {
    if (!values.isEmpty()) {
      fold(
          name + ":" + values.stream().map(CalendarText::escaped).collect(Collectors.joining(",")));
    }
  }

  private static String escaped(String text) {
    return CONTROLS
        .matcher(text)
        .replaceAll(" ")
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\n", "\\n");
  }

  /** In lines of 75 octets at most, no character cut in two. */
  private void fold(String line) {
    int octets = 0;
    for (int i = 0; i < line.length(); ) {
      int sign = line.codePointAt(i);
      int length = sign < 0x80 ? 1 : sign < 0x800 ? 2 : sign < 0x10000 ? 3 : 4;
      if (octets + length > LONGEST) {
        out.append("\r\n ");
        octets = 1;
      }
      out.appendCodePoint(sign);
      octets += length;
      i += Character.charCount(sign);
    }
    out.append("\r\n");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
