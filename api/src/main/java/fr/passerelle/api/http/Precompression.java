package fr.passerelle.api.http;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compresses what is asked for often with Brotli and Zstandard, beside the requests: one thread,
 * which rests as long as it works, so that a server of one core goes on answering.
 */
@Singleton
final class Precompression {
  private static final Logger LOG = LoggerFactory.getLogger(Precompression.class);

  /** Each so many uses of a representation it is looked at. */
  private static final int OFTEN = 8;

  private static final int LONGEST = 4 << 20;
  private static final int WAITING = 200;

  private final List<Compressor> compressors = Compressor.available();
  private final ThreadPoolExecutor worker =
      new ThreadPoolExecutor(
          0,
          1,
          10,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          Thread.ofPlatform().daemon().name("precompression").factory(),
          // What is asked for often comes again.
          new ThreadPoolExecutor.DiscardPolicy());

  /** Counts a use. */
  void used(Representation representation) {
    if (representation.used() % OFTEN == 0 && isWanting(representation)) {
      worker.execute(() -> compress(representation));
    }
  }

  private boolean isWanting(Representation representation) {
    int length = representation.plain().length;
    return length >= Representation.WORTH_COMPRESSING
        && length <= LONGEST
        && !representation.isComplete();
  }

  private void compress(Representation representation) {
    if (representation.isComplete()) {
      return;
    }
    long begin = System.nanoTime();
    try {
      for (Compressor each : compressors) {
        byte[] bytes = each.by().compress(representation.plain());
        if (bytes.length < representation.gzipped()) {
          representation.add(each.coding(), bytes);
        }
      }
      representation.complete();
      Thread.sleep(Duration.ofNanos(System.nanoTime() - begin));
    } catch (IOException | RuntimeException e) {
      representation.complete();
      LOG.warn("une représentation ne peut pas être comprimée", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @PreDestroy
  void close() {
    worker.shutdownNow();
  }
}
