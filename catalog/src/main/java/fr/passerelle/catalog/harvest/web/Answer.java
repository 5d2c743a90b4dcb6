package fr.passerelle.catalog.harvest.web;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a source answered with success.
 *
 * @param uri address that answered, after redirects
 * @param type media type without parameters, in lower case; empty if it told none
 * @param body the bytes
 * @param next address of the page that follows, as the header Link tells it, not resolved
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record Answer(URI uri, String type, byte[] body, Optional<String> next) {
  private static final Pattern NEXT =
      Pattern.compile(
          "<([^<>]{1,2000})>\\s*;[^,<>]*\\brel\\s*=\\s*\"?next\"?", Pattern.CASE_INSENSITIVE);

  /** The page that follows, of a header Link (RFC 8288). */
  static Optional<String> next(String links) {
    Matcher matcher = NEXT.matcher(links);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  static String type(String contentType) {
    return contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }
}
