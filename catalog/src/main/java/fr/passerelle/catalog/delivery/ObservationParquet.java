package fr.passerelle.catalog.delivery;

import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Categories;
import fr.passerelle.catalog.observation.Observation;
import fr.passerelle.catalog.observation.source.ObservationFile;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * A columnar file (Apache Parquet) of observations while it is written, in the order of indicators,
 * categories, periods and territories. They are kept in a table on disk until all are there: a
 * delivery may be larger than the memory.
 */
final class ObservationParquet implements AutoCloseable {
  /** What rows say again and again stands apart: ten million rows are small then. */
  private static final List<String> TABLES =
      List.of(
          "create table observation (cell INTEGER, territory VARCHAR, value DOUBLE, status"
              + " VARCHAR, wording INTEGER)",
          "create table cell (id INTEGER, indicator VARCHAR, categories VARCHAR, period VARCHAR)",
          "create table wording (id INTEGER, qualifier VARCHAR, footnotes VARCHAR, source VARCHAR,"
              + " citation VARCHAR)");

  private static final String SORTED =
      """
      select c.indicator, c.categories, c.period, territory, value, status, qualifier, footnotes,
        source, citation
      from observation
        join (select *, row_number() over (order by indicator, categories, period) as rank
          from cell) c on c.id = cell
        join wording w on w.id = observation.wording
      order by c.rank, territory
      """;

  /** Parts of one thing become one; a sum that lacks a part is not told, and says what lacked. */
  private static final List<String> ADDED =
      List.of(
          """
          create table added as
            select cell, territory,
              case when count(value) = count(*) then sum(value) end as value,
              case when count(value) = count(*) then arg_min(status, rowid)
                else arg_min(status, rowid) filter (value is null) end as status,
              arg_min(wording, rowid) as wording
            from observation group by cell, territory
          """,
          "drop table observation",
          "alter table added rename to observation");

  private final Path database;
  private final DuckDBConnection engine;
  private final DuckDBAppender rows;
  private final Map<Cell, Integer> cells = new LinkedHashMap<>();
  private final Map<Observation.Wording, Integer> wordings = new LinkedHashMap<>();

  private record Cell(String indicator, Categories categories, Period period) {}

  private ObservationParquet(Path database) throws SQLException {
    this.database = database;
    engine = Parquet.onDisk(database);
    try (Statement statement = engine.createStatement()) {
      for (String each : TABLES) {
        statement.execute(each);
      }
    }
    rows = engine.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "observation");
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
      ObservationFile.Read passed = ObservationFile.read(file, order, findings, staged::add);
      ObservationFile.Read read = passed.parts() ? passed.added(staged.addUp()) : passed;
      staged.write(columns);
      Outline.of(folder);
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
    Cell cell = new Cell(each.indicator(), each.categories(), each.period());
    rows.beginRow().append(number(cells, cell)).append(each.territory().toString());
    if (each.value().isPresent()) {
      rows.append(each.value().getAsDouble());
    } else {
      rows.appendNull();
    }
    rows.append(String.valueOf(each.status().code()))
        .append(number(wordings, each.wording()))
        .endRow();
  }

  private static <T> int number(Map<T, Integer> known, T each) {
    Integer number = known.get(each);
    if (number == null) {
      number = known.size();
      known.put(each, number);
    }
    return number;
  }

  private void appendOthers() throws SQLException {
    try (DuckDBAppender all = engine.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "cell")) {
      for (Map.Entry<Cell, Integer> each : cells.entrySet()) {
        all.beginRow()
            .append(each.getValue())
            .append(each.getKey().indicator())
            .append(each.getKey().categories().toString())
            .append(each.getKey().period().toString())
            .endRow();
      }
    }
    try (DuckDBAppender all = engine.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "wording")) {
      for (Map.Entry<Observation.Wording, Integer> each : wordings.entrySet()) {
        all.beginRow()
            .append(each.getValue())
            .append(each.getKey().qualifier())
            .append(String.join(Parquet.LINE, each.getKey().footnotes()))
            .append(each.getKey().source())
            .append(each.getKey().citation())
            .endRow();
      }
    }
  }

  /**
   * Adds parts up, on disk where they are many.
   *
   * @return how many sums there are
   */
  private int addUp() {
    try (Statement statement = engine.createStatement()) {
      rows.close();
      for (String each : ADDED) {
        statement.execute(each);
      }
      try (ResultSet count = statement.executeQuery("select count(*) from observation")) {
        count.next();
        return count.getInt(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("parts cannot be added up in " + database, e);
    }
  }

  /** Writes the file, which is not there yet. */
  private void write(Path file) {
    try (Statement statement = engine.createStatement()) {
      rows.close();
      appendOthers();
      statement.execute("copy (" + SORTED + ") to " + Parquet.to(file));
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
