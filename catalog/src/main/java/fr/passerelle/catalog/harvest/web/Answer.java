package fr.passerelle.catalog.harvest.web;

import java.net.URI;
import java.util.Locale;

/**
 * What a source answered with success.
 *
 * @param uri address that answered, after redirects
 * @param type media type without parameters, in lower case; empty if it told none
 * @param body the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record Answer(URI uri, String type, byte[] body) {
  static String type(String contentType) {
    return contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }
}
