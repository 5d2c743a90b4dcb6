package fr.passerelle.api.graphql;

import graphql.ExecutionInput;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends operations that last too long: they are cancelled, which the engine sees before it goes on
 * to the next field.
 *
 * <p>Their threads are not interrupted: that would close files and connections that others read.
 * One thread looks at all operations from time to time, so that none has to set a clock of its own.
 */
@Singleton
final class Deadline {
  /** An honest operation takes some milliseconds. */
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private static final Duration LOOKING = Duration.ofMillis(100);

  private final Duration longest;
  private final Set<Running> running = ConcurrentHashMap.newKeySet();
  private final Thread looking;

  @Inject
  Deadline() {
    this(LONGEST);
  }

  Deadline(Duration longest) {
    this.longest = longest;
    this.looking = Thread.ofPlatform().daemon().name("graphql-deadline").start(this::look);
  }

  /** An operation from its beginning to its end. */
  static final class Running {
    private final ExecutionInput input;
    private final long begun = System.nanoTime();
    private volatile boolean ended;

    private Running(ExecutionInput input) {
      this.input = input;
    }

    /** Whether it was ended for its length. */
    boolean ended() {
      return ended;
    }
  }

  /** Watches an operation that begins. */
  Running begin(ExecutionInput input) {
    Running operation = new Running(input);
    running.add(operation);
    return operation;
  }

  /** Leaves an operation alone, whatever became of it. */
  void end(Running operation) {
    running.remove(operation);
  }

  /** How long an operation may last. */
  Duration longest() {
    return longest;
  }

  private void look() {
    try {
      while (true) {
        Thread.sleep(LOOKING);
        long now = System.nanoTime();
        for (Running each : running) {
          if (now - each.begun > longest.toNanos()) {
            each.ended = true;
            each.input.cancel();
          }
        }
      }
    } catch (InterruptedException e) {
      // The service ends.
    }
  }

  @PreDestroy
  void close() {
    looking.interrupt();
  }
}
