package fr.passerelle.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;

/**
 * The database, ready to be used: reachable, its tables up to date.
 *
 * <p>Close it last. A process that owns the PostgreSQL of its data folder stops it then: a service
 * at once, a command when the commands that joined it meanwhile are done.
 */
public final class Database implements AutoCloseable {
  private static final int CONNECTIONS = 8;
  private static final String SCHEME = "jdbc:postgresql:";

  private final Tenure tenure;
  private final HikariDataSource pool;

  private Database(Tenure tenure, HikariDataSource pool) {
    this.tenure = tenure;
    this.pool = pool;
  }

  /**
   * The PostgreSQL of a data folder: made, started, taken over from a process that was killed, or
   * joined when another process runs it.
   *
   * @throws DatabaseUnavailableException if another service has the folder, or PostgreSQL does not
   *     start or answer
   */
  public static Database open(DataFolder folder, Role role) {
    return open(folder, role, Patience.USUAL);
  }

  /** Asks the machine beforehand what a start of PostgreSQL has to know; changes nothing. */
  public static void lookAhead() {
    Cluster.lookAhead();
  }

  static Database open(DataFolder folder, Role role, Patience patience) {
    return use(new Arrival(folder, role, patience).settle());
  }

  /**
   * A PostgreSQL that is installed elsewhere; several processes may use it.
   *
   * @param jdbcUrl {@code jdbc:postgresql://...}, user and password in its parameters
   * @throws DatabaseUnavailableException if it does not answer
   */
  public static Database connect(String jdbcUrl) {
    if (!jdbcUrl.startsWith(SCHEME)) {
      throw new DatabaseUnavailableException(
          "une adresse de base commence par %s (jdbc:postgresql://hote:5432/base?user=...)"
              .formatted(SCHEME));
    }
    return use(new Tenure.Elsewhere(jdbcUrl));
  }

  /** Pooled connections, eight at most. */
  public DataSource dataSource() {
    return pool;
  }

  /** Address for a connection of its own (LISTEN), with its password: not to be shown. */
  public String jdbcUrl() {
    return tenure.url();
  }

  /** Whether this process runs PostgreSQL and stops it when it closes. */
  public boolean owner() {
    return tenure instanceof Owner;
  }

  @Override
  public void close() {
    pool.close();
    tenure.end();
  }

  private static Database use(Tenure tenure) {
    try {
      HikariDataSource pool = pool(tenure.url());
      try {
        new Schema(pool).migrate();
        return new Database(tenure, pool);
      } catch (FlywayException e) {
        pool.close();
        throw e;
      }
    } catch (RuntimeException e) {
      tenure.end();
      throw new DatabaseUnavailableException("la base n'est pas utilisable : " + e.getMessage(), e);
    }
  }

  private static HikariDataSource pool(String url) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("passerelle");
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(0);
    return new HikariDataSource(config);
  }
}
