package fr.passerelle.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A session that says "I am using this database": it holds an advisory lock, shared among guests.
 *
 * <p>The owner takes that lock for itself before it stops PostgreSQL. A guest therefore either is
 * seen and waited for, or sees that the owner is leaving; counting sessions would leave a gap, and
 * miss a guest that has none open for the moment.
 *
 * @param session held as long as the database is used
 */
record Presence(Connection session) implements AutoCloseable {
  private static final long KEY = 0x5041_5353_4552_454cL;
  private static final String SHARED = "select pg_try_advisory_lock_shared(?)";
  private static final String ALONE = "select pg_try_advisory_lock(?)";

  /** Joins the others; none if the database does not answer yet, or its owner is stopping it. */
  static Optional<Presence> join(String url) {
    Optional<Presence> guest = connect(url);
    if (guest.isPresent() && !guest.get().takes(SHARED, false)) {
      guest.get().close();
      return Optional.empty();
    }
    return guest;
  }

  /**
   * Waits to be alone and keeps newcomers out, or gives up waiting.
   *
   * @param hurried tells not to wait any more
   * @return to be closed once PostgreSQL is stopped; none if it does not answer
   */
  static Optional<Presence> alone(String url, Duration atMost, BooleanSupplier hurried) {
    Optional<Presence> owner = connect(url);
    owner.ifPresent(
        last -> Poll.until(atMost, () -> hurried.getAsBoolean() || last.takes(ALONE, true)));
    return owner;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (SQLException e) {
      // PostgreSQL was stopped under us: the session is over, which is all we want.
    }
  }

  private boolean takes(String lock, boolean ifBroken) {
    try (PreparedStatement statement = session.prepareStatement(lock)) {
      statement.setLong(1, KEY);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    } catch (SQLException e) {
      return ifBroken;
    }
  }

  private static Optional<Presence> connect(String url) {
    try {
      return Optional.of(new Presence(DriverManager.getConnection(url)));
    } catch (SQLException e) {
      return Optional.empty();
    }
  }
}
