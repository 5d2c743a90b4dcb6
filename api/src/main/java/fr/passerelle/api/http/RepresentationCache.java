package fr.passerelle.api.http;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Representations by key, bounded by weight. However many ask for one that is not there, one makes
 * it and the others wait; who asks for another is not held up, however long the making.
 */
final class RepresentationCache {
  /** What is kept under a key. */
  private sealed interface Kept {
    int weight();
  }

  private record Made(Representation representation) implements Kept {
    @Override
    public int weight() {
      return representation.weight();
    }
  }

  /** A refusal that holds as long as the key does: asking again finds nothing new. */
  private record Refused(ProblemException problem) implements Kept {
    @Override
    public int weight() {
      return 500 + 2 * problem.detail().length();
    }
  }

  /** Told to those who wait, then forgotten. */
  private record Failed(Throwable cause) implements Kept {
    @Override
    public int weight() {
      return 0;
    }
  }

  /**
   * What was found.
   *
   * @param how where it comes from
   */
  record Found(Representation representation, CacheStatus how) {}

  private final AsyncCache<String, Kept> cache;

  RepresentationCache(long maxBytes) {
    cache =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .<String, Kept>weigher((key, kept) -> kept.weight() + 2 * key.length())
            .buildAsync();
  }

  /**
   * The representation of that key, made if need be.
   *
   * @throws ProblemException that the maker threw, this time or before under that key
   */
  Found get(String key, Supplier<Representation> maker) {
    CompletableFuture<Kept> mine = new CompletableFuture<>();
    @Nullable CompletableFuture<Kept> there = cache.asMap().putIfAbsent(key, mine);
    if (there == null) {
      return found(make(key, mine, maker), CacheStatus.STORED);
    }
    boolean ready = there.isDone();
    return found(there.join(), ready ? CacheStatus.HIT : CacheStatus.COLLAPSED);
  }

  private static Found found(Kept kept, CacheStatus how) {
    return switch (kept) {
      case Made made -> new Found(made.representation(), how);
      case Refused refused -> throw refused.problem();
      case Failed failed -> throw failed(failed.cause());
    };
  }

  private static RuntimeException failed(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    // The maker throws nothing that is checked.
    return (RuntimeException) cause;
  }

  private Kept make(String key, CompletableFuture<Kept> mine, Supplier<Representation> maker) {
    Kept kept;
    try {
      kept = new Made(maker.get());
    } catch (ProblemException e) {
      kept = e.type().lasting() ? new Refused(e) : new Failed(e);
    } catch (Throwable e) {
      kept = new Failed(e);
    }
    if (kept instanceof Failed) {
      // Before anyone is told: who comes after makes it anew.
      cache.asMap().remove(key, mine);
    }
    mine.complete(kept);
    return kept;
  }

  /** Weighs what is kept under a key again: it has grown. */
  void weigh(String key) {
    @Nullable CompletableFuture<Kept> kept = cache.asMap().get(key);
    if (kept != null) {
      cache.asMap().replace(key, kept, kept);
    }
  }

  /** What it weighs, in bytes; after what is due to leave has left. */
  long weight() {
    cache.synchronous().cleanUp();
    return cache.synchronous().policy().eviction().orElseThrow().weightedSize().orElseThrow();
  }
}
