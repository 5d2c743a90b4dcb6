package fr.passerelle.catalog.delivery;

import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.observation.Categories;
import fr.passerelle.catalog.observation.Figures.Cell;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Geography;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The same questions asked of the columnar files themselves, in SQL. */
final class FilesAsked implements AutoCloseable {
  /** A value of the whole is one delivered for it, else the sum of those cut by sex. */
  private static final String ROWS =
      """
      select o.*, g.people from observation o
        join perimeter using (territory) join geography g using (territory)
        where o.indicator = ? and o.period = ?
          and (o.categories = ? or (? = '' and o.categories like 'sexe=%'))
      """;

  private static final String BOTH =
      """
      with above as (%s), below as (%s)
      select sum(above.value), sum(below.value), count(distinct territory),
        (select coalesce(sum(people), 0) from geography where territory in (
          select a.territory from above a join below b using (territory, categories)
          where a.value is not null and b.value is not null))
      from above join below using (territory, categories)
      where above.value is not null and below.value is not null
      """
          .formatted(ROWS, ROWS);

  private final DuckDBConnection engine;
  private final Geography geography;

  /**
   * What was found.
   *
   * @param denominator 1 where there is none
   * @param covered communes that have a value
   * @param inhabitants of these
   */
  record Found(
      double sum,
      double denominator,
      int covered,
      long inhabitants,
      Map<ObservationStatus, Integer> statuses) {}

  FilesAsked(Path folder, Geography geography) {
    this.geography = geography;
    try {
      engine = DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
      run(
          "create table observation as select * from read_parquet('%s/*/observations.parquet')"
              .formatted(folder));
      run("create table perimeter (territory varchar)");
      run("create table geography (territory varchar, people bigint)");
      try (DuckDBAppender rows =
          engine.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "geography")) {
        for (int place = 0; place < geography.size(); place++) {
          long people = Math.max(0, geography.population(place));
          rows.beginRow().append("COM-" + geography.code(place)).append(people).endRow();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = engine.createStatement()) {
      statement.execute(sql);
    }
  }

  /** All is asked over those from now on. */
  void over(Communes communes) throws SQLException {
    run("delete from perimeter");
    try (DuckDBAppender rows =
        engine.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "perimeter")) {
      for (String code : geography.codes(communes)) {
        rows.beginRow().append("COM-" + code).endRow();
      }
    }
  }

  Found sum(String indicator, Cell cell) throws SQLException {
    String sql =
        """
        with rows as (%s)
        select coalesce(sum(value), 0), 1, count(distinct territory) filter (value is not null),
          (select coalesce(sum(people), 0) from geography
            where territory in (select territory from rows where value is not null))
        from rows
        """
            .formatted(ROWS);
    return found(sql, statuses(indicator, cell), cell, indicator);
  }

  /** Both terms, over the communes that have both. */
  Found ratio(String above, String below, Cell cell) throws SQLException {
    Map<ObservationStatus, Integer> statuses = statuses(above, cell);
    statuses(below, cell).forEach((status, count) -> statuses.merge(status, count, Integer::sum));
    return found(BOTH, statuses, cell, above, below);
  }

  private Found found(
      String sql, Map<ObservationStatus, Integer> statuses, Cell cell, String... indicators)
      throws SQLException {
    try (PreparedStatement query = engine.prepareStatement(sql)) {
      bind(query, cell, indicators);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return new Found(
            row.getDouble(1), row.getDouble(2), row.getInt(3), row.getLong(4), statuses);
      }
    }
  }

  private Map<ObservationStatus, Integer> statuses(String indicator, Cell cell)
      throws SQLException {
    Map<ObservationStatus, Integer> counts = new EnumMap<>(ObservationStatus.class);
    try (PreparedStatement query =
        engine.prepareStatement("select status, count(*) from (" + ROWS + ") group by status")) {
      bind(query, cell, indicator);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          counts.put(
              ObservationStatus.find(row.getString(1).charAt(0)).orElseThrow(), row.getInt(2));
        }
      }
    }
    return counts;
  }

  private static void bind(PreparedStatement query, Cell cell, String... indicators)
      throws SQLException {
    int mark = 1;
    Categories categories = cell.categories();
    for (String indicator : indicators) {
      query.setString(mark++, indicator);
      query.setString(mark++, cell.period().toString());
      query.setString(mark++, categories.toString());
      query.setString(mark++, categories.toString());
    }
  }

  @Override
  public void close() throws SQLException {
    engine.close();
  }
}
