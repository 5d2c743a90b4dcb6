package fr.passerelle.api.http;

import fr.passerelle.vocab.source.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * An answer as bytes, plain and gzipped, each with its strong ETag (RFC 9110, section 8.8.3).
 *
 * @param mediaType with its charset
 * @param plain encoded bytes
 * @param gzip the same compressed; empty if that gains nothing
 * @param etag of the plain bytes, quoted; the one of the gzip bytes ends in {@code -gzip}
 * @param headers further headers, the same for every client
 */
record Representation(
    String mediaType, byte[] plain, byte[] gzip, String etag, Map<String, String> headers) {
  private static final int WORTH_COMPRESSING = 1_000;

  static Representation of(String mediaType, byte[] plain, Map<String, String> headers) {
    byte[] hash = SourceFile.digest().digest(plain);
    String etag = Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22);
    return new Representation(
        mediaType, plain, compress(plain), '"' + etag + '"', Map.copyOf(headers));
  }

  private static byte[] compress(byte[] plain) {
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

  String gzipEtag() {
    return etag.substring(0, etag.length() - 1) + "-gzip\"";
  }

  int weight() {
    return plain.length + gzip.length + 500;
  }
}
