package fr.passerelle.catalog.delivery;

import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Categories;
import fr.passerelle.catalog.observation.Observation;
import fr.passerelle.catalog.territory.Territory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Observations as a columnar file (Apache Parquet), in the order of indicators, categories, periods
 * and territories. DuckDB writes and reads it; any tool that knows the format reads it too.
 */
final class ObservationParquet {
  private static final String COLUMNS =
      "indicator VARCHAR, categories VARCHAR, period VARCHAR, territory VARCHAR, value DOUBLE,"
          + " status VARCHAR, qualifier VARCHAR, footnotes VARCHAR, source VARCHAR, citation"
          + " VARCHAR";
  private static final String LINE = "\n";

  private ObservationParquet() {}

  /** Writes a file, which is not there yet. */
  static void write(Path file, List<Observation> observations) {
    try (DuckDBConnection engine = engine();
        Statement statement = engine.createStatement()) {
      statement.execute("create table observation (" + COLUMNS + ")");
      try (DuckDBAppender rows =
          engine.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "observation")) {
        for (Observation each : observations) {
          append(rows, each);
        }
      }
      statement.execute(
          "copy (from observation order by indicator, categories, period, territory) to "
              + quoted(file)
              + " (format parquet, compression zstd)");
    } catch (SQLException e) {
      throw new IllegalStateException("figures cannot be written to " + file, e);
    }
  }

  private static void append(DuckDBAppender rows, Observation each) throws SQLException {
    rows.beginRow()
        .append(each.indicator())
        .append(each.categories().toString())
        .append(each.period().toString())
        .append(each.territory().toString());
    if (each.value().isPresent()) {
      rows.append(each.value().getAsDouble());
    } else {
      rows.appendNull();
    }
    rows.append(String.valueOf(each.status().code()))
        .append(each.wording().qualifier())
        .append(String.join(LINE, each.wording().footnotes()))
        .append(each.wording().source())
        .append(each.wording().citation())
        .endRow();
  }

  /**
   * The observations of an indicator in a file.
   *
   * @throws IllegalStateException if the file is not there or is damaged
   */
  static List<Observation> read(Path file, String indicator) {
    List<Observation> all = new ArrayList<>();
    try (Connection engine = engine();
        PreparedStatement query =
            engine.prepareStatement(
                "select * from read_parquet(" + quoted(file) + ") where indicator = ?")) {
      query.setString(1, indicator);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          all.add(observation(row));
        }
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException("figures cannot be read in " + file, e);
    }
  }

  private static Observation observation(ResultSet row) throws SQLException {
    double value = row.getDouble("value");
    boolean missing = row.wasNull();
    String notes = row.getString("footnotes");
    return new Observation(
        row.getString("indicator"),
        Categories.parse(row.getString("categories")).orElseThrow(),
        Territory.parse(row.getString("territory")).orElseThrow(),
        Period.parse(row.getString("period")).orElseThrow(),
        missing ? OptionalDouble.empty() : OptionalDouble.of(value),
        ObservationStatus.find(row.getString("status").charAt(0)).orElseThrow(),
        new Observation.Wording(
            row.getString("qualifier"),
            notes.isEmpty() ? List.of() : List.of(notes.split(LINE, -1)),
            row.getString("source"),
            row.getString("citation")),
        "");
  }

  /** In memory, alone: nothing is shared between two uses. */
  private static DuckDBConnection engine() throws SQLException {
    return DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
  }

  /** A path as SQL writes a text; none comes from outside. */
  private static String quoted(Path file) {
    return "'" + file.toString().replace("'", "''") + "'";
  }
}
