package fr.passerelle.api.linkeddata;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.ByteRange;
import fr.passerelle.api.http.Negotiation;
import fr.passerelle.vocab.Uris;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Whole schemes and correspondences as answers: streamed from a file that is made when it is first
 * asked for, by HEAD as by GET, which say the same. A 304 makes no file: ETags are known before.
 */
@Singleton
final class Dumps {
  /** A dump is fetched by machines that ask again: they get a 304 unless a release came. */
  private static final String OF_NOW =
      "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400";

  /** What a release says stays; how it is written may change with the service. */
  private static final String OF_RELEASE = "public, max-age=3600, stale-if-error=86400";

  /** Bytes under a name that holds all they depend on never change (RFC 8246). */
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private static final int BUFFER = 1 << 16;

  private final Instance instance;
  private final DumpFolder folder;

  Dumps(Instance instance) {
    this.instance = instance;
    this.folder = new DumpFolder(instance.dumps(), instance.uris());
  }

  private Uris uris() {
    return instance.uris();
  }

  /** The dump of what is published now, in the encoding that the client accepts. */
  HttpResponse<?> answer(HttpRequest<?> request, Whole whole, Syntax syntax, String links)
      throws IOException {
    Dump dump = Dump.of(whole, syntax, uris());
    boolean gzip = Negotiation.acceptsGzip(request);
    return answer(request, dump, gzip, OF_NOW)
        .contentType(syntax.contentType())
        .header("Vary", "Accept-Encoding")
        .header("Link", links);
  }

  /**
   * The dump of one release.
   *
   * @param key what the address says that the bytes depend on; empty if it names the release only
   * @param file whether the gzipped file itself is asked for, rather than what it holds
   */
  HttpResponse<?> answer(HttpRequest<?> request, ReleaseDump asked, String key, boolean file)
      throws IOException {
    Dump dump = asked.dump(uris());
    String end = file ? ".gz" : "";
    if (!key.isEmpty() && !key.equals(dump.key())) {
      // Other bytes than those that were named: they have another address.
      return HttpResponse.status(HttpStatus.SEE_OTHER)
          .contentLength(0)
          .header("Location", dump.path() + end)
          .header("Cache-Control", "no-store");
    }
    boolean gzip = file || Negotiation.acceptsGzip(request);
    MutableHttpResponse<?> response =
        answer(request, dump, gzip, key.isEmpty() ? OF_RELEASE : FOR_EVER)
            .header("Content-Location", dump.lastingPath() + end);
    if (file) {
      response.getHeaders().remove("Content-Encoding");
      return response.contentType("application/gzip");
    }
    return response.contentType(dump.syntax().contentType()).header("Vary", "Accept-Encoding");
  }

  /** Digests of a dump, which is made if need be. */
  Digests digests(ReleaseDump asked) throws IOException {
    return folder.digests(asked.dump(uris()));
  }

  /** Length of the gzipped bytes of a dump, which is made if need be. */
  long length(ReleaseDump asked) throws IOException {
    return folder.length(asked.dump(uris()));
  }

  /** What is known of the dump of what is published now, if it was made. */
  Optional<DumpFolder.Made> find(Whole whole, Syntax syntax) {
    return folder.find(Dump.of(whole, syntax, uris()));
  }

  /** Makes the dump of what is published now, if it was not. */
  void make(Whole whole, Syntax syntax) throws IOException {
    folder.length(Dump.of(whole, syntax, uris()));
  }

  /** Number of dumps made since the start. */
  long made() {
    return folder.made();
  }

  private MutableHttpResponse<?> answer(
      HttpRequest<?> request, Dump dump, boolean gzip, String caching) throws IOException {
    MutableHttpResponse<Object> response;
    if (Negotiation.matches(request, dump.etag(gzip))) {
      response = HttpResponse.notModified();
    } else {
      response = gzip ? gzipped(request, dump) : inflated(request, dump);
      response.header("Repr-Digest", folder.digests(dump).header(gzip));
    }
    return response.header("ETag", dump.etag(gzip)).header("Cache-Control", caching);
  }

  /** The file itself, or a part of it; the server closes it once it is sent. */
  private MutableHttpResponse<Object> gzipped(HttpRequest<?> request, Dump dump)
      throws IOException {
    ByteRange range = ByteRange.of(request, dump.etag(/* gzip= */ true), folder.length(dump));
    MutableHttpResponse<Object> response = range.response().header("Content-Encoding", "gzip");
    return request.getMethod() == HttpMethod.HEAD
        ? response
        : response.body(range.of(folder.open(dump)));
  }

  /** What the file holds; parts of it are not served, as all before them would be inflated. */
  private MutableHttpResponse<Object> inflated(HttpRequest<?> request, Dump dump)
      throws IOException {
    MutableHttpResponse<Object> response = HttpResponse.ok().header("Accept-Ranges", "none");
    return request.getMethod() == HttpMethod.HEAD
        ? response
        : response.body(new GZIPInputStream(folder.open(dump), BUFFER));
  }
}
