import fr.passerelle.catalog.delivery.Deliveries;
import fr.passerelle.catalog.delivery.ProtectedOrder;
import fr.passerelle.catalog.delivery.Published;
import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Format;
import fr.passerelle.catalog.observation.Line;
import fr.passerelle.catalog.observation.Place;
import fr.passerelle.catalog.observation.Question;
import fr.passerelle.catalog.secrecy.Family;
import fr.passerelle.catalog.secrecy.ProtectedTable;
import fr.passerelle.catalog.secrecy.Protection;
import fr.passerelle.catalog.secrecy.protecting.KeyFolder;
import fr.passerelle.catalog.secrecy.protecting.ProtectRun;
import fr.passerelle.catalog.secrecy.sealing.Seal;
import fr.passerelle.catalog.secrecy.sealing.SealedInbox;
import fr.passerelle.catalog.secrecy.sealing.TableOrder;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.GeographySample;
import fr.passerelle.catalog.territory.store.Geographies;
import fr.passerelle.database.DataFolder;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import java.io.BufferedWriter;
import java.io.InputStream;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Clock;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Large deliveries: taken in open, taken in protected, refused for their very last row; and many of
 * them served with a small heap.
 *
 * <p>Run by {@code bench/ingestion}, each part in a process of its own.
 */
final class Ingestion {
  private static final List<String> SEXES = List.of("F", "M");
  private static final List<String> AGES =
      IntStream.range(0, 11).mapToObj(each -> "A" + each).toList();
  private static final Geography GEOGRAPHY = Geography.of(List.of(GeographySample.source()));

  public static void main(String[] arguments) throws Exception {
    int rows = Integer.parseInt(arguments[1]);
    Path folder = Path.of(arguments[2]);
    switch (arguments[0]) {
      case "generate" -> generate(folder.resolve("figures.csv"), rows);
      case "open" -> open(folder, rows);
      case "protected" -> protect(folder);
      case "serve" -> serve(folder, rows, Integer.parseInt(arguments[3]));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static void generate(Path file, int rows) throws Exception {
    Random random = new Random(7);
    try (BufferedWriter csv = Files.newBufferedWriter(file)) {
      csv.write("commune;annee;sexe;age;effectif\n");
      int left = rows;
      for (int year = 1990; left > 0; year++) {
        for (int place = 0; place < GEOGRAPHY.size() && left > 0; place++) {
          left -= write(csv, GEOGRAPHY.code(place) + ";" + year, left, random);
        }
      }
    }
    System.out.printf("%,d rows, %,d bytes%n", rows, Files.size(file));
  }

  private static int write(Writer csv, String key, int most, Random random) throws Exception {
    int written = 0;
    for (String sex : SEXES) {
      for (String age : AGES) {
        if (written < most) {
          csv.write(key + ";" + sex + ";" + age + ";" + random.nextInt(40) + "\n");
          written++;
        }
      }
    }
    return written;
  }

  private static Format format() {
    return new Format(
        "essai",
        "essai",
        ';',
        ',',
        List.of(
            new Format.Column.Where("commune", "COM", Format.Codes.EXACT),
            new Format.Column.When("annee", Period.Kind.YEAR),
            new Format.Column.By("sexe", "sexe"),
            new Format.Column.By("age", "age"),
            new Format.Column.Value("effectif", "apprentis", 0)),
        Map.of("s", ObservationStatus.SUPPRESSED),
        Optional.empty());
  }

  private static Deliveries.Order order(Path file) {
    return new Deliveries.Order(
        file,
        String.valueOf(file.getFileName()),
        format(),
        "essai",
        "essai",
        GEOGRAPHY.vintage(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Licence.ETALAB_2_0),
        Optional.empty(),
        any -> true,
        /* dryRun= */ false);
  }

  private static Deliveries deliveries(Database database, DataFolder data) {
    Clock clock = Clock.systemUTC();
    return Deliveries.open(
        database.dataSource(),
        data.deliveries(),
        Geographies.open(database.dataSource(), data.deliveries(), clock),
        clock);
  }

  private static void open(Path folder, int rows) throws Exception {
    DataFolder data = DataFolder.at(folder.resolve("data"));
    Path file = folder.resolve("figures.csv");
    try (Database database = Database.open(data, Role.COMMAND)) {
      Deliveries deliveries = deliveries(database, data);
      long begin = System.nanoTime();
      Deliveries.Report report = deliveries.accept(order(file), new Findings());
      told(
          "open, " + report.delivery().observations() + " observations, " + report.outcome(),
          begin);
      String version = deliveries.published().version();
      Files.writeString(file, "01001;1990;F;A0;12,5,0\n", StandardOpenOption.APPEND);
      begin = System.nanoTime();
      try {
        deliveries.accept(order(file), new Findings());
        throw new IllegalStateException("a faulty last row was accepted");
      } catch (RefusedException e) {
        told("refused for its last row (" + e.faults().getFirst().place() + ")", begin);
      }
      System.out.println(
          "  published state as it was: " + version.equals(deliveries.published().version()));
    }
  }

  private static void protect(Path folder) throws Exception {
    Path data = Files.createDirectories(folder.resolve("protected-data"));
    Path file = folder.resolve("figures.csv");
    SealedInbox inbox = new SealedInbox(data.resolve("sealed"));
    Seal seal = Seal.of(KeyFolder.make(folder.resolve("keys"), data));
    long begin = System.nanoTime();
    try (InputStream in = Files.newInputStream(file)) {
      inbox.deposit(seal, "essai", tableOrder(), in, Long.MAX_VALUE);
    }
    told("sealed", begin);
    begin = System.nanoTime();
    List<ProtectRun.Outcome> outcomes =
        new ProtectRun(
                KeyFolder.open(folder.resolve("keys"), data),
                inbox,
                data.resolve("protected"),
                GEOGRAPHY)
            .run();
    Path table =
        outcomes
            .getFirst()
            .file()
            .orElseThrow(() -> new IllegalStateException(outcomes.toString()));
    told("protected, %,d bytes".formatted(Files.size(table)), begin);
    try (Database database = Database.open(DataFolder.at(folder.resolve("data-p")), Role.COMMAND)) {
      begin = System.nanoTime();
      deliveries(database, DataFolder.at(folder.resolve("data-p")))
          .acceptProtected(
              new ProtectedOrder(
                  table,
                  "essai",
                  Optional.empty(),
                  Optional.of(Licence.ETALAB_2_0),
                  Optional.empty(),
                  /* dryRun= */ false));
      told("protected table taken in", begin);
    }
  }

  private static TableOrder tableOrder() {
    Map<String, List<String>> codes = Map.of("sexe", SEXES, "age", AGES);
    return new TableOrder(
        new ProtectedTable.Head(
            new Family("apprentis", Family.Kind.COUNTS, new TreeMap<>(codes), 0),
            Protection.ours(5, 1, "essai"),
            GEOGRAPHY.vintage(),
            ObservationStatus.NORMAL),
        List.of("FRANCE"),
        TableOrder.Absent.ZERO,
        Optional.empty(),
        List.of(),
        TableOrder.Layout.of(
            new TableOrder.Columns(
                "commune",
                "annee",
                "effectif",
                "",
                "",
                "",
                new TreeMap<>(Map.of("sexe", "sexe", "age", "age")),
                new TreeMap<>())));
  }

  /** Deliveries in the very form that ingestion writes, each of another indicator. */
  private static void serve(Path folder, int rows, int count) throws Exception {
    DataFolder data = DataFolder.at(folder.resolve("data-s"));
    try (Database database = Database.open(data, Role.COMMAND)) {
      Deliveries deliveries = deliveries(database, data);
      List<Indicator> indicators =
          deliveries.indicators().stream()
              .filter(each -> each.measure().kind().name().equals("STOCK"))
              .limit(count)
              .toList();
      long bytes = 0;
      for (Indicator each : indicators) {
        bytes += fill(database, data, each.id(), rows);
      }
      System.out.printf(
          "%,d observations in %d deliveries, %,d bytes of Parquet%n",
          (long) rows * indicators.size(), indicators.size(), bytes);
      ask(deliveries(database, data), indicators);
    }
  }

  private static long fill(Database database, DataFolder data, String indicator, int rows)
      throws Exception {
    Path file =
        Files.createDirectories(data.deliveries().resolve("bench" + indicator))
            .resolve("observations.parquet");
    String codes =
        IntStream.range(0, GEOGRAPHY.size())
            .mapToObj(place -> "'" + GEOGRAPHY.code(place) + "'")
            .collect(Collectors.joining(","));
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = duck.createStatement()) {
      sql.execute("set memory_limit = '3GB'");
      sql.execute(
          """
          copy (select '%s' as indicator, 'age=A' || a || ',sexe=' || s as categories,
              (1990 + y)::varchar as period, 'COM-' || c as territory,
              (hash(c, a, s, y) %% 400)::double as value,
              case when hash(c, y) %% 50 = 0 then 'P' else 'A' end as status,
              '' as qualifier, '' as footnotes, '' as source, '' as citation
            from range(11) as a(a), unnest(['F', 'M']) as s(s), range(13) as y(y),
              unnest([%s]) as c(c)
            order by categories, period, territory limit %d)
            to '%s' (format parquet, compression zstd)
          """
              .formatted(indicator, codes, rows, file));
    }
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement row =
            connection.prepareStatement(
                """
                insert into figures_delivery (receipt, series, format, source, source_sha256,
                  supplier, vintage, period, licence, indicators, observations, remarks,
                  accepted_at, licensed_at, licence_at)
                values (?, ?, 'essai', 'essai.csv', '', 'essai', ?, '', ?, ?, ?, '', now(), now(), now())
                """)) {
      row.setString(1, "bench" + indicator);
      row.setString(2, indicator);
      row.setInt(3, GEOGRAPHY.vintage());
      row.setString(4, Licence.ETALAB_2_0.code());
      row.setString(5, indicator);
      row.setInt(6, rows);
      row.execute();
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    }
    return Files.size(file);
  }

  private static void ask(Deliveries deliveries, List<Indicator> indicators) {
    Place place = new Place.Drawn("essai", communes(3_000));
    Published published = deliveries.published();
    Objects.checkIndex(indicators.size() - 1, published.deliveries().size());
    long begin = System.nanoTime();
    indicators.forEach(each -> published.dashboard().cells(each));
    told("which cells there are, first time", begin);
    List<Question> cuts =
        published.dashboard().cells(indicators.getFirst()).stream()
            .map(each -> each.categories())
            .distinct()
            .map(cut ->
                new Question(
                    indicators,
                    List.of(place),
                    new Question.Periods.All(),
                    cut.isWhole() ? new Question.Cut.Whole() : new Question.Cut.By(cut)))
            .toList();
    begin = System.nanoTime();
    List<Line> first = cuts.getLast().ask(deliveries.published().dashboard());
    told("one cut of all indicators, " + first.size() + " values, first time", begin);
    double[] times = new double[51];
    for (int i = 0; i < times.length; i++) {
      begin = System.nanoTime();
      cuts.getLast().ask(deliveries.published().dashboard());
      times[i] = (System.nanoTime() - begin) / 1e6;
    }
    print("the same again", times);
    begin = System.nanoTime();
    long values = 0;
    for (Question each : cuts) {
      values += each.ask(deliveries.published().dashboard()).size();
    }
    told("every cut of all indicators, " + values + " values", begin);
    double[] again = new double[cuts.size()];
    for (int i = 0; i < again.length; i++) {
      begin = System.nanoTime();
      cuts.get(i).ask(deliveries.published().dashboard());
      again[i] = (System.nanoTime() - begin) / 1e6;
    }
    print("each cut again", again);
    System.gc();
    System.out.printf(
        "  heap after a full collection: %,d MB%n",
        (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
  }

  private static Communes communes(int size) {
    Random random = new Random(size);
    BitSet places = new BitSet();
    while (places.cardinality() < size) {
      places.set(random.nextInt(GEOGRAPHY.size()));
    }
    return Communes.of(places);
  }

  private static void print(String what, double[] times) {
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "  %-50s median %.1f ms (%.1f to %.1f)%n",
        what,
        times[times.length / 2],
        times[0],
        times[times.length - 1]);
  }

  /** Time, most of the heap that was used at any moment since the start, garbage included. */
  private static void told(String what, long begin) {
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(each -> each.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(each -> each.getUsed())
            .sum();
    System.out.printf(
        Locale.ROOT,
        "  %-60s %.1f s, heap at most %,d MB, resident at most %s%n",
        what,
        (System.nanoTime() - begin) / 1e9,
        peak >> 20,
        resident());
  }

  private static String resident() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(each -> each.startsWith("VmHWM"))
          .map(each -> each.replaceAll("\\D+", ""))
          .map(each -> Long.parseLong(each) / 1024 + " MB")
          .findFirst()
          .orElse("?");
    } catch (java.io.IOException e) {
      return "?";
    }
  }
}
