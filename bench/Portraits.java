import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.Measure;
import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Answer;
import fr.passerelle.catalog.observation.Categories;
import fr.passerelle.catalog.observation.Dashboard;
import fr.passerelle.catalog.observation.Figures;
import fr.passerelle.catalog.observation.Line;
import fr.passerelle.catalog.observation.Observation;
import fr.passerelle.catalog.observation.ObservationSource;
import fr.passerelle.catalog.observation.Place;
import fr.passerelle.catalog.observation.Question;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.GeographySample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Portraits in memory beside the same question in DuckDB over Parquet: 200 indicators x 10 periods
 * with statuses, over perimeters of 3 000 and of 50 communes. Both answers are compared first.
 *
 * <p>Run by {@code bench/portraits}.
 */
final class Portraits {
  private static final int PERIODS = 10;
  private static final long WARMING = 5_000_000_000L;

  public static void main(String[] arguments) throws Exception {
    int indicators = Integer.parseInt(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    Geography geography = Geography.of(List.of(GeographySample.source()));
    List<Indicator> all = new ArrayList<>();
    Map<String, Figures> figures = new HashMap<>();
    for (int i = 0; i < indicators; i++) {
      Indicator indicator =
          new Indicator(
              "i" + i, 1, "i" + i, "", "emploi", "", "", 0, "", false, Measure.stock(), List.of());
      all.add(indicator);
      figures.put(indicator.id(), figures(indicator, i, geography));
    }
    Dashboard dashboard = new Dashboard(geography, id -> Optional.ofNullable(figures.get(id)));
    Path file = Files.createTempDirectory("portraits").resolve("observations.parquet");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = duck.createStatement()) {
      sql.execute(
          """
          copy (select i::smallint as indicator, p::smallint as period, c::integer as commune,
              ((c * 31 + i * 7 + p) %% 1000)::double as value,
              case when (c + i + p) %% 50 = 0 then 'P' else 'A' end as status
            from range(%d) as i(i), range(%d) as p(p), range(%d) as c(c)
            order by i, p, c) to '%s' (format parquet, compression zstd)
          """
              .formatted(indicators, PERIODS, geography.size(), file));
      System.out.printf(
          "%,d values, %,d bytes of Parquet%n",
          (long) indicators * PERIODS * geography.size(), Files.size(file));
      sql.execute("create table perimeter (commune integer)");
      sql.execute("create view observation as select * from read_parquet('" + file + "')");
      for (int size : new int[] {3_000, 50}) {
        measure(dashboard, all, duck, communes(geography, size), rounds);
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static void measure(
      Dashboard dashboard, List<Indicator> all, Connection duck, Communes communes, int rounds)
      throws Exception {
    try (Statement sql = duck.createStatement();
        PreparedStatement insert = duck.prepareStatement("insert into perimeter values (?)")) {
      sql.execute("delete from perimeter");
      for (int i = 0; i < communes.size(); i++) {
        insert.setInt(1, communes.at(i));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    if (!said(ours(dashboard, all, communes)).equals(theirs(duck))) {
      throw new IllegalStateException("both engines do not say the same");
    }
    System.out.printf("  warm after %d portraits%n", warmUp(dashboard, all, communes));
    double[] mine = new double[rounds];
    double[] duckDb = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      long begin = System.nanoTime();
      ours(dashboard, all, communes);
      mine[i] = (System.nanoTime() - begin) / 1e6;
      begin = System.nanoTime();
      theirs(duck);
      duckDb[i] = (System.nanoTime() - begin) / 1e6;
    }
    print(communes.size() + " communes, in memory", mine);
    print(communes.size() + " communes, DuckDB", duckDb);
    System.out.printf(
        Locale.ROOT, "  DuckDB takes %.0f times as long%n", median(duckDb) / median(mine));
  }

  /**
   * Asks for some seconds and hundreds of times: by then the compiler is done with what is asked.
   */
  private static int warmUp(Dashboard dashboard, List<Indicator> all, Communes communes) {
    long end = System.nanoTime() + WARMING;
    int asked = 0;
    while (System.nanoTime() < end || asked < 400) {
      ours(dashboard, all, communes);
      asked++;
    }
    return asked;
  }

  /** Sums and statuses of every indicator and period: all that a portrait tells. */
  private static List<Line> ours(Dashboard dashboard, List<Indicator> all, Communes communes) {
    Place place = new Place.Drawn("", communes);
    return new Question(all, List.of(place), new Question.Periods.All(), new Question.Cut.Whole())
        .ask(dashboard);
  }

  private static String said(List<Line> lines) {
    StringBuilder said = new StringBuilder();
    for (Line each : lines) {
      Answer.Sum sum = (Answer.Sum) each.answer();
      said.append((long) sum.value())
          .append(' ')
          .append(sum.statuses().getOrDefault(ObservationStatus.NORMAL, 0))
          .append(' ')
          .append(sum.statuses().getOrDefault(ObservationStatus.PROVISIONAL, 0))
          .append('\n');
    }
    return said.toString();
  }

  private static String theirs(Connection duck) throws Exception {
    StringBuilder said = new StringBuilder();
    try (Statement sql = duck.createStatement();
        ResultSet row =
            sql.executeQuery(
                """
                select sum(value)::bigint, count(*) filter (status = 'A'),
                  count(*) filter (status = 'P')
                from observation semi join perimeter using (commune)
                group by indicator, period order by indicator, period
                """)) {
      while (row.next()) {
        said.append(row.getLong(1))
            .append(' ')
            .append(row.getLong(2))
            .append(' ')
            .append(row.getLong(3))
            .append('\n');
      }
    }
    return said.toString();
  }

  private static Figures figures(Indicator indicator, int i, Geography geography) {
    return Figures.of(
        indicator,
        geography,
        List.of(new Figures.Delivered("d", "s", geography.vintage(), new Generated(i, geography))));
  }

  /** The same values as the ones of the Parquet file. */
  private record Generated(int indicator, Geography geography) implements ObservationSource {
    @Override
    public Map<Figures.Cell, Set<String>> departments() {
      return IntStream.range(0, PERIODS)
          .mapToObj(each -> new Figures.Cell(Categories.WHOLE, Period.year(2010 + each)))
          .collect(Collectors.toMap(each -> each, each -> Set.of()));
    }

    @Override
    public List<Observation> said(boolean communesToo) {
      return List.of();
    }

    @Override
    public void ofCommunes(Categories cut, List<Period> periods, Taker taker) {
      for (int period = 0; period < PERIODS; period++) {
        int asked = periods.indexOf(Period.year(2010 + period));
        for (int commune = 0; commune < geography.size(); commune++) {
          taker.take(
              asked,
              geography.code(commune),
              (commune * 31 + indicator * 7 + period) % 1000,
              (commune + indicator + period) % 50 == 0
                  ? ObservationStatus.PROVISIONAL
                  : ObservationStatus.NORMAL);
        }
      }
    }
  }

  /** The same ones each time, spread over the country. */
  private static Communes communes(Geography geography, int size) {
    Random random = new Random(size);
    BitSet places = new BitSet();
    while (places.cardinality() < size) {
      places.set(random.nextInt(geography.size()));
    }
    return Communes.of(places);
  }

  private static void print(String what, double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "  %-28s median %8.2f ms (%.2f to %.2f)%n",
        what,
        median(times),
        sorted[0],
        sorted[sorted.length - 1]);
  }

  private static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
