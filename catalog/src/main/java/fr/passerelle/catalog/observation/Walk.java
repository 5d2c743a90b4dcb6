package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.observation.Figures.Cell;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Geography;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A walk over the communes of a place: what is known beforehand to be asked for is added up at
 * once, the rest when it is asked for.
 */
final class Walk {
  /** Strips that are held at once: what was walked over may make room. */
  private static final int COLUMNS_AT_ONCE = 256;

  private final Geography geography;
  private final Communes communes;
  private final Map<Name, Walked> walked = new HashMap<>();

  Walk(Geography geography, Communes communes) {
    this.geography = geography;
    this.communes = communes;
  }

  /** Cells of an indicator that are going to be asked for. */
  record Leg(Figures figures, List<Cell> cells) {}

  /** Name of a strip. */
  private record Name(String indicator, Categories cut) {}

  /** What was added up of a strip, whose first column is at that place. */
  private record Walked(Totals totals, int from, Strip.Columns columns) {}

  /** What was added up of one cell. */
  record Counted(Totals totals, int column, String delivery) {
    double sum() {
      return totals.sum(column);
    }

    int valued() {
      return totals.valued(column);
    }

    long reached(long inhabitants) {
      return totals.reached(column, inhabitants);
    }

    Map<ObservationStatus, Integer> statuses() {
      return totals.statuses(column);
    }

    List<String> deliveries() {
      return delivery.isEmpty() ? List.of() : List.of(delivery);
    }
  }

  void go(List<Leg> legs) {
    Map<Name, Strip> some = new LinkedHashMap<>();
    int columns = 0;
    for (Leg leg : legs) {
      for (Categories cut : cuts(leg)) {
        Name name = new Name(leg.figures().indicator().id(), cut);
        Optional<Strip> strip =
            walked.containsKey(name) ? Optional.empty() : leg.figures().strip(cut);
        if (strip.isPresent() && some.put(name, strip.get()) == null) {
          columns += strip.get().width();
        }
        if (columns >= COLUMNS_AT_ONCE) {
          go(some);
          some.clear();
          columns = 0;
        }
      }
    }
    go(some);
  }

  /** What those cells and their parts are cut by. */
  private static List<Categories> cuts(Leg leg) {
    List<Categories> cuts = new ArrayList<>(1);
    for (Cell cell : leg.cells()) {
      // Cells come in order: mostly a cut is that of the cell before.
      if (cuts.isEmpty() || !cuts.getLast().equals(cell.categories())) {
        for (Cell part : leg.figures().parts(cell)) {
          if (!cuts.contains(part.categories())) {
            cuts.add(part.categories());
          }
        }
      }
    }
    return cuts;
  }

  private void go(Map<Name, Strip> strips) {
    Strip.join(List.copyOf(strips.values()));
    IdentityHashMap<Block, List<Placed>> byBlock = new IdentityHashMap<>();
    strips.forEach((name, strip) -> {
      Strip.Lie lie = strip.lie();
      byBlock
          .computeIfAbsent(lie.block(), any -> new ArrayList<>())
          .add(new Placed(name, strip, lie.from()));
    });
    byBlock.forEach(this::go);
  }

  private record Placed(Name name, Strip strip, int from) {
    int to() {
      return from + strip.width();
    }
  }

  private void go(Block block, List<Placed> strips) {
    int from = strips.stream().mapToInt(Placed::from).min().orElseThrow();
    int to = strips.stream().mapToInt(Placed::to).max().orElseThrow();
    Totals totals = block.total(geography, communes, from, to);
    strips.forEach(
        each -> walked.put(each.name(), new Walked(totals, each.from(), each.strip().columns())));
  }

  /** What the communes have of a cell; empty where nothing was delivered of any commune. */
  Optional<Counted> counted(Figures figures, Cell cell) {
    Walked known = walked.get(new Name(figures.indicator().id(), cell.categories()));
    if (known == null) {
      return figures
          .column(cell)
          .map(each ->
              new Counted(
                  each.block().total(geography, communes, each.at(), each.at() + 1),
                  each.at(),
                  each.delivery()));
    }
    int at = known.columns().at(cell.period());
    return at < 0
        ? Optional.empty()
        : Optional.of(new Counted(known.totals(), known.from() + at, known.columns().delivery(at)));
  }
}
