package fr.passerelle.catalog.secrecy.protecting;

import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.secrecy.Partition;
import fr.passerelle.catalog.secrecy.ProtectedTable;
import fr.passerelle.catalog.secrecy.sealing.TableOrder;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A raw table by unit, in memory and nowhere else: values in whole numbers of the last decimal, and
 * of magnitudes who has them.
 */
final class RawTable {
  /** About half a gigabyte. */
  static final long MOST_VALUES = 60_000_000;

  private final TableOrder order;
  private final Partition units;
  private final SortedMap<Period, long[][]> values = new TreeMap<>();
  private final Map<Spot, Holders> holders = new HashMap<>();

  /** A value by its period, cell and unit. */
  record Spot(Period period, int cell, int unit) {}

  RawTable(TableOrder order, Partition units) {
    this.order = order;
    this.units = units;
  }

  TableOrder order() {
    return order;
  }

  Partition units() {
    return units;
  }

  SortedMap<Period, long[][]> values() {
    return Collections.unmodifiableSortedMap(values);
  }

  /** Whether values of one more period may be kept. */
  boolean hasRoomFor(Period period) {
    long cells = (long) order.head().family().size() * units.groups().size();
    return values.containsKey(period) || cells * (values.size() + 1) <= MOST_VALUES;
  }

  void add(Spot spot, long value) {
    long[][] cells = cells(spot.period());
    long known = cells[spot.cell()][spot.unit()];
    cells[spot.cell()][spot.unit()] =
        known == ProtectedTable.NONE ? value : Math.addExact(known, value);
  }

  void add(Spot spot, long value, Holders more) {
    add(spot, value);
    holders.merge(spot, more, Holders::and);
  }

  /** Of a unit part of which is not known, nothing is. */
  void forget(Spot spot) {
    cells(spot.period())[spot.cell()][spot.unit()] = ProtectedTable.NONE;
    holders.remove(spot);
  }

  long value(Spot spot) {
    return cells(spot.period())[spot.cell()][spot.unit()];
  }

  Map<Spot, Holders> holders() {
    return Collections.unmodifiableMap(holders);
  }

  private long[][] cells(Period period) {
    return values.computeIfAbsent(
        period,
        any -> {
          long[][] made = new long[order.head().family().size()][units.groups().size()];
          if (order.absent() == TableOrder.Absent.NONE) {
            Arrays.stream(made).forEach(each -> Arrays.fill(each, ProtectedTable.NONE));
          }
          return made;
        });
  }
}
