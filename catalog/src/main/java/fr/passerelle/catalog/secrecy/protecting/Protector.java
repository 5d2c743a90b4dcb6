package fr.passerelle.catalog.secrecy.protecting;

import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.secrecy.Family;
import fr.passerelle.catalog.secrecy.Partition;
import fr.passerelle.catalog.secrecy.ProtectedTable;
import fr.passerelle.catalog.secrecy.SmallCounts;
import fr.passerelle.catalog.territory.Geography;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Turns a raw table into a protected one: a function of the table, of what its family was protected
 * by before, and of the secret, nothing else. The same raw table gives the same one whenever,
 * wherever and in however many files it comes.
 */
final class Protector {
  private Protector() {}

  /** Counts, each drawn by its family, cell and commune. */
  static ProtectedTable counts(RawTable raw, SmallCounts small, Geography geography) {
    Family family = raw.order().head().family();
    List<List<String>> groups = codes(raw.units(), geography);
    SortedMap<Period, long[][]> told = new TreeMap<>();
    raw.values()
        .forEach((period, cells) -> {
          long[][] counts = new long[cells.length][];
          for (int cell = 0; cell < cells.length; cell++) {
            String text = family.text(cell);
            counts[cell] = new long[groups.size()];
            for (int unit = 0; unit < groups.size(); unit++) {
              long count = cells[cell][unit];
              counts[cell][unit] =
                  count == ProtectedTable.NONE
                      ? count
                      : small.protect(
                          new SmallCounts.Cell(family.name(), text, groups.get(unit).getFirst()),
                          count);
            }
          }
          told.put(period, counts);
        });
    return table(raw, geography, groups, told);
  }

  /** Magnitudes, those of each group together. */
  static ProtectedTable magnitudes(RawTable raw, Partition groups, Geography geography) {
    SortedMap<Period, long[][]> told = new TreeMap<>();
    raw.values()
        .forEach((period, cells) ->
            told.put(
                period,
                Arrays.stream(cells)
                    .map(values -> sums(values, raw.units(), groups))
                    .toArray(long[][]::new)));
    return table(raw, geography, codes(groups, geography), told);
  }

  private static long[] sums(long[] values, Partition units, Partition groups) {
    long[] sums = new long[groups.groups().size()];
    for (int unit = 0; unit < values.length; unit++) {
      int group = groups.group(units.groups().get(unit).at(0));
      sums[group] =
          values[unit] == ProtectedTable.NONE || sums[group] == ProtectedTable.NONE
              ? ProtectedTable.NONE
              : Math.addExact(sums[group], values[unit]);
    }
    return sums;
  }

  private static ProtectedTable table(
      RawTable raw,
      Geography geography,
      List<List<String>> groups,
      SortedMap<Period, long[][]> told) {
    ProtectedTable.Head head = raw.order().head();
    // Its communes are those of the reference vintage by now, whatever those of the file were.
    return new ProtectedTable(
        new ProtectedTable.Head(
            head.family(), head.protection(), geography.vintage(), head.status()),
        groups,
        told);
  }

  private static List<List<String>> codes(Partition partition, Geography geography) {
    return partition.groups().stream().map(geography::codes).toList();
  }
}
