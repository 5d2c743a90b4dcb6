package fr.passerelle.client;

import java.net.http.HttpHeaders;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes and headers of an answer, decompressed.
 *
 * @param unchanged whether the bytes are those of an earlier answer
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Reply(int status, HttpHeaders headers, byte[] body, boolean unchanged) {
  private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([^;\\s\"]+)");

  Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** The body in the charset that it names, else UTF-8. */
  String text() {
    String type = header("Content-Type").orElse("");
    Matcher charset = CHARSET.matcher(type);
    try {
      return new String(
          body, charset.find() ? Charset.forName(charset.group(1)) : StandardCharsets.UTF_8);
    } catch (IllegalArgumentException unknown) {
      return new String(body, StandardCharsets.UTF_8);
    }
  }
}
