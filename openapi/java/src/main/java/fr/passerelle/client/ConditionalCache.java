package fr.passerelle.client;

import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Earlier answers by request, the least used leaving first. Each is confirmed by the service before
 * it is told again (RFC 9110, 13), so that nothing is ever stale.
 */
final class ConditionalCache {
  private final Map<String, Reply> replies =
      new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true);
  private final long most;
  private long held;

  /**
   * A cache.
   *
   * @param most bytes of bodies that it holds
   */
  ConditionalCache(long most) {
    this.most = most;
  }

  synchronized Optional<Reply> find(Call call) {
    return Optional.ofNullable(replies.get(key(call)));
  }

  synchronized void keep(Call call, Reply reply) {
    if (!call.repeatable()
        || reply.status() != 200
        || reply.header("ETag").isEmpty()
        || secret(reply)) {
      return;
    }
    Reply before = replies.put(key(call), reply);
    held += reply.body().length - (before == null ? 0 : before.body().length);
    var eldest = replies.values().iterator();
    while (held > most && eldest.hasNext()) {
      held -= eldest.next().body().length;
      eldest.remove();
    }
  }

  /** What was kept, with the headers that came with the confirmation (RFC 9111, 3.2). */
  static Reply confirmed(Reply kept, HttpHeaders newer) {
    Map<String, java.util.List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(kept.headers().map());
    newer
        .map()
        .forEach((name, values) -> {
          if (!name.toLowerCase(Locale.ROOT).startsWith("content-")) {
            headers.put(name, values);
          }
        });
    return new Reply(
        kept.status(), HttpHeaders.of(headers, (name, value) -> true), kept.body(), true);
  }

  private static boolean secret(Reply reply) {
    return reply.headers().allValues("Cache-Control").stream()
        .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("no-store"));
  }

  private static String key(Call call) {
    return call.uri() + "\n" + new TreeMap<>(call.headers());
  }
}
