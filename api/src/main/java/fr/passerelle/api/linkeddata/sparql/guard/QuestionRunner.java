package fr.passerelle.api.linkeddata.sparql.guard;

import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryExecException;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions, a few at a time; a few wait, and the rest are told to come back. A question
 * never takes a thread of the channels.
 */
public final class QuestionRunner implements AutoCloseable {
  /** As many as there are cores on the smallest machine: more would only slow each other. */
  private static final int THREADS = 2;

  /** Those who wait longer than some seconds come back themselves. */
  private static final int WAITING = 8;

  /** Of what is nested, each level takes some hundreds of bytes; only what is used is real. */
  private static final long STACK = 64L << 20;

  private final Limits limits;
  private final Watch watch = new Watch();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          30,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          task -> {
            Thread thread = new Thread(null, task, "sparql", STACK);
            thread.setDaemon(true);
            return thread;
          });

  /** A runner under those limits. */
  public QuestionRunner(Limits limits) {
    this.limits = limits;
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * Runs a task under a budget.
   *
   * @return its result; or a {@link ProblemException}, which says why there is none
   */
  public <T> CompletableFuture<T> run(Function<Asked, T> task) {
    CompletableFuture<T> result = new CompletableFuture<>();
    try {
      threads.execute(() -> complete(result, task));
    } catch (RejectedExecutionException e) {
      result.completeExceptionally(
          new ProblemException(
              ProblemType.UNAVAILABLE,
              "Trop de questions sont en cours ; reposer celle-ci dans une seconde.",
              List.of(),
              Map.of("Retry-After", "1")));
    }
    return result;
  }

  private <T> void complete(CompletableFuture<T> result, Function<Asked, T> task) {
    Budget budget = watch.begin(limits);
    try {
      result.complete(task.apply(new Asked(budget)));
    } catch (ExcessException e) {
      result.completeExceptionally(e.excess().problem());
    } catch (QueryCancelledException e) {
      @Nullable Excess excess = budget.excess();
      result.completeExceptionally((excess == null ? Excess.TIME : excess).problem());
    } catch (QueryExecException e) {
      result.completeExceptionally(
          new ProblemException(
              ProblemType.BAD_REQUEST, "La question ne peut pas être évaluée : " + e.getMessage()));
    } catch (StackOverflowError e) {
      result.completeExceptionally(Nesting.tooDeep());
    } catch (Throwable e) {
      // Whoever waits is told; who asked, that the fault is ours.
      result.completeExceptionally(e);
    } finally {
      watch.end(budget);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    watch.close();
  }
}
