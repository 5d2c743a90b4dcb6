package fr.passerelle.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RepresentationCacheTest {
  private static final long LARGE = 1 << 24;

  private static Representation made(String text) {
    return Representation.of(
        "text/plain", text.getBytes(StandardCharsets.UTF_8), Map.of(), () -> {});
  }

  @Test
  void many_who_ask_at_once_have_it_made_once() throws Exception {
    RepresentationCache cache = new RepresentationCache(LARGE);
    AtomicInteger makers = new AtomicInteger();
    CountDownLatch asked = new CountDownLatch(1);
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<RepresentationCache.Found>> all =
          IntStream.range(0, 500)
              .mapToObj(i ->
                  clients.submit(() -> {
                    asked.await();
                    return cache.get(
                        "walk",
                        () -> {
                          makers.incrementAndGet();
                          pause();
                          return made("a long walk");
                        });
                  }))
              .toList();
      asked.countDown();

      Representation first = all.getFirst().get().representation();
      for (Future<RepresentationCache.Found> each : all) {
        assertThat(each.get().representation()).isSameAs(first);
      }
      assertThat(makers).hasValue(1);
      assertThat(all.stream().filter(each -> each.resultNow().how() == CacheStatus.STORED))
          .hasSize(1);
    }
    assertThat(cache.get("walk", () -> made("another")).how()).isEqualTo(CacheStatus.HIT);
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The two keys have one hash, and so one place in any table. */
  @Test
  void a_long_making_holds_up_nobody_who_asks_for_something_else() throws Exception {
    RepresentationCache cache = new RepresentationCache(LARGE);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<RepresentationCache.Found> slow =
          clients.submit(() ->
              cache.get(
                  "Aa",
                  () -> {
                    begun.countDown();
                    await(end);
                    return made("slow");
                  }));
      begun.await();

      assertThat(cache.get("BB", () -> made("quick")).how()).isEqualTo(CacheStatus.STORED);
      end.countDown();
      assertThat(slow.get().how()).isEqualTo(CacheStatus.STORED);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_maker_may_ask_for_another_representation() {
    RepresentationCache cache = new RepresentationCache(LARGE);

    RepresentationCache.Found outer =
        cache.get("Aa", () -> made("of " + cache.get("BB", () -> made("inner")).how()));

    assertThat(new String(outer.representation().plain(), StandardCharsets.UTF_8))
        .isEqualTo("of STORED");
  }

  @Test
  void what_fails_is_made_anew_and_what_is_refused_is_not() {
    RepresentationCache cache = new RepresentationCache(LARGE);
    AtomicInteger makers = new AtomicInteger();

    for (RuntimeException passing :
        List.of(
            new IllegalStateException("once"),
            new ProblemException(ProblemType.UNAVAILABLE, "pas maintenant"))) {
      assertThatThrownBy(() ->
              cache.get(
                  "k",
                  () -> {
                    throw passing;
                  }))
          .isSameAs(passing);
    }
    assertThat(cache.get("k", () -> made("at last")).how()).isEqualTo(CacheStatus.STORED);
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() ->
              cache.get(
                  "gone",
                  () -> {
                    makers.incrementAndGet();
                    throw new ProblemException(ProblemType.UNKNOWN_CODE, "Aucun code X");
                  }))
          .isInstanceOf(ProblemException.class)
          .hasMessage("Aucun code X");
    }
    assertThat(makers).hasValue(1);
  }

  @Test
  void thousands_of_keys_asked_for_once_push_out_nothing_that_is_asked_for_often() {
    long room = 500_000;
    RepresentationCache cache = new RepresentationCache(room);
    for (int i = 0; i < 50; i++) {
      cache.get("hot", () -> made("hot"));
    }
    for (int i = 0; i < 5_000; i++) {
      String key = "?q=" + i;
      cache.get(key, () -> made("x".repeat(5_000) + key));
      cache.get("hot", () -> made("hot again"));
    }

    assertThat(cache.weight()).isLessThanOrEqualTo(room);
    assertThat(cache.get("hot", () -> made("lost")).how()).isEqualTo(CacheStatus.HIT);
  }
}
