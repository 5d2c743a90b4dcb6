package fr.passerelle.api.http;

import fr.passerelle.vocab.CombinedLicence;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.release.Vocabularies;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.uri.UriBuilder;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
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

  /** What every answer depends on. */
  public static final String VARY = "Accept, Accept-Encoding, Accept-Language";

  private final Vocabularies vocabularies;
  private final DataStates states;
  private final Precompression precompression;
  private final Json json;
  private final RepresentationCache cache = new RepresentationCache(MAX_BYTES);

  Answers(Vocabularies vocabularies, DataStates states, Precompression precompression, Json json) {
    this.vocabularies = vocabularies;
    this.states = states;
    this.precompression = precompression;
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

    /** The same of data of several sources: of the whole, or of each part where it has none. */
    public Content licensed(CombinedLicence licence) {
      Content content = this;
      for (Licence each : licence.whole().map(Set::of).orElseGet(licence::parts)) {
        content = content.licensed(each);
      }
      return content;
    }

    /** The same of a release, whose edition is one more name to purge a shared cache by. */
    public Content from(PublishedRelease release) {
      return licensed(release.licence()).tagged("edition-" + release.release().edition().id());
    }

    /**
     * With one more name by which a shared cache in front can purge it ({@code Surrogate-Key}).
     *
     * @param name without spaces
     */
    public Content tagged(String name) {
      Map<String, String> more = new HashMap<>(headers);
      more.merge(Heads.SURROGATE_KEY, name, (before, now) -> before + " " + now);
      return new Content(body, more);
    }

    /**
     * With Links to the first page, and to the next and the previous one where there are.
     *
     * @param next cursor; null on the last page
     * @param previous cursor, empty where that is the first page; null on the first
     */
    public Content paged(HttpRequest<?> request, @Nullable String next, @Nullable String previous) {
      Content content = linked(page(request, ""), "first");
      if (previous != null) {
        content = content.linked(page(request, previous), "prev");
      }
      return next == null ? content : content.linked(page(request, next), "next");
    }

    private static String page(HttpRequest<?> request, String cursor) {
      UriBuilder page = UriBuilder.of(request.getPath());
      request
          .getParameters()
          .forEach((name, values) -> {
            if (!name.equals("cursor")) {
              page.queryParam(name, values.toArray());
            }
          });
      return (cursor.isEmpty() ? page : page.queryParam("cursor", cursor)).toString();
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
   * @param variant what the answer depends on besides the address and {@link DataStates}: the
   *     language; what else there is besides is named in {@code Vary}
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
    return made(request, snapshot -> Content.of(content.apply(snapshot)));
  }

  /** The same with headers. */
  public HttpResponse<byte[]> made(HttpRequest<?> request, Function<Snapshot, Content> content) {
    Negotiation.require(request, "application/json");
    return unkept(JSON, content.apply(vocabularies.snapshot()), "no-store");
  }

  /** An answer that no cache keeps, with what is said of that. */
  MutableHttpResponse<byte[]> unkept(String mediaType, Content content, String cacheControl) {
    byte[] bytes = bytes(content);
    MutableHttpResponse<byte[]> response = HttpResponse.ok(bytes);
    response.contentType(mediaType).contentLength(bytes.length);
    content.headers().forEach(response::header);
    return response
        .header("Cache-Control", cacheControl)
        .header(CacheStatus.HEADER, CacheStatus.BYPASS.field())
        .header("Vary", "Accept, Accept-Language");
  }

  /** An answer that says when it was made, and so is another one a second later. */
  public HttpResponse<byte[]> momentary(HttpRequest<?> request, String mediaType, Content content) {
    byte[] plain = bytes(content);
    boolean gzip =
        plain.length >= Representation.WORTH_COMPRESSING && Codings.of(request).admits(Coding.GZIP);
    byte[] sent = gzip ? Representation.gzip(plain) : plain;
    MutableHttpResponse<byte[]> response = HttpResponse.ok(sent);
    response.contentType(mediaType).contentLength(sent.length);
    content.headers().forEach(response::header);
    if (gzip) {
      response.header("Content-Encoding", Coding.GZIP.token());
    }
    return response
        .header("Cache-Control", "no-store")
        .header(CacheStatus.HEADER, CacheStatus.BYPASS.field())
        .header("Vary", "Accept-Encoding");
  }

  /**
   * Says that the answer to a request depends on what only the database knows, which {@link
   * DataStates} does not follow: its controller is asked each time.
   */
  public static void askEachTime(HttpRequest<?> request) {
    Hit.refuse(request);
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
    Begun begun = Begun.of(request, states);
    RepresentationCache.Found found =
        cache.get(
            key,
            () ->
                representation(
                    mediaType,
                    content.apply(snapshot).tagged("vocabularies state-" + snapshot.version()),
                    () -> cache.weigh(key)));
    found.representation().date(begun.made(states));
    precompression.used(found.representation());
    return respond(request, found);
  }

  private Representation representation(String mediaType, Content content, Runnable grown) {
    return Representation.of(mediaType, bytes(content), content.headers(), grown);
  }

  private byte[] bytes(Content content) {
    return content.body() instanceof byte[] raw ? raw : json.bytes(content.body());
  }

  private static HttpResponse<byte[]> respond(
      HttpRequest<?> request, RepresentationCache.Found found) {
    Representation answer = found.representation();
    Conditions conditions = Conditions.of(request.getHeaders()::getAll);
    Encoded encoded =
        answer
            .select(Codings.of(request), conditions)
            .orElseThrow(() ->
                new ProblemException(
                    ProblemType.NOT_ACCEPTABLE,
                    "Accept-Encoding refuse tous les codages possibles ici ; il y a identity, gzip,"
                        + " et br ou zstd de ce qui est souvent demandé."));
    long modified = answer.made() <= DataStates.second() ? answer.made() : Heads.NO_DATE;
    boolean shared = !request.getHeaders().contains("Authorization");
    Heads heads = new Heads(answer, encoded, modified, shared);
    MutableHttpResponse<byte[]> response =
        switch (conditions.of(encoded.etag(), modified)) {
          case FAILED -> throw Heads.failed();
          case UNCHANGED -> heads.unchanged().on(HttpResponse.notModified());
          case SEND -> heads.whole().on(HttpResponse.ok(encoded.bytes()));
        };
    Hit.offer(request, answer);
    return response.header(CacheStatus.HEADER, found.how().field());
  }

  /** What the answers kept weigh, in bytes. */
  long weight() {
    return cache.weight();
  }
}
