package fr.passerelle.api.http;

/** A content coding that representations are sent in, the one we like best first. */
enum Coding {
  /** RFC 7932. */
  BROTLI("br"),
  /** RFC 8878. */
  ZSTD("zstd"),
  /** RFC 1952. */
  GZIP("gzip"),
  /** As it is. */
  IDENTITY("identity");

  private final String token;

  Coding(String token) {
    this.token = token;
  }

  /** Its name in {@code Accept-Encoding} and {@code Content-Encoding}. */
  String token() {
    return token;
  }

  /** What it adds to an ETag: each representation has its own (RFC 9110, section 8.8.3.3). */
  String suffix() {
    return this == IDENTITY ? "" : "-" + token;
  }
}
