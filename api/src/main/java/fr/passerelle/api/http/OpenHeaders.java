package fr.passerelle.api.http;

import java.util.Map;

/**
 * Headers of every answer, by which pages of any origin may read it, without credentials (Fetch
 * Standard, section 3.3). The same for all, so that no cache keeps one answer for each origin.
 */
final class OpenHeaders {
  /** What scripts may see beside what browsers always show them. */
  private static final String EXPOSED =
      String.join(
          ", ",
          "ETag",
          "Link",
          "Location",
          "Content-Location",
          "Content-Disposition",
          "Content-Range",
          "Accept-Ranges",
          "Allow",
          "Retry-After",
          "RateLimit",
          "RateLimit-Policy",
          "RateLimit-Limit",
          "RateLimit-Remaining",
          "RateLimit-Reset",
          "Cache-Status",
          "Deprecation",
          "Sunset",
          "Memento-Datetime",
          "Repr-Digest",
          "WWW-Authenticate");

  /** What scripts may send: all that some address here reads. No cookie is among it. */
  static final String ADMITTED =
      String.join(
          ", ",
          "Accept",
          "Accept-Language",
          "Accept-Datetime",
          "Authorization",
          "Content-Type",
          "If-None-Match",
          "If-Modified-Since",
          "If-Match",
          "If-Unmodified-Since",
          "If-Range",
          "Range",
          "Prefer",
          "Idempotency-Key");

  static final Map<String, String> ALL =
      Map.of(
          "Access-Control-Allow-Origin",
          "*",
          "Access-Control-Expose-Headers",
          EXPOSED,
          "X-Content-Type-Options",
          "nosniff");

  private OpenHeaders() {}
}
