package fr.passerelle.api.graphql;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Counts the statements that the database completes, as the JDBC driver logs them; those aside by
 * which the service saves its counts of uses from time to time.
 */
final class Statements extends Handler implements AutoCloseable {
  private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

  private static final String COUNTING_USES = "use";

  private final AtomicInteger count = new AtomicInteger();

  private Statements() {
    setLevel(Level.ALL);
  }

  /** How many statements that takes. */
  static int of(Runnable requests) {
    try (Statements counting = new Statements()) {
      DRIVER.setLevel(Level.FINEST);
      DRIVER.setUseParentHandlers(false);
      DRIVER.addHandler(counting);
      requests.run();
      return counting.count.get();
    }
  }

  /** Empty statements, by which the pool asks whether a connection lives, complete none. */
  @Override
  public void publish(LogRecord told) {
    if (!Thread.currentThread().getName().equals(COUNTING_USES)
        && told.getMessage().contains("<=BE CommandStatus")
        && told.getParameters() != null
        && String.valueOf(told.getParameters()[0]).matches("(SELECT|INSERT|UPDATE|DELETE) .*")) {
      count.incrementAndGet();
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    DRIVER.removeHandler(this);
    DRIVER.setUseParentHandlers(true);
    DRIVER.setLevel(null);
  }
}
