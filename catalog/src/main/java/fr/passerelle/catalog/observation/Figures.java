package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.Axis;
import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.secrecy.ProtectedTable;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Passage;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.catalog.territory.Zone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * All that is known of one indicator: what sources published, and which cells communes have, whose
 * values are read when they are first asked for.
 */
public final class Figures {
  private static final int BYTES_OF_AN_OBSERVATION = 300;
  private static final int BYTES_OF_A_CELL = 200;

  private final Indicator indicator;
  private final Geography geography;
  private final Keeper keeper;

  /** By territory, in the order of deliveries. */
  private final Map<Cell, Map<Territory, List<Observation>>> published = new HashMap<>();

  /** The delivery that tells of communes, by what it is cut by and period: the last one. */
  private final Map<Categories, SortedMap<Period, Delivered>> ofCommunes = new HashMap<>();

  /** Departments of which communes have something, by cell. */
  private final Map<Cell, Set<String>> departments = new HashMap<>();

  /** Series by the receipt of each delivery. */
  private final Map<String, String> series = new HashMap<>();

  private Optional<ProtectedFigures> protectedOnes = Optional.empty();
  private final SortedSet<Cell> delivered = new TreeSet<>();
  private SortedSet<Cell> cells = Collections.emptySortedSet();
  private List<Cell> wholes = List.of();
  private final Map<Cell, List<Cell>> parts = new ConcurrentHashMap<>();

  private Figures(Indicator indicator, Geography geography, Keeper keeper) {
    this.indicator = indicator;
    this.geography = geography;
    this.keeper = keeper;
  }

  /**
   * What a value is of, territories apart.
   *
   * @param categories what it is cut by
   * @param period when
   */
  public record Cell(Categories categories, Period period) implements Comparable<Cell> {
    @Override
    public int compareTo(Cell other) {
      int byCategories = categories.compareTo(other.categories);
      return byCategories != 0 ? byCategories : period.compareTo(other.period);
    }
  }

  /** What keeps values of communes that were read, as long as there is room. */
  public interface Keeper {
    /** Those kept under that name, read now where there are none. */
    Strip keep(Categories cut, Supplier<Strip> reading);
  }

  /**
   * Observations that came together.
   *
   * @param receipt name of the delivery
   * @param series what is delivered again and again: what comes later says anew what came before in
   *     the same series; what two series say of one thing stands side by side
   * @param vintage year of the geographic code that its communes are of
   * @param source its observations, of the same indicator
   */
  public record Delivered(String receipt, String series, int vintage, ObservationSource source) {
    /** The same, of observations at hand. */
    public Delivered(String receipt, String series, int vintage, List<Observation> observations) {
      this(receipt, series, vintage, new ObservationsAtHand(observations));
    }
  }

  /**
   * All figures of an indicator, kept in memory.
   *
   * @param deliveries in the order in which they were accepted
   * @throws IllegalArgumentException where a commune is none of the vintage of its delivery, which
   *     the check of a delivery finds before; also when it is asked for
   */
  public static Figures of(Indicator indicator, Geography geography, List<Delivered> deliveries) {
    Map<Categories, Strip> kept = new ConcurrentHashMap<>();
    return of(
        indicator,
        geography,
        deliveries,
        (cut, reading) -> kept.computeIfAbsent(cut, absent -> reading.get()));
  }

  /**
   * All figures of an indicator.
   *
   * @param deliveries in the order in which they were accepted
   * @param keeper of the values of communes
   */
  public static Figures of(
      Indicator indicator, Geography geography, List<Delivered> deliveries, Keeper keeper) {
    Figures figures = new Figures(indicator, geography, keeper);
    deliveries.forEach(figures::add);
    figures.know();
    return figures;
  }

  /**
   * All figures of an indicator that is protected: sums of the cells of protected tables, there are
   * no others.
   *
   * @param tables in the order in which they were taken in: of two of a period the later one counts
   * @throws IllegalArgumentException if the indicator does not add up: nothing of it could be told
   */
  public static Figures ofProtected(
      Indicator indicator, Geography geography, List<ProtectedTable> tables) {
    return ofProtectedDeliveries(
        indicator, geography, tables.stream().map(each -> new TakenIn("", each)).toList());
  }

  /**
   * A protected table that was taken in.
   *
   * @param receipt name of its delivery
   */
  public record TakenIn(String receipt, ProtectedTable table) {}

  /**
   * The same, each table with its delivery.
   *
   * @throws IllegalArgumentException if the indicator does not add up
   */
  public static Figures ofProtectedDeliveries(
      Indicator indicator, Geography geography, List<TakenIn> tables) {
    if (!indicator.measure().addsOver(Axis.TERRITORY)
        || !indicator.measure().addsOver(Axis.CATEGORY)) {
      throw new IllegalArgumentException("does not add up: " + indicator.id());
    }
    Figures figures = new Figures(indicator, geography, (cut, reading) -> reading.get());
    figures.protectedOnes = Optional.of(new ProtectedFigures(geography, tables));
    figures.know();
    return figures;
  }

  /** What came later stands in the place of what communes had before in the same cell. */
  private void add(Delivered delivery) {
    series.put(delivery.receipt(), delivery.series());
    boolean adds = indicator.measure().addsOver(Axis.TERRITORY);
    for (Observation read : delivery.source().said(!adds)) {
      Observation each = read.in(delivery.receipt());
      if (!each.indicator().equals(indicator.id())) {
        throw new IllegalArgumentException("not of " + indicator.id() + ": " + each);
      }
      if (each.territory().level() == Territory.Level.COMMUNE) {
        publishCommune(each, delivery.vintage());
      } else {
        publish(each.territory(), each);
      }
    }
    if (adds) {
      delivery
          .source()
          .departments()
          .forEach((cell, known) -> {
            ofCommunes
                .computeIfAbsent(cell.categories(), any -> new TreeMap<>())
                .put(cell.period(), delivery);
            departments.put(cell, known);
          });
    }
  }

  private void publish(Territory territory, Observation observation) {
    List<Observation> said =
        published
            .computeIfAbsent(observation.cell(), any -> new HashMap<>())
            .computeIfAbsent(territory, any -> new ArrayList<>(1));
    String now = series.getOrDefault(observation.delivery(), "");
    said.removeIf(earlier -> series.getOrDefault(earlier.delivery(), "").equals(now));
    said.add(observation);
  }

  /** A median of a commune that was merged or split since is one of no commune of today. */
  private void publishCommune(Observation observation, int vintage) {
    String code = observation.territory().localCode();
    if (geography.passage(code, vintage) instanceof Passage.Known known
        && (known.kind() == Passage.Kind.SAME || known.kind() == Passage.Kind.RENAMED)) {
      publish(Territory.commune(geography.code(known.main())), observation);
    }
  }

  /** Once all deliveries are in. */
  private void know() {
    delivered.addAll(published.keySet());
    ofCommunes.forEach(
        (cut, periods) -> periods.keySet().forEach(period -> delivered.add(new Cell(cut, period))));
    protectedOnes.ifPresent(each -> delivered.addAll(each.cells()));
    SortedSet<Cell> all = new TreeSet<>(delivered);
    if (indicator.measure().addsOver(Axis.CATEGORY)) {
      delivered.forEach(each -> all.add(new Cell(Categories.WHOLE, each.period())));
    }
    cells = Collections.unmodifiableSortedSet(all);
    wholes = all.stream().filter(each -> each.categories().isWhole()).toList();
  }

  private Strip read(Categories cut, SortedMap<Period, Delivered> owners) {
    List<Period> periods = List.copyOf(owners.keySet());
    BlockBuilder block = new BlockBuilder(geography.size(), periods.size());
    IdentityHashMap<Delivered, List<Period>> its = new IdentityHashMap<>();
    owners.forEach(
        (period, owner) -> its.computeIfAbsent(owner, any -> new ArrayList<>()).add(period));
    its.forEach((delivery, some) -> {
      Projection projection = new Projection(geography, delivery.vintage(), block);
      int[] columns = some.stream().mapToInt(periods::indexOf).toArray();
      delivery
          .source()
          .ofCommunes(
              cut,
              some,
              (period, commune, value, status) ->
                  projection.add(columns[period], commune, value, status));
    });
    return new Strip(
        new Strip.Columns(periods, owners.values().stream().map(Delivered::receipt).toList()),
        block.build());
  }

  /** About how much memory it takes, values of communes apart. */
  public long bytes() {
    long said = published.values().stream().mapToLong(Map::size).sum();
    return said * BYTES_OF_AN_OBSERVATION + (long) delivered.size() * BYTES_OF_A_CELL;
  }

  /** The indicator. */
  public Indicator indicator() {
    return indicator;
  }

  /** Which cells there are, the whole of each period among them where parts add up to it. */
  public SortedSet<Cell> cells() {
    return cells;
  }

  /** Those of them that are not cut, in their order. */
  List<Cell> wholes() {
    return wholes;
  }

  /**
   * The cells that add up to one: itself where anything was delivered for it, else those that cut
   * it further, by the fewest dimensions.
   */
  List<Cell> parts(Cell cell) {
    return parts.computeIfAbsent(cell, this::partsOf);
  }

  private List<Cell> partsOf(Cell cell) {
    if (published.containsKey(cell)
        || hasCommunes(cell)
        || isProtected()
        || !indicator.measure().addsOver(Axis.CATEGORY)) {
      return List.of(cell);
    }
    return delivered.stream()
        .filter(each -> each.period().equals(cell.period()))
        .filter(each -> each.categories().cuts(cell.categories()))
        .collect(Collectors.groupingBy(each -> each.categories().values().keySet()))
        .entrySet()
        .stream()
        .min(Comparator.comparingInt(each -> each.getKey().size()))
        .map(Map.Entry::getValue)
        .orElse(List.of(cell));
  }

  private boolean hasCommunes(Cell cell) {
    SortedMap<Period, Delivered> periods = ofCommunes.get(cell.categories());
    return periods != null && periods.containsKey(cell.period());
  }

  /** What sources say of that very territory, in the order of deliveries. */
  List<Observation> published(Cell cell, Territory territory) {
    return published.getOrDefault(cell, Map.of()).getOrDefault(territory, List.of());
  }

  /** What sources say of that very territory in any of those cells. */
  List<Observation> published(List<Cell> cells, Territory territory) {
    return cells.stream().flatMap(cell -> published(cell, territory).stream()).toList();
  }

  /** Whether anything was delivered for a zone, or for what lies in it, in a cell. */
  boolean concern(Cell cell, Zone zone) {
    List<Cell> all = parts(cell);
    return all.stream().flatMap(each -> margin(each).stream()).anyMatch(each -> each.concerns(zone))
        || all.stream()
            .anyMatch(each -> geography.isIn(zone, departments.getOrDefault(each, Set.of())))
        || territories(all).stream()
            .flatMap(each -> geography.communes(each).stream())
            .anyMatch(zone.communes()::containsAll);
  }

  /** The value delivered last for that territory, if it has one. */
  Optional<Observation> lastValue(Cell cell, Territory territory) {
    List<Observation> said = published(cell, territory);
    return said.isEmpty()
        ? Optional.empty()
        : Optional.of(said.getLast()).filter(each -> each.value().isPresent());
  }

  /** Territories of which sources say something in any of those cells. */
  Set<Territory> territories(List<Cell> cells) {
    return cells.stream()
        .flatMap(cell -> published.getOrDefault(cell, Map.of()).keySet().stream())
        .collect(Collectors.toSet());
  }

  /** Zonings of the territories that sources say something of, {@code COM} among them. */
  public SortedSet<String> zonings() {
    SortedSet<String> zonings = new TreeSet<>();
    published.values().stream()
        .flatMap(each -> each.keySet().stream())
        .forEach(each -> zonings.add(each.zoning()));
    if (!ofCommunes.isEmpty()) {
      zonings.add(Territory.COMMUNE);
    }
    return Collections.unmodifiableSortedSet(zonings);
  }

  /**
   * How many series there are, each of one territory and category; empty where protected, and where
   * it would take reading all that communes have.
   */
  OptionalInt series() {
    if (isProtected() || !ofCommunes.isEmpty()) {
      return OptionalInt.empty();
    }
    Map<Categories, Set<Territory>> said = new HashMap<>();
    published.forEach((cell, by) ->
        said.computeIfAbsent(cell.categories(), any -> new HashSet<>()).addAll(by.keySet()));
    return OptionalInt.of(said.values().stream().mapToInt(Set::size).sum());
  }

  /** Values by commune cut so, where the indicator adds up and communes have any. */
  Optional<Strip> strip(Categories cut) {
    SortedMap<Period, Delivered> owners = ofCommunes.get(cut);
    return owners == null
        ? Optional.empty()
        : Optional.of(keeper.keep(cut, () -> read(cut, owners)));
  }

  /** Values by commune of one cell. */
  Optional<Column> column(Cell cell) {
    if (isProtected()) {
      return margin(cell).map(ProtectedMargin::column);
    }
    if (!hasCommunes(cell)) {
      return Optional.empty();
    }
    return strip(cell.categories())
        .map(strip -> {
          int at = strip.columns().at(cell.period());
          Strip.Lie lie = strip.lie();
          return new Column(lie.block(), lie.from() + at, strip.columns().delivery(at));
        });
  }

  /** Whether only protected values are told. */
  boolean isProtected() {
    return protectedOnes.isPresent();
  }

  /** What is known of a cell where it is protected; empty where all is open. */
  Optional<ProtectedMargin> margin(Cell cell) {
    return protectedOnes.flatMap(each -> each.margin(cell));
  }
}
