package fr.passerelle.api.http;

import io.micronaut.http.MutableHttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The headers of an answer that is kept, the same whoever gives it.
 *
 * @param answer what is answered
 * @param encoded the coding of it that is sent
 * @param modified in seconds; {@link #NO_DATE} where it is not told
 * @param shared whether caches that many share may keep it, too
 */
record Heads(Representation answer, Encoded encoded, long modified, boolean shared) {
  static final long NO_DATE = -1;
  static final String SURROGATE_KEY = "Surrogate-Key";
  static final String LAST_MODIFIED = "Last-Modified";

  /** Fresh for a minute: a release is seen by everyone within it, and reuse costs a 304. */
  private static final String PUBLIC =
      "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400";

  /** What a key asks for is the client's own, be it what everyone gets. */
  private static final String PRIVATE = "private, max-age=60";

  /**
   * Headers by name.
   *
   * @param fields in the order in which they are sent
   */
  record Head(Map<String, String> fields) {
    /** A response with these. */
    MutableHttpResponse<byte[]> on(MutableHttpResponse<byte[]> response) {
      fields.forEach((name, value) -> response.getHeaders().set(name, value));
      return response;
    }
  }

  /** Of the answer that is sent whole. */
  Head whole() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("Content-Type", answer.mediaType());
    // Said here, as the server drops the body of an answer to HEAD and its length with it.
    fields.put("Content-Length", Integer.toString(encoded.bytes().length));
    if (encoded.coding() != Coding.IDENTITY) {
      fields.put("Content-Encoding", encoded.coding().token());
    }
    fields.putAll(unchanged().fields());
    return new Head(fields);
  }

  /** Of the answer that what the client has is still right: all that a cache needs to know. */
  Head unchanged() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("Vary", Answers.VARY);
    fields.put("ETag", encoded.etag());
    if (modified != NO_DATE) {
      fields.put(LAST_MODIFIED, HttpDate.text(modified));
    }
    fields.put("Cache-Control", PUBLIC);
    // An answer may vary by more than the others do, or last longer.
    fields.putAll(answer.headers());
    if (!shared) {
      fields.put("Cache-Control", PRIVATE);
    }
    return new Head(fields);
  }

  /** Refusal of a request whose condition does not hold. */
  static ProblemException failed() {
    return new ProblemException(
        ProblemType.PRECONDITION_FAILED,
        "Ce qui est servi n'est plus ce que nomme If-Match ou If-Unmodified-Since : le relire.");
  }
}
