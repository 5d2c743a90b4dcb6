package fr.passerelle.api.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.release.Vocabularies;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.uri.UriBuilder;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers made once per state of what is published, then served as bytes.
 *
 * <p>A key carries the version of the snapshot, so that nothing is ever stale and nothing has to be
 * purged; answers of earlier snapshots leave by weight.
 */
@Singleton
public final class Answers {
  private static final long MAX_BYTES = 64L << 20;
  static final String JSON = "application/json; charset=utf-8";

  /** Fresh for a minute: a release is seen by everyone within it, and reuse costs a 304. */
  private static final String CACHE_CONTROL =
      "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400";

  /** What every answer depends on. */
  static final String VARY = "Accept, Accept-Encoding, Accept-Language";

  private final Vocabularies vocabularies;
  private final Json json;
  private final Cache<String, Representation> cache =
      Caffeine.newBuilder()
          .maximumWeight(MAX_BYTES)
          .<String, Representation>weigher((key, answer) -> answer.weight() + 2 * key.length())
          .build();

  Answers(Vocabularies vocabularies, Json json) {
    this.vocabularies = vocabularies;
    this.json = json;
  }

  /**
   * A body and the headers that go with it.
   *
   * @param body a {@code @Serdeable} value, or the bytes themselves
   * @param headers e.g. Link
   */
  public record Content(Object body, Map<String, String> headers) {
    public Content {
      headers = Map.copyOf(headers);
    }

    /** A body without further headers. */
    public static Content of(Object body) {
      return new Content(body, Map.of());
    }

    /** With a Link to the licence of the data (RFC 8288, relation "license"). */
    public Content licensed(Licence licence) {
      return linked(licence.uri(), "license");
    }

    /** With a Link to the next page, if there is one, and to the first. */
    public Content paged(HttpRequest<?> request, @Nullable String next) {
      UriBuilder first = UriBuilder.of(request.getPath());
      request
          .getParameters()
          .forEach((name, values) -> {
            if (!name.equals("cursor")) {
              first.queryParam(name, values.toArray());
            }
          });
      Content content = linked(first.toString(), "first");
      return next == null
          ? content
          : content.linked(first.queryParam("cursor", next).toString(), "next");
    }

    /** With a header. */
    public Content with(String name, String value) {
      Map<String, String> more = new HashMap<>(headers);
      more.put(name, value);
      return new Content(body, more);
    }

    /** With a Link of that relation. */
    public Content linked(String target, String relation) {
      String link = "<%s>; rel=\"%s\"".formatted(target, relation);
      Map<String, String> more = new HashMap<>(headers);
      more.merge("Link", link, (before, now) -> before + ", " + now);
      return new Content(body, more);
    }
  }

  /**
   * The JSON answer to a request.
   *
   * @throws ProblemException NOT_ACCEPTABLE where {@code Accept} leaves no room for JSON
   * @param variant what the answer depends on besides the address: the language
   * @param content made from the snapshot, if it is not cached
   */
  public HttpResponse<byte[]> json(
      HttpRequest<?> request, String variant, Function<Snapshot, Content> content) {
    return json(request, variant, vocabularies.snapshot(), content);
  }

  /** The same, read from that state, which may be an earlier one. */
  public HttpResponse<byte[]> json(
      HttpRequest<?> request,
      String variant,
      Snapshot snapshot,
      Function<Snapshot, Content> content) {
    Negotiation.require(request, "application/json");
    return answer(request, JSON, variant, snapshot, content);
  }

  /**
   * The JSON answer to a question that came in a body: made each time, kept by nobody.
   *
   * @param content a {@code @Serdeable} value made from the snapshot
   */
  public HttpResponse<byte[]> fresh(HttpRequest<?> request, Function<Snapshot, Object> content) {
    Negotiation.require(request, "application/json");
    return unkept(JSON, Content.of(content.apply(vocabularies.snapshot())), "no-store");
  }

  /** An answer that no cache keeps, with what is said of that. */
  MutableHttpResponse<byte[]> unkept(String mediaType, Content content, String cacheControl) {
    byte[] bytes = bytes(content);
    MutableHttpResponse<byte[]> response = HttpResponse.ok(bytes);
    response.contentType(mediaType).contentLength(bytes.length);
    content.headers().forEach(response::header);
    return response.header("Cache-Control", cacheControl).header("Vary", "Accept, Accept-Language");
  }

  /** An answer that says when it was made, and so is another one a second later. */
  public HttpResponse<byte[]> momentary(HttpRequest<?> request, String mediaType, Content content) {
    byte[] plain = bytes(content);
    byte[] gzip = Negotiation.acceptsGzip(request) ? Representation.compress(plain) : new byte[0];
    byte[] sent = gzip.length > 0 ? gzip : plain;
    MutableHttpResponse<byte[]> response = HttpResponse.ok(sent);
    response.contentType(mediaType).contentLength(sent.length);
    content.headers().forEach(response::header);
    if (gzip.length > 0) {
      response.header("Content-Encoding", "gzip");
    }
    return response.header("Cache-Control", "no-store").header("Vary", "Accept-Encoding");
  }

  /** The answer to a request in that media type. */
  public HttpResponse<byte[]> answer(
      HttpRequest<?> request,
      String mediaType,
      String variant,
      Function<Snapshot, Content> content) {
    return answer(request, mediaType, variant, vocabularies.snapshot(), content);
  }

  /** The same, read from that state, which may be an earlier one. */
  public HttpResponse<byte[]> answer(
      HttpRequest<?> request,
      String mediaType,
      String variant,
      Snapshot snapshot,
      Function<Snapshot, Content> content) {
    String key =
        String.join("\n", snapshot.version(), mediaType, variant, request.getUri().toString());
    Representation answer =
        cache.get(key, absent -> representation(mediaType, content.apply(snapshot)));
    return respond(request, answer);
  }

  private Representation representation(String mediaType, Content content) {
    return Representation.of(mediaType, bytes(content), content.headers());
  }

  private byte[] bytes(Content content) {
    return content.body() instanceof byte[] raw ? raw : json.bytes(content.body());
  }

  private static HttpResponse<byte[]> respond(HttpRequest<?> request, Representation answer) {
    boolean gzip = answer.compresses() && Negotiation.acceptsGzip(request);
    String etag = answer.etag(gzip);
    MutableHttpResponse<byte[]> response;
    if (Negotiation.matches(request, etag)) {
      response = HttpResponse.notModified();
    } else {
      byte[] bytes = answer.bytes(gzip);
      response = HttpResponse.ok(bytes);
      // Said here, as the server drops the body of an answer to HEAD and its length with it.
      response.contentType(answer.mediaType()).contentLength(bytes.length);
      if (gzip) {
        response.header("Content-Encoding", "gzip");
      }
    }
    // Set, not added: an answer may vary by more than the others do.
    response.getHeaders().set("Vary", VARY);
    answer.headers().forEach((name, value) -> response.getHeaders().set(name, value));
    return response.header("ETag", etag).header("Cache-Control", CACHE_CONTROL);
  }
}
