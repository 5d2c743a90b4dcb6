package fr.passerelle.catalog.delivery;

import fr.passerelle.vocab.source.Findings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Remarks what jumps in a series: a total that is half as much again as that of the period before,
 * or as that delivered before for the same period; many more or fewer values. It is taken as it is:
 * what is usual in a series is for a person to say, and a wrong unit or column shows so.
 */
final class SeriesJumps {
  private static final double JUMP = 0.5;

  /** Fewer or more values than that make totals that cannot be compared. */
  private static final double AS_MANY = 0.1;

  private static final int LISTED = 20;

  /** What is compared with each other: periods of one length, territories of one kind. */
  private record Series(String indicator, String territories, int length) {}

  private record Level(double total, long values) {}

  private final Map<Series, NavigableMap<String, Level>> given;
  private final Map<Series, NavigableMap<String, Level>> before;
  private final Findings findings;
  private int told;

  private SeriesJumps(Path given, Optional<Path> before, Findings findings) {
    this.given = levels(given);
    this.before = before.map(SeriesJumps::levels).orElse(Map.of());
    this.findings = findings;
  }

  /**
   * Looks for jumps from the last delivery in use of a series.
   *
   * @param given folder of a delivery to come
   * @param all deliveries, in their order
   */
  static void remark(
      Path given, String series, List<Delivery> all, DeliveryFolder folder, Findings findings) {
    Optional<Path> last =
        all.stream()
            .filter(each -> each.series().equals(series) && each.withdrawn().isEmpty())
            .reduce((earlier, later) -> later)
            .map(each -> folder.observations(each.receipt()));
    new SeriesJumps(DeliveryFolder.observationsIn(given), last, findings).remark();
  }

  private static Map<Series, NavigableMap<String, Level>> levels(Path file) {
    Map<Series, NavigableMap<String, Level>> all = new HashMap<>();
    Parquet.read(
        file,
        "select indicator, regexp_extract(territory, '^[A-Z]+') as territories, period,"
            + " sum(value) as total, count(value) as number from ",
        " where value is not null group by all order by all",
        List.of(),
        row -> {
          String period = row.getString("period");
          all.computeIfAbsent(
                  new Series(
                      row.getString("indicator"), row.getString("territories"), period.length()),
                  absent -> new TreeMap<>())
              .put(period, new Level(row.getDouble("total"), row.getLong("number")));
        });
    return all;
  }

  private void remark() {
    given.forEach((series, periods) -> {
      NavigableMap<String, Level> known =
          new TreeMap<>(before.getOrDefault(series, new TreeMap<>()));
      periods.forEach((period, level) -> {
        Optional.ofNullable(known.get(period))
            .ifPresent(said -> compare(series, period, level, "livré auparavant", said));
        NavigableMap<String, Level> all = new TreeMap<>(known);
        all.putAll(periods);
        Optional.ofNullable(all.lowerEntry(period))
            .ifPresent(last -> compare(series, period, level, last.getKey(), last.getValue()));
      });
    });
  }

  private void compare(Series series, String period, Level level, String of, Level other) {
    boolean asMany = Math.abs(level.values() - other.values()) <= AS_MANY * other.values();
    boolean jumps = Math.abs(level.total() - other.total()) > JUMP * Math.abs(other.total());
    if ((asMany && !jumps) || told >= LISTED) {
      return;
    }
    told++;
    findings.remark(
        asMany
            ? "%s : le total de %s est %s, contre %s (%s) ; vérifier l'unité, la colonne et le champ"
                .formatted(
                    series.indicator(), period, number(level.total()), number(other.total()), of)
            : "%s : %d valeurs pour %s, contre %d (%s) ; vérifier que rien ne manque"
                .formatted(series.indicator(), level.values(), period, other.values(), of));
  }

  private static String number(double total) {
    return String.format(Locale.FRENCH, total % 1 == 0 ? "%,.0f" : "%,.2f", total);
  }
}
