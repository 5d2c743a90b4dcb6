package fr.passerelle.catalog.delivery;

import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Categories;
import fr.passerelle.catalog.observation.Observation;
import fr.passerelle.catalog.territory.Territory;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/** Columnar files read by DuckDB, which may use so much memory beside the heap and no more. */
final class Parquet {
  /** Between footnotes, of which none has several lines. */
  static final String LINE = "\n";

  private static final String MEMORY = "1GB";

  private Parquet() {}

  /** Takes a row. */
  interface RowTaker {
    void take(ResultSet row) throws SQLException;
  }

  /**
   * Reads rows of a file.
   *
   * @param select what comes before the name of the file
   * @param rest what comes after it, with a mark for each value
   * @throws IllegalStateException if the file is not there or is damaged
   */
  static void read(Path file, String select, String rest, List<String> values, RowTaker taker) {
    try (DuckDBConnection engine = connect("");
        PreparedStatement query =
            engine.prepareStatement(select + "read_parquet(" + quoted(file) + ")" + rest)) {
      for (int i = 0; i < values.size(); i++) {
        query.setString(i + 1, values.get(i));
      }
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          taker.take(row);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("figures cannot be read in " + file, e);
    }
  }

  /**
   * Writes what is chosen of a file to another one.
   *
   * @param select what comes before the name of the file
   * @param rest what comes after it
   */
  static void copy(Path from, String select, String rest, Path to) {
    try (DuckDBConnection engine = connect("");
        Statement statement = engine.createStatement()) {
      statement.execute(
          "copy (" + select + "read_parquet(" + quoted(from) + ")" + rest + ") to " + to(to));
    } catch (SQLException e) {
      throw new IllegalStateException("figures of " + from + " cannot be written to " + to, e);
    }
  }

  /** What a copy is written to, in SQL. */
  static String to(Path file) {
    return quoted(file) + " (format parquet, compression zstd)";
  }

  static Observation observation(ResultSet row) throws SQLException {
    double value = row.getDouble("value");
    boolean missing = row.wasNull();
    String notes = row.getString("footnotes");
    return new Observation(
        row.getString("indicator"),
        Categories.parse(row.getString("categories")).orElseThrow(),
        Territory.parse(row.getString("territory")).orElseThrow(),
        Period.parse(row.getString("period")).orElseThrow(),
        missing ? OptionalDouble.empty() : OptionalDouble.of(value),
        status(row),
        new Observation.Wording(
            row.getString("qualifier"),
            notes.isEmpty() ? List.of() : List.of(notes.split(LINE, -1)),
            row.getString("source"),
            row.getString("citation")),
        "");
  }

  static ObservationStatus status(ResultSet row) throws SQLException {
    return ObservationStatus.find(row.getString("status").charAt(0)).orElseThrow();
  }

  /** A database in a file, alone. */
  static DuckDBConnection onDisk(Path file) throws SQLException {
    return connect(file.toString());
  }

  /** Nothing is shared between two uses: an empty name is a database in memory of its own. */
  private static DuckDBConnection connect(String name) throws SQLException {
    DuckDBConnection engine =
        DriverManager.getConnection("jdbc:duckdb:" + name, new Properties())
            .unwrap(DuckDBConnection.class);
    try (Statement statement = engine.createStatement()) {
      statement.execute("set memory_limit = '" + MEMORY + "'");
    }
    return engine;
  }

  /** A path as SQL writes a text; none comes from outside. */
  private static String quoted(Path file) {
    return "'" + file.toString().replace("'", "''") + "'";
  }
}
