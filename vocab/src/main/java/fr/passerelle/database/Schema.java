package fr.passerelle.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables of the database, brought up to date by Flyway.
 *
 * <p>Flyway takes a third of a second to find nothing to do. Where its own history says that these
 * very migrations, no other and no more, were applied with success, it is not asked; in any other
 * case it is, and says what is wrong.
 */
final class Schema {
  /** Every migration there is; a test holds the list against the folder. */
  static final List<String> MIGRATIONS =
      List.of(
          "V1__releases.sql",
          "V2__secret.sql",
          "V3__delivery.sql",
          "V4__api_keys.sql",
          "V5__studies.sql",
          "V6__use.sql",
          "V7__harvests.sql",
          "V8__erased_authors.sql",
          "V9__territories.sql",
          "V10__figures.sql",
          "V11__conventions.sql",
          "V12__sealed_deliveries.sql",
          "V14__licensed.sql",
          "V15__indicators.sql",
          "V16__audit.sql",
          "V17__method.sql");

  static final String FOLDER = "db/migration";

  private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

  private final DataSource database;

  Schema(DataSource database) {
    this.database = database;
  }

  void migrate() {
    if (!current()) {
      Flyway.configure()
          .loggers("slf4j")
          .dataSource(database)
          .locations("classpath:" + FOLDER)
          .load()
          .migrate();
    }
  }

  /** Whether the history tells of these migrations exactly, all of them successful. */
  boolean current() {
    return history().filter(applied -> applied.equals(expected())).isPresent();
  }

  /** Checksum by script; none if there is no history, or something else than success in it. */
  private Optional<Map<String, Integer>> history() {
    Map<String, Integer> applied = new TreeMap<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select script, checksum, success and type = 'SQL' from flyway_schema_history")) {
      while (row.next()) {
        if (!row.getBoolean(3) || applied.put(row.getString(1), row.getInt(2)) != null) {
          return Optional.empty();
        }
      }
      return Optional.of(applied);
    } catch (SQLException e) {
      LOG.debug("no history of the schema", e);
      return Optional.empty();
    }
  }

  private static Map<String, Integer> expected() {
    Map<String, Integer> expected = new TreeMap<>();
    MIGRATIONS.forEach(script -> expected.put(script, checksum(script)));
    return expected;
  }

  /** As Flyway does: the CRC-32 of the lines without their ends. */
  private static int checksum(String script) {
    CRC32 crc = new CRC32();
    try (InputStream in = Schema.class.getResourceAsStream("/" + FOLDER + "/" + script);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.lines().forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return (int) crc.getValue();
  }
}
