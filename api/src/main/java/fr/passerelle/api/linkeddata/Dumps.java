package fr.passerelle.api.linkeddata;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Negotiation;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.skos.RdfFormat;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * Whole schemes as answers: streamed from a file that is made when it is first asked for. HEAD and
 * 304 make no file, as ETags are known before.
 */
@Singleton
final class Dumps {
  /** A dump is fetched by machines that ask again: they get a 304 unless a release came. */
  private static final String CACHE_CONTROL =
      "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400";

  private static final int BUFFER = 1 << 16;

  private final Instance instance;
  private final DumpFolder folder;

  Dumps(Instance instance) {
    this.instance = instance;
    this.folder = new DumpFolder(instance.dumps(), instance.uris());
  }

  HttpResponse<?> answer(
      HttpRequest<?> request, Snapshot snapshot, PublishedScheme scheme, RdfFormat format)
      throws IOException {
    Dump dump = Dump.of(scheme.stated(), format, instance.uris());
    boolean gzip = Negotiation.acceptsGzip(request);
    MutableHttpResponse<Object> response;
    if (Negotiation.matches(request, dump.etag(gzip))) {
      response = HttpResponse.notModified();
    } else {
      response = HttpResponse.ok().contentType(Formats.contentType(format));
      if (gzip) {
        response.header("Content-Encoding", "gzip");
      }
      if (request.getMethod() != HttpMethod.HEAD) {
        // The server closes the stream once it is sent, or when the client goes away.
        InputStream in = folder.open(dump, snapshot);
        response.body(gzip ? in : new GZIPInputStream(in, BUFFER));
      }
    }
    return response
        .header("ETag", dump.etag(gzip))
        .header("Cache-Control", CACHE_CONTROL)
        .header("Vary", "Accept-Encoding")
        .header("Link", Document.of(instance.uris(), scheme).links(format));
  }
}
