package fr.passerelle.client;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is sent, again where it is worth it.
 *
 * @param timeout for the answer, all attempts included
 * @param file where the body of the answer goes; null when it is kept in memory
 */
record Call(
    String method,
    URI uri,
    Map<String, String> headers,
    @Nullable Body body,
    Duration timeout,
    @Nullable Path file) {

  /** Whether sending it twice does what sending it once does (RFC 9110, 9.2.2). */
  boolean idempotent() {
    return !method.equals("POST") || headers.containsKey(Request.IDEMPOTENCY_KEY);
  }

  /** Whether an earlier answer can stand for the new one. */
  boolean repeatable() {
    return method.equals("GET") && file == null;
  }

  @Override
  public String toString() {
    return method + " " + uri;
  }
}
