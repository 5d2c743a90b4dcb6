package fr.passerelle.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for what other processes tell on channels of the database (LISTEN), on a thread and a
 * connection of its own.
 *
 * <p>A notification sent while the connection is down is lost: after each connection the listener
 * is called as if it had been told.
 */
public final class Notifications implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final int POLL_MILLIS = 10_000;

  private final String jdbcUrl;
  private final List<String> channels;
  private final Runnable listener;
  private final Thread thread;
  private volatile boolean closed;

  private Notifications(String jdbcUrl, List<String> channels, Runnable listener) {
    this.jdbcUrl = jdbcUrl;
    this.channels = channels;
    this.listener = listener;
    this.thread = Thread.ofVirtual().name("notifications").unstarted(this::run);
  }

  /**
   * Starts listening.
   *
   * @param channels names of ours, never of outside
   * @param listener called after each connection, and once for all that was told at once
   */
  public static Notifications listen(String jdbcUrl, List<String> channels, Runnable listener) {
    Notifications notifications = new Notifications(jdbcUrl, List.copyOf(channels), listener);
    notifications.thread.start();
    return notifications;
  }

  private void run() {
    while (!closed) {
      try (Connection connection = DriverManager.getConnection(jdbcUrl);
          Statement statement = connection.createStatement()) {
        for (String channel : channels) {
          statement.execute("listen " + channel);
        }
        listener.run();
        listen(connection.unwrap(PGConnection.class));
      } catch (SQLException | RuntimeException e) {
        if (!closed) {
          LOG.warn("écoute interrompue, reprise dans {} : {}", RETRY, e.getMessage());
          pause();
        }
      }
    }
  }

  private void listen(PGConnection connection) throws SQLException {
    while (!closed) {
      PGNotification[] told = connection.getNotifications(POLL_MILLIS);
      if (told.length > 0) {
        listener.run();
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
