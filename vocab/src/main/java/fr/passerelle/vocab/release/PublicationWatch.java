package fr.passerelle.vocab.release;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
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
  private final Vocabularies vocabularies;
  private final Thread thread;
  private volatile boolean closed;

  private PublicationWatch(String jdbcUrl, Vocabularies vocabularies) {
    this.jdbcUrl = jdbcUrl;
    this.vocabularies = vocabularies;
    this.thread = Thread.ofVirtual().name("publication-watch").unstarted(this::run);
  }

  /**
   * Starts watching.
   *
   * @param vocabularies reloaded after each connection and each switch, on the watching thread
   */
  public static PublicationWatch start(String jdbcUrl, Vocabularies vocabularies) {
    PublicationWatch watch = new PublicationWatch(jdbcUrl, vocabularies);
    watch.thread.start();
    return watch;
  }

  private void run() {
    while (!closed) {
      try (Connection connection = DriverManager.getConnection(jdbcUrl);
          Statement statement = connection.createStatement()) {
        statement.execute("listen " + ReleaseStore.COMING);
        statement.execute("listen " + ReleaseStore.CHANNEL);
        vocabularies.reload();
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
      boolean switched = false;
      for (PGNotification told : connection.getNotifications(POLL_MILLIS)) {
        if (told.getName().equals(ReleaseStore.COMING)) {
          vocabularies.expect(told.getParameter());
        } else {
          switched = true;
        }
      }
      if (switched) {
        vocabularies.reload();
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
