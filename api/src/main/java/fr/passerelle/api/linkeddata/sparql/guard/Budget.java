package fr.passerelle.api.linkeddata.sparql.guard;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * What one question has taken so far of what it may take. It is begun by the thread that answers;
 * another one looks at it from time to time and ends it.
 */
final class Budget {
  private static final ThreadMXBean THREADS =
      (ThreadMXBean) ManagementFactory.getThreadMXBean(); // each JVM that the house runs on has it

  private static final Symbol KEY = Symbol.create("urn:passerelle:sparql:budget");

  private final Limits limits;
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final Thread thread = Thread.currentThread();
  private final long begun = System.nanoTime();
  private final long cpu = THREADS.getCurrentThreadCpuTime();
  private final long allocated = THREADS.getCurrentThreadAllocatedBytes();
  private int kept;
  private volatile @Nullable Excess excess;

  private Budget(Limits limits) {
    this.limits = limits;
  }

  /** That of a question that this thread begins to answer. */
  static Budget begin(Limits limits) {
    return new Budget(limits);
  }

  /** The budget of a question that is being answered. */
  static Budget of(Context context) {
    return Objects.requireNonNull(context.get(KEY), "a question has a budget");
  }

  /** A context in which the engine stops when the budget is spent. */
  void enter(Context context) {
    context.set(KEY, this);
    context.set(ARQConstants.symCancelQuery, cancelled);
  }

  Limits limits() {
    return limits;
  }

  /** Looks at what was taken, from outside, and ends the question where that is too much. */
  void look() {
    if (excess == null) {
      if (System.nanoTime() - begun > limits.wall().toNanos()
          || THREADS.getThreadCpuTime(thread.threadId()) - cpu > limits.cpu().toNanos()) {
        stop(Excess.TIME);
      } else if (THREADS.getThreadAllocatedBytes(thread.threadId()) - allocated
          > limits.allocated()) {
        stop(Excess.MEMORY);
      }
    }
  }

  private void stop(Excess reason) {
    excess = reason;
    cancelled.set(true);
    thread.interrupt();
  }

  /** What it had too much of, if it was ended. */
  @Nullable Excess excess() {
    return excess;
  }

  /** Ends the work of this thread if the question was ended. */
  void check() {
    Excess reason = excess;
    if (reason != null) {
      throw new ExcessException(reason);
    }
  }

  /** One more solution is held. */
  void keep() {
    if (++kept > limits.kept()) {
      throw new ExcessException(Excess.KEPT);
    }
  }
}
