package fr.passerelle.api.http;

import fr.passerelle.vocab.source.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** An answer as bytes, plain and gzipped, each with its strong ETag (RFC 9110, section 8.8.3). */
final class Representation {
  private static final int WORTH_COMPRESSING = 1_000;

  private final String mediaType;
  private final byte[] plain;
  private final byte[] gzip;
  private final String etag;
  private final Map<String, String> headers;

  private Representation(
      String mediaType, byte[] plain, byte[] gzip, String etag, Map<String, String> headers) {
    this.mediaType = mediaType;
    this.plain = plain;
    this.gzip = gzip;
    this.etag = etag;
    this.headers = headers;
  }

  static Representation of(String mediaType, byte[] plain, Map<String, String> headers) {
    byte[] gzip = compress(plain);
    // The shorter of the two: digesting took an eighth of the time of a page of the catalogue.
    byte[] hash = SourceFile.digest().digest(gzip.length > 0 ? gzip : plain);
    String etag = Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22);
    return new Representation(mediaType, plain, gzip, '"' + etag + '"', Map.copyOf(headers));
  }

  /** The bytes gzipped; empty where that gains nothing. */
  static byte[] compress(byte[] plain) {
    if (plain.length < WORTH_COMPRESSING) {
      return new byte[0];
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 4);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.size() < plain.length ? out.toByteArray() : new byte[0];
  }

  /** Media type with its charset. */
  String mediaType() {
    return mediaType;
  }

  /** Whether compressing gained something. */
  boolean compresses() {
    return gzip.length > 0;
  }

  /** Encoded bytes: not to be written to. */
  byte[] bytes(boolean gzipped) {
    return gzipped ? gzip : plain;
  }

  /** Quoted ETag of the plain bytes, or of the gzipped ones. */
  String etag(boolean gzipped) {
    return gzipped ? etag.substring(0, etag.length() - 1) + "-gzip\"" : etag;
  }

  /** Further headers, the same for every client. */
  Map<String, String> headers() {
    return headers;
  }

  int weight() {
    return plain.length + gzip.length + 500;
  }
}
