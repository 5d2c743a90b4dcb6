package fr.passerelle.api.linkeddata.sparql.guard;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks at every question that is being answered, some fifty times a second; rests when none is.
 */
final class Watch implements AutoCloseable {
  private static final long PAUSE = 20;

  private final Set<Budget> running = ConcurrentHashMap.newKeySet();
  private final Thread thread;
  private volatile boolean closed;

  Watch() {
    thread = Thread.ofPlatform().daemon().name("sparql-watch").start(this::look);
  }

  /** A question begins, in the thread that answers it. */
  Budget begin(Limits limits) {
    Budget budget = Budget.begin(limits);
    synchronized (this) {
      running.add(budget);
      notifyAll();
    }
    return budget;
  }

  /** A question has ended: nothing interrupts its thread any more. */
  synchronized void end(Budget budget) {
    running.remove(budget);
    Thread.interrupted();
  }

  private void look() {
    try {
      while (!closed) {
        synchronized (this) {
          while (running.isEmpty()) {
            wait();
          }
          running.forEach(Budget::look);
        }
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      // The service ends.
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
