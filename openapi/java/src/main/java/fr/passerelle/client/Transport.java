package fr.passerelle.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests: with the headers of the client, confirmed from its cache, again where worth it.
 */
final class Transport {
  /** Refused for now, by the service or by a server before it. */
  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

  private final Settings settings;
  private final Wire wire;
  private final ConditionalCache cache;
  private final RetryBudget budget = new RetryBudget();
  private final Backoff backoff;
  private final Codec codec = new Codec();

  Transport(Settings settings) {
    this.settings = settings;
    this.wire = new Wire(httpClient(settings));
    this.cache = new ConditionalCache(settings.cacheBytes());
    this.backoff =
        new Backoff(settings.firstBackoff(), Clock.systemUTC(), RandomGenerator.getDefault());
  }

  private static HttpClient httpClient(Settings settings) {
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .connectTimeout(settings.connectTimeout())
            // A key goes where it was meant to go, and nowhere else.
            .followRedirects(HttpClient.Redirect.NEVER);
    if (settings.address().startsWith("http:")) {
      client.version(HttpClient.Version.HTTP_1_1);
    }
    return client.build();
  }

  Codec codec() {
    return codec;
  }

  Duration timeout() {
    return settings.timeout();
  }

  URI address(String template, Map<String, String> path, Map<String, String> query) {
    return Addresses.of(settings.address(), template, path, query);
  }

  /**
   * The answer to a request.
   *
   * @throws ProblemException when the service refused it
   * @throws UnreachableException when there is none
   * @throws CancellationException when the thread was interrupted
   */
  Reply send(Call call) {
    long deadline = System.nanoTime() + call.timeout().toNanos();
    for (int failures = 1; ; failures++) {
      @Nullable Reply reply = null;
      @Nullable IOException broken = null;
      try {
        reply = attempt(call, left(deadline));
        if (!PASSING.contains(reply.status())) {
          budget.earn();
          return accepted(call, reply);
        }
      } catch (HttpConnectTimeoutException e) {
        broken = e;
      } catch (HttpTimeoutException e) {
        throw UnreachableException.late(call, e);
      } catch (IOException e) {
        broken = e;
      }
      Optional<Duration> asked =
          Optional.ofNullable(reply)
              .flatMap(each -> each.header("Retry-After"))
              .flatMap(backoff::asked);
      Duration wait = backoff.after(failures, asked);
      boolean again =
          failures <= settings.retries() && call.idempotent() && wait.compareTo(left(deadline)) < 0;
      if (!again || !budget.spend()) {
        throw failure(call, reply, broken);
      }
      pause(wait);
    }
  }

  private PasserelleException failure(
      Call call, @Nullable Reply reply, @Nullable IOException broken) {
    return reply == null
        ? UnreachableException.broken(call, broken == null ? new IOException() : broken)
        : problem(call, reply);
  }

  private Reply attempt(Call call, Duration within) throws IOException {
    Optional<Reply> kept = cache.find(call);
    Reply reply = wire.exchange(request(call, kept), within, call.file());
    if (reply.status() == 304 && kept.isPresent()) {
      reply = ConditionalCache.confirmed(kept.get(), reply.headers());
    }
    cache.keep(call, reply);
    return reply;
  }

  private HttpRequest request(Call call, Optional<Reply> kept) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("User-Agent", settings.userAgent());
    headers.put("Accept", "application/json, application/problem+json;q=0.9, */*;q=0.1");
    if (call.file() == null) {
      headers.put("Accept-Encoding", "gzip");
    }
    if (settings.key() != null) {
      headers.put("Authorization", "Bearer " + settings.key());
    }
    if (settings.language() != null) {
      headers.put("Accept-Language", settings.language());
    }
    kept.flatMap(each -> each.header("ETag")).ifPresent(tag -> headers.put("If-None-Match", tag));
    HttpRequest.Builder request = HttpRequest.newBuilder(call.uri());
    if (call.body() == null) {
      request.method(call.method(), BodyPublishers.noBody());
    } else {
      headers.put("Content-Type", call.body().mediaType());
      request.method(call.method(), call.body().publisher());
    }
    headers.putAll(call.headers());
    headers.forEach(request::setHeader);
    return request.build();
  }

  private Reply accepted(Call call, Reply reply) {
    if (reply.status() >= 400) {
      throw problem(call, reply);
    }
    if (reply.status() >= 300) {
      String where = reply.header("Location").orElse("elsewhere");
      throw new UnexpectedAnswerException(
          call + " is answered by " + reply.status() + " to " + where + ": use that address", null);
    }
    return reply;
  }

  private ProblemException problem(Call call, Reply reply) {
    @Nullable Duration retryAfter =
        reply.header("Retry-After").flatMap(backoff::asked).orElse(null);
    return new ProblemException(call, codec.problem(reply), retryAfter);
  }

  private static Duration left(long deadline) {
    return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
  }

  private static void pause(Duration wait) {
    try {
      Thread.sleep(wait.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Interrupted while waiting for another attempt");
    }
  }
}
