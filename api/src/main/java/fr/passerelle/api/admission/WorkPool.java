package fr.passerelle.api.admission;

import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Threads that answer what is not at hand: so many at once, the others waiting in turn.
 *
 * <p>A request that would wait too long is refused at once, which costs little and lets its sender
 * go elsewhere; those that are taken keep their pace. How long one would wait is told by how many
 * are before it and what one took of late (Little's law).
 */
final class WorkPool extends ThreadPoolExecutor {
  /** Weight of the latest duration in the mean: a tenth. */
  private static final double LATEST = 0.1;

  private static final ThreadLocal<Long> BEGUN = ThreadLocal.withInitial(System::nanoTime);

  private final long longestWait;
  private volatile double meanNanos;

  /** Those that run and those that wait. */
  private final AtomicInteger present = new AtomicInteger();

  /**
   * A pool without any thread yet.
   *
   * @param name how its threads are named
   * @param size how many run at once
   * @param queue how many may wait, however quick they are
   * @param longestWaitMillis beyond which a request is refused
   */
  WorkPool(String name, int size, int queue, long longestWaitMillis) {
    super(
        size,
        size,
        30,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(queue),
        Thread.ofPlatform().daemon().name(name + "-", 0).factory(),
        (task, pool) -> {
          throw refused();
        });
    allowCoreThreadTimeOut(true);
    longestWait = TimeUnit.MILLISECONDS.toNanos(longestWaitMillis);
  }

  /**
   * Takes a task, unless it would wait too long.
   *
   * @throws ProblemException UNAVAILABLE then
   */
  @Override
  public void execute(Runnable task) {
    int waiting = present.incrementAndGet() - getMaximumPoolSize();
    try {
      if (waiting > 0 && waiting * meanNanos / getMaximumPoolSize() > longestWait) {
        throw refused();
      }
      super.execute(task);
    } catch (RuntimeException e) {
      present.decrementAndGet();
      throw e;
    }
  }

  private static ProblemException refused() {
    return new ProblemException(
        ProblemType.UNAVAILABLE,
        "Trop de requêtes à la fois ; réessayer dans une seconde. Les réponses déjà faites restent"
            + " servies.",
        List.of(),
        Map.of("Retry-After", "1"));
  }

  @Override
  protected void beforeExecute(Thread thread, Runnable task) {
    BEGUN.set(System.nanoTime());
  }

  /** Of several that end at once one may be lost: it is a mean. */
  @Override
  protected void afterExecute(Runnable task, @Nullable Throwable failure) {
    long took = System.nanoTime() - BEGUN.get();
    double before = meanNanos;
    meanNanos = before + LATEST * (took - before);
    present.decrementAndGet();
  }
}
