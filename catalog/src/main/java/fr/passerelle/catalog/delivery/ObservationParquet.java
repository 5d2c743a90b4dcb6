package fr.passerelle.catalog.delivery;

import fr.passerelle.catalog.observation.Observation;
import fr.passerelle.catalog.observation.source.ObservationFile;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * A columnar file (Apache Parquet) of observations while it is written, in the order of indicators,
 * categories, periods and territories. They are kept in a table on disk until all are there: a
 * delivery may be larger than the memory.
 */
final class ObservationParquet implements AutoCloseable {
  private static final String COLUMNS =
      "indicator VARCHAR, categories VARCHAR, period VARCHAR, territory VARCHAR, value DOUBLE,"
          + " status VARCHAR, qualifier VARCHAR, footnotes VARCHAR, source VARCHAR, citation"
          + " VARCHAR";
  private static final String TABLE = "observation";

  private final Path database;
  private final DuckDBConnection engine;
  private final DuckDBAppender rows;

  private ObservationParquet(Path database) throws SQLException {
    this.database = database;
    engine = Parquet.onDisk(database);
    try (Statement statement = engine.createStatement()) {
      statement.execute("create table " + TABLE + " (" + COLUMNS + ")");
    }
    rows = engine.createAppender(DuckDBConnection.DEFAULT_SCHEMA, TABLE);
  }

  /** One that keeps its table in that folder, which has none yet. */
  private static ObservationParquet in(Path folder) {
    try {
      return new ObservationParquet(folder.resolve("staged.duckdb"));
    } catch (SQLException e) {
      throw new IllegalStateException("no table of figures in " + folder, e);
    }
  }

  /**
   * From a file as it was received to the columns of a delivery, row by row.
   *
   * @param folder of the delivery
   */
  static ObservationFile.Read of(
      Path file, ObservationFile.Order order, Path folder, Findings findings) throws IOException {
    Path columns = DeliveryFolder.observationsIn(folder);
    try (ObservationParquet staged = in(folder)) {
      ObservationFile.Read read = ObservationFile.read(file, order, findings, staged::add);
      staged.write(columns);
      if (read.totals()) {
        ObservationFile.checkTotals(order, findings, taker -> byTerritory(columns, taker));
      }
      return read;
    }
  }

  /** One more. */
  private void add(Observation each) {
    try {
      append(each);
    } catch (SQLException e) {
      throw new IllegalStateException("figures cannot be kept in " + database, e);
    }
  }

  private void append(Observation each) throws SQLException {
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
        .append(String.join(Parquet.LINE, each.wording().footnotes()))
        .append(each.wording().source())
        .append(each.wording().citation())
        .endRow();
  }

  /** Writes the file, which is not there yet. */
  private void write(Path file) {
    try (Statement statement = engine.createStatement()) {
      rows.flush();
      statement.execute(
          "copy (from observation order by indicator, categories, period, territory) to "
              + Parquet.quoted(file)
              + " (format parquet, compression zstd)");
    } catch (SQLException e) {
      throw new IllegalStateException("figures cannot be written to " + file, e);
    }
  }

  /** Passes on those of a file that was written, one territory and period after another. */
  private static void byTerritory(Path file, Consumer<Observation> taker) {
    Parquet.read(
        file,
        "select * from ",
        " order by indicator, territory, period",
        List.of(),
        row -> taker.accept(Parquet.observation(row)));
  }

  /** The table is dropped, whatever became of it. */
  @Override
  public void close() throws IOException {
    try {
      rows.close();
      engine.close();
    } catch (SQLException e) {
      throw new IOException(e);
    } finally {
      Files.deleteIfExists(database);
      Files.deleteIfExists(database.resolveSibling(database.getFileName() + ".wal"));
    }
  }
}
