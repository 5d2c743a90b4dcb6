package fr.passerelle.api.linkeddata;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Negotiation;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.skos.Inverse;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Whole schemes and correspondences as answers: streamed from a file that is made when it is first
 * asked for. HEAD and 304 make no file, as ETags are known before; digests are said once it is
 * made.
 */
@Singleton
final class Dumps {
  /** A dump is fetched by machines that ask again: they get a 304 unless a release came. */
  private static final String OF_NOW =
      "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400";

  /** What a release says never changes (RFC 8246). */
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
  HttpResponse<?> answer(
      HttpRequest<?> request, Whole whole, Syntax syntax, Inverse inverse, String links)
      throws IOException {
    Dump dump = Dump.of(whole, syntax, uris());
    boolean gzip = Negotiation.acceptsGzip(request);
    return answer(request, dump, inverse, gzip, OF_NOW)
        .contentType(syntax.contentType())
        .header("Vary", "Accept-Encoding")
        .header("Link", links);
  }

  /**
   * The dump of one release for ever.
   *
   * @param file whether the gzipped file itself is asked for, rather than what it holds
   */
  HttpResponse<?> answer(HttpRequest<?> request, ReleaseDump asked, boolean file, Inverse inverse)
      throws IOException {
    Dump dump = asked.dump(uris());
    boolean gzip = file || Negotiation.acceptsGzip(request);
    MutableHttpResponse<?> response = answer(request, dump, inverse, gzip, FOR_EVER);
    if (file) {
      response.getHeaders().remove("Content-Encoding");
      return response.contentType("application/gzip");
    }
    return response.contentType(dump.syntax().contentType()).header("Vary", "Accept-Encoding");
  }

  /** Digests of a dump, which is made if need be. */
  Digests digests(ReleaseDump asked, Inverse inverse) throws IOException {
    return folder.digests(asked.dump(uris()), inverse);
  }

  private MutableHttpResponse<?> answer(
      HttpRequest<?> request, Dump dump, Inverse inverse, boolean gzip, String caching)
      throws IOException {
    MutableHttpResponse<Object> response;
    if (Negotiation.matches(request, dump.etag(gzip))) {
      response = HttpResponse.notModified();
    } else {
      response = HttpResponse.ok();
      if (gzip) {
        response.header("Content-Encoding", "gzip");
      }
      if (request.getMethod() != HttpMethod.HEAD) {
        // The server closes the stream once it is sent, or when the client goes away.
        InputStream in = folder.open(dump, inverse);
        response.body(gzip ? in : new GZIPInputStream(in, BUFFER));
      }
    }
    Optional<Digests> digests = folder.findDigests(dump);
    digests.ifPresent(each -> response.header("Repr-Digest", each.header(gzip)));
    return response.header("ETag", dump.etag(gzip)).header("Cache-Control", caching);
  }
}
