package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.observation.Figures.Cell;
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

  private final Ground ground;
  private final Map<Name, Walked> walked = new HashMap<>();

  Walk(Ground ground) {
    this.ground = ground;
  }

  /** Cells of an indicator that are going to be asked for. */
  record Leg(Figures figures, List<Cell> cells) {}

  /** Name of a strip. */
  private record Name(String indicator, Categories cut) {}

  /** What was added up of a strip, whose first column is at that place. */
  private record Walked(Block block, Totals totals, int from, Strip.Columns columns) {}

  /** What was added up of one cell. */
  sealed interface Counted {
    double sum();

    /** How many communes have a value. */
    int valued();

    /** Inhabitants of those. */
    double reached();

    /** How many communes have which status. */
    Map<ObservationStatus, Integer> statuses();

    /** Receipt; empty where there is none. */
    String delivery();

    default List<String> deliveries() {
      return delivery().isEmpty() ? List.of() : List.of(delivery());
    }
  }

  /**
   * Of whole communes.
   *
   * @param people inhabitants of all that were walked over
   */
  record Whole(Totals totals, int column, long people, String delivery) implements Counted {
    @Override
    public double sum() {
      return totals.sum(column);
    }

    @Override
    public int valued() {
      return totals.valued(column);
    }

    @Override
    public double reached() {
      return totals.reached(column, people);
    }

    @Override
    public Map<ObservationStatus, Integer> statuses() {
      return totals.statuses(column);
    }
  }

  /** Of communes some of which are there in part only. */
  record Estimated(
      double sum,
      int valued,
      double reached,
      Map<ObservationStatus, Integer> statuses,
      String delivery)
      implements Counted {
    Estimated {
      statuses = Map.copyOf(statuses);
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
    Totals totals = block.total(ground.geography(), ground.communes(), from, to);
    strips.forEach(each ->
        walked.put(each.name(), new Walked(block, totals, each.from(), each.strip().columns())));
  }

  /** What the communes have of a cell; empty where nothing was delivered of any commune. */
  Optional<Counted> counted(Figures figures, Cell cell) {
    Walked known = walked.get(new Name(figures.indicator().id(), cell.categories()));
    if (known == null) {
      return figures
          .column(cell)
          .map(each ->
              counted(
                  each.block(),
                  each.block()
                      .total(ground.geography(), ground.communes(), each.at(), each.at() + 1),
                  each.at(),
                  each.delivery()));
    }
    int at = known.columns().at(cell.period());
    return at < 0
        ? Optional.empty()
        : Optional.of(
            counted(
                known.block(), known.totals(), known.from() + at, known.columns().delivery(at)));
  }

  private Counted counted(Block block, Totals totals, int column, String delivery) {
    Whole whole = new Whole(totals, column, ground.people(), delivery);
    return ground.isWhole() ? whole : ground.with(whole, new Column(block, column, delivery));
  }
}
