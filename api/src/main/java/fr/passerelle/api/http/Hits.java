package fr.passerelle.api.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Answers at hand, given as a request arrives: what anyone was answered and no other request would
 * be, while nothing that is published has changed. They are the representations of {@link Answers},
 * with the same headers; here is only which request gets which.
 */
@Singleton
public final class Hits {
  private static final long MAX_BYTES = 32L << 20;

  /** What an answer may vary by: all of it is in {@link Asked}, or asks for more. */
  private static final Set<String> KNOWN =
      Set.of("accept", "accept-encoding", "accept-language", "accept-datetime", "authorization");

  /** What the server says of each answer apart. */
  private static final Set<String> APART = Set.of("date", "server", "cache-status", "connection");

  /** And what it says of who asks. */
  private static final String LIMITS = "ratelimit";

  private final DataStates states;
  private final Precompression precompression;
  private final String server;
  private final LongAdder given = new LongAdder();
  private final Cache<Asked, Hit> cache =
      Caffeine.newBuilder()
          .maximumWeight(MAX_BYTES)
          .<Asked, Hit>weigher((asked, hit) -> hit.weight() + 2 * asked.uri().length())
          .build();

  Hits(
      DataStates states,
      Precompression precompression,
      @Property(name = "micronaut.server.server-header") String server) {
    this.states = states;
    this.precompression = precompression;
    this.server = server;
  }

  /** Keeps the answer to a request, if it is one that every such request gets. */
  void keep(HttpRequest<?> request, HttpResponse<?> response) {
    Optional<Representation> offered = Hit.offered(request);
    if (offered.isEmpty() || !(request instanceof NettyHttpRequest<?> netty)) {
      return;
    }
    @Nullable Asked asked = Asked.of(netty.getNativeRequest());
    if (asked != null && isPlain(request, response, offered.get())) {
      cache.put(
          asked,
          new Hit(
              Begun.of(request, states).state().number(), offered.get(), Reading.actions(request)));
    }
  }

  /** Whether the answer is what would be given here: no one has added anything of theirs. */
  private static boolean isPlain(
      HttpRequest<?> request, HttpResponse<?> response, Representation answer) {
    Conditions conditions = Conditions.of(request.getHeaders()::getAll);
    Optional<Encoded> encoded = answer.select(Codings.of(request), conditions);
    if (encoded.isEmpty() || answer.made() > DataStates.second()) {
      return false;
    }
    Heads heads = new Heads(answer, encoded.get(), answer.made(), /* shared= */ true);
    boolean whole = response.code() == HttpResponseStatus.OK.code();
    Map<String, String> fields = new HashMap<>(OpenHeaders.ALL);
    fields.putAll((whole ? heads.whole() : heads.unchanged()).fields());
    Map<String, String> expected = new HashMap<>();
    fields.forEach((name, value) -> expected.put(name.toLowerCase(Locale.ROOT), value));
    Map<String, String> said = new HashMap<>();
    response
        .getHeaders()
        .forEach(
            (name, values) -> said.put(name.toLowerCase(Locale.ROOT), String.join("\n", values)));
    said.keySet().removeIf(name -> APART.contains(name) || name.startsWith(LIMITS));
    return said.equals(expected) && variesByKnown(expected.getOrDefault("vary", ""));
  }

  private static boolean variesByKnown(String vary) {
    for (String each : vary.split(",", -1)) {
      if (!KNOWN.contains(each.strip().toLowerCase(Locale.ROOT))) {
        return false;
      }
    }
    return true;
  }

  /** The answer to a request, if it is at hand. */
  public @Nullable FullHttpResponse find(io.netty.handler.codec.http.HttpRequest request) {
    @Nullable Asked asked = Asked.of(request);
    @Nullable Hit hit = asked == null ? null : cache.getIfPresent(asked);
    if (asked == null || hit == null) {
      return null;
    }
    if (!hit.isOf(states.now())) {
      cache.asMap().remove(asked, hit);
      return null;
    }
    return answer(request, hit);
  }

  private @Nullable FullHttpResponse answer(
      io.netty.handler.codec.http.HttpRequest request, Hit hit) {
    HttpHeaders headers = request.headers();
    Representation representation = hit.representation();
    Conditions conditions = Conditions.of(headers::getAll);
    @Nullable String codings = headers.get(HttpHeaderNames.ACCEPT_ENCODING);
    Optional<Encoded> encoded =
        representation.select(codings == null ? Codings.NONE : Codings.of(codings), conditions);
    if (encoded.isEmpty() || !representation.has(encoded.get().coding())) {
      return null;
    }
    boolean head = request.method().equals(HttpMethod.HEAD);
    Ready ready = hit.ready(encoded.get(), server);
    @Nullable FullHttpResponse response =
        switch (conditions.of(encoded.get().etag(), representation.made())) {
          case SEND -> ready.send(head);
          case UNCHANGED -> ready.sendUnchanged();
          case FAILED -> null;
        };
    if (response != null) {
      given.increment();
      precompression.used(representation);
      hit.told(head, headers);
    }
    return response;
  }

  /** How many answers were given from here. */
  long given() {
    return given.sum();
  }

  /** What the answers at hand weigh, in bytes. */
  long weight() {
    cache.cleanUp();
    return cache.policy().eviction().orElseThrow().weightedSize().orElseThrow();
  }
}
