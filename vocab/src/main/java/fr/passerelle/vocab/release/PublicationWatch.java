package fr.passerelle.vocab.release;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for a switch made by any process on the same database, and reloads at once.
 *
 * <p>A notification sent while the connection is down is lost: after each connection the published
 * state is read again.
 */
public final class PublicationWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PublicationWatch.class);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final int POLL_MILLIS = 10_000;

  private final String jdbcUrl;
  private final Runnable reload;
  private final Thread thread;
  private volatile boolean closed;

  private PublicationWatch(String jdbcUrl, Runnable reload) {
    this.jdbcUrl = jdbcUrl;
    this.reload = reload;
    this.thread = Thread.ofVirtual().name("publication-watch").unstarted(this::run);
  }

  /**
   * Starts watching.
   *
   * @param reload called after each connection and each switch, on the watching thread
   */
  public static PublicationWatch start(String jdbcUrl, Runnable reload) {
    PublicationWatch watch = new PublicationWatch(jdbcUrl, reload);
    watch.thread.start();
    return watch;
  }

  private void run() {
    while (!closed) {
      try (Connection connection = DriverManager.getConnection(jdbcUrl);
          Statement statement = connection.createStatement()) {
        statement.execute("listen " + ReleaseStore.CHANNEL);
        reload.run();
        listen(connection.unwrap(PGConnection.class));
      } catch (SQLException | RuntimeException e) {
        if (!closed) {
          LOG.warn(
              "écoute des publications interrompue, reprise dans {} : {}", RETRY, e.getMessage());
          pause();
        }
      }
    }
  }

  private void listen(PGConnection connection) throws SQLException {
    while (!closed) {
      if (connection.getNotifications(POLL_MILLIS).length > 0) {
        reload.run();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(RETRY);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
