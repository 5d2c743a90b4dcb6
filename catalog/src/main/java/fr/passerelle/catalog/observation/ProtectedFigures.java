package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Figures.Cell;
import fr.passerelle.catalog.secrecy.Family;
import fr.passerelle.catalog.secrecy.Partition;
import fr.passerelle.catalog.secrecy.ProtectedTable;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Passage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Protected tables over the communes of today: every margin is a sum of protected cells, there is
 * no other. What a table tells of a group of communes is told of all of them or not at all.
 */
final class ProtectedFigures {
  /** Margins that are kept ready: those asked last. */
  private static final int KEPT = 256;

  private final Geography geography;
  private final SortedMap<Period, Laid> periods = new TreeMap<>();

  private final Map<Cell, ProtectedMargin> ready =
      new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Cell, ProtectedMargin> eldest) {
          return size() > KEPT;
        }
      };

  /** A table laid over the communes of today. */
  private static final class Laid {
    private final ProtectedTable table;

    /** Name of its delivery. */
    private final String receipt;

    /** Its groups, those that share a commune of today joined. */
    private final Partition partition;

    /** Which of these each group of the table went to; -1 where it is no more. */
    private final int[] groupOf;

    private Laid(Figures.TakenIn taken, Partition partition, int[] groupOf) {
      this.table = taken.table();
      this.receipt = taken.receipt();
      this.partition = partition;
      this.groupOf = groupOf;
    }
  }

  /**
   * Protected figures.
   *
   * @param tables in the order in which they were taken in: of two of a period the later one counts
   */
  ProtectedFigures(Geography geography, List<Figures.TakenIn> tables) {
    this.geography = geography;
    for (Figures.TakenIn each : tables) {
      ProtectedTable table = each.table();
      Laid laid = lay(each);
      table.periods().keySet().forEach(period -> periods.put(period, laid));
    }
  }

  private Laid lay(Figures.TakenIn taken) {
    ProtectedTable table = taken.table();
    List<BitSet> placesOf = new ArrayList<>();
    BitSet[] byPlace = new BitSet[geography.size()];
    for (int group = 0; group < table.groups().size(); group++) {
      BitSet places = places(table, group);
      placesOf.add(places);
      join(places, byPlace);
    }
    List<Communes> groups =
        Arrays.stream(byPlace)
            .filter(Objects::nonNull)
            .collect(
                Collectors.toCollection(() -> Collections.newSetFromMap(new IdentityHashMap<>())))
            .stream()
            .map(Communes::of)
            .sorted(Comparator.comparingInt(each -> each.at(0)))
            .toList();
    Partition partition = Partition.of(geography.size(), groups);
    int[] groupOf =
        placesOf.stream()
            .mapToInt(each -> each.isEmpty() ? -1 : partition.group(each.nextSetBit(0)))
            .toArray();
    return new Laid(taken, partition, groupOf);
  }

  /** Groups that share a commune of today are one. */
  private static void join(BitSet places, BitSet[] byPlace) {
    BitSet all = (BitSet) places.clone();
    places.stream().mapToObj(place -> byPlace[place]).filter(Objects::nonNull).forEach(all::or);
    all.stream().forEach(place -> byPlace[place] = all);
  }

  /** Communes of today of a group; none where one of its communes is not known any more. */
  private BitSet places(ProtectedTable table, int group) {
    BitSet places = new BitSet();
    for (String code : table.groups().get(group)) {
      if (table.head().vintage() == geography.vintage() && geography.place(code) >= 0) {
        places.set(geography.place(code));
      } else if (geography.passage(code, table.head().vintage()) instanceof Passage.Known known) {
        known.shares().forEach(share -> places.set(share.place()));
      } else {
        return new BitSet();
      }
    }
    return places;
  }

  /** Everything that can be asked for. */
  NavigableSet<Cell> cells() {
    NavigableSet<Cell> all = new TreeSet<>();
    periods.forEach((period, laid) ->
        laid.table.head().family().margins().stream()
            .map(codes -> new Cell(Categories.of(codes), period))
            .forEach(all::add));
    return all;
  }

  /** What communes have of a margin; empty where it is none. */
  Optional<ProtectedMargin> margin(Cell cell) {
    synchronized (ready) {
      ProtectedMargin made = ready.get(cell);
      if (made != null) {
        return Optional.of(made);
      }
    }
    Optional<ProtectedMargin> made =
        Optional.ofNullable(periods.get(cell.period())).flatMap(laid -> sum(laid, cell));
    synchronized (ready) {
      made.ifPresent(each -> ready.put(cell, each));
    }
    return made;
  }

  private Optional<ProtectedMargin> sum(Laid laid, Cell cell) {
    Family family = laid.table.head().family();
    List<Integer> cells = family.cells(cell.categories().values());
    if (cells.isEmpty()) {
      return Optional.empty();
    }
    ProtectedMargin.Sums sums = new ProtectedMargin.Sums(laid.partition, laid.table.uncertainty());
    for (int group = 0; group < laid.groupOf.length; group++) {
      for (int each : cells) {
        if (laid.groupOf[group] >= 0) {
          sums.add(laid.groupOf[group], laid.table.value(cell.period(), each, group));
        }
      }
    }
    return Optional.of(
        sums.over(geography.size(), family.decimals(), laid.table.head().status(), laid.receipt));
  }
}
