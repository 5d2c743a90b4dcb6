package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.Axis;
import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.secrecy.ProtectedTable;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Passage;
import fr.passerelle.catalog.territory.Territory;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All that is known of one indicator: what sources published, and vectors of what communes have.
 */
public final class Figures {
  private static final int BYTES_OF_AN_OBSERVATION = 300;

  private final Indicator indicator;

  /** By territory, in the order of deliveries. */
  private final NavigableMap<Cell, Map<Territory, List<Observation>>> published = new TreeMap<>();

  private final Map<Cell, Vector> vectors = new HashMap<>();

  /** Series by the receipt of each delivery. */
  private final Map<String, String> series = new HashMap<>();

  private Optional<ProtectedFigures> protectedOnes = Optional.empty();

  private Figures(Indicator indicator) {
    this.indicator = indicator;
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

  /**
   * Observations that came together.
   *
   * @param receipt name of the delivery
   * @param series what is delivered again and again: what comes later says anew what came before in
   *     the same series; what two series say of one thing stands side by side
   * @param vintage year of the geographic code that its communes are of
   * @param observations of the same indicator
   */
  public record Delivered(
      String receipt, String series, int vintage, List<Observation> observations) {
    public Delivered {
      observations = List.copyOf(observations);
    }
  }

  /**
   * All figures of an indicator.
   *
   * @param deliveries in the order in which they were accepted
   * @throws IllegalArgumentException where a commune is none of the vintage of its delivery, which
   *     the check of a delivery finds before
   */
  public static Figures of(Indicator indicator, Geography geography, List<Delivered> deliveries) {
    Figures figures = new Figures(indicator);
    deliveries.forEach(each -> figures.add(each, geography));
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
    Figures figures = new Figures(indicator);
    figures.protectedOnes = Optional.of(new ProtectedFigures(geography, tables));
    return figures;
  }

  /** What came later stands in the place of what communes had before in the same cell. */
  private void add(Delivered delivery, Geography geography) {
    series.put(delivery.receipt(), delivery.series());
    Map<Cell, Vector> ofCommunes = new HashMap<>();
    for (Observation read : delivery.observations()) {
      Observation each = read.in(delivery.receipt());
      if (!each.indicator().equals(indicator.id())) {
        throw new IllegalArgumentException("not of " + indicator.id() + ": " + each);
      }
      if (each.territory().level() != Territory.Level.COMMUNE) {
        publish(each.territory(), each);
      } else if (indicator.measure().addsOver(Axis.TERRITORY)) {
        Vector vector =
            ofCommunes.computeIfAbsent(
                each.cell(), any -> new Vector(geography.size(), delivery.receipt()));
        add(vector, each, delivery.vintage(), geography);
      } else {
        publishCommune(each, delivery.vintage(), geography);
      }
    }
    vectors.putAll(ofCommunes);
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
  private void publishCommune(Observation observation, int vintage, Geography geography) {
    String code = observation.territory().localCode();
    if (geography.passage(code, vintage) instanceof Passage.Known known
        && (known.kind() == Passage.Kind.SAME || known.kind() == Passage.Kind.RENAMED)) {
      publish(Territory.commune(geography.code(known.main())), observation);
    }
  }

  private static void add(
      Vector vector, Observation observation, int vintage, Geography geography) {
    String code = observation.territory().localCode();
    double value = observation.value().orElse(0);
    switch (geography.passage(code, vintage)) {
      case Passage.Known known -> {
        for (Passage.Share share : known.shares()) {
          vector.add(share.place(), value * share.share(), status(observation, known));
        }
      }
      case Passage.District district -> vector.add(district.place(), value, observation.status());
      case Passage.OtherVintage other -> throw unknown(code, vintage);
      case Passage.Untraced untraced -> throw unknown(code, vintage);
      case Passage.Unknown unknown -> throw unknown(code, vintage);
      case Passage.UnknownVintage unknown -> throw unknown(code, vintage);
    }
  }

  /** A share of a commune that was split is an estimate, whatever its value was. */
  private static ObservationStatus status(Observation observation, Passage.Known passage) {
    return passage.exact() || !observation.status().isValued()
        ? observation.status()
        : ObservationStatus.ESTIMATED;
  }

  private static IllegalArgumentException unknown(String code, int vintage) {
    return new IllegalArgumentException("no commune of " + vintage + ": " + code);
  }

  /** About how much memory it takes. */
  public long bytes() {
    long said = published.values().stream().mapToLong(Map::size).sum();
    return said * BYTES_OF_AN_OBSERVATION
        + vectors.values().stream().mapToLong(Vector::bytes).sum();
  }

  /** The indicator. */
  public Indicator indicator() {
    return indicator;
  }

  /** Which cells there are, the whole of each period among them where parts add up to it. */
  public SortedSet<Cell> cells() {
    SortedSet<Cell> cells = delivered();
    if (indicator.measure().addsOver(Axis.CATEGORY)) {
      List.copyOf(cells).forEach(each -> cells.add(new Cell(Categories.WHOLE, each.period())));
    }
    return Collections.unmodifiableSortedSet(cells);
  }

  private SortedSet<Cell> delivered() {
    SortedSet<Cell> cells = new TreeSet<>(published.navigableKeySet());
    cells.addAll(vectors.keySet());
    protectedOnes.ifPresent(each -> cells.addAll(each.cells()));
    return cells;
  }

  /**
   * The cells that add up to one: itself where anything was delivered for it, else those that cut
   * it further, by the fewest dimensions.
   */
  List<Cell> parts(Cell cell) {
    if (published.containsKey(cell)
        || vectors.containsKey(cell)
        || isProtected()
        || !indicator.measure().addsOver(Axis.CATEGORY)) {
      return List.of(cell);
    }
    return delivered().stream()
        .filter(each -> each.period().equals(cell.period()))
        .filter(each -> each.categories().cuts(cell.categories()))
        .collect(Collectors.groupingBy(each -> each.categories().values().keySet()))
        .entrySet()
        .stream()
        .min(Comparator.comparingInt(each -> each.getKey().size()))
        .map(Map.Entry::getValue)
        .orElse(List.of(cell));
  }

  /** What sources say of that very territory, in the order of deliveries. */
  List<Observation> published(Cell cell, Territory territory) {
    return published.getOrDefault(cell, Map.of()).getOrDefault(territory, List.of());
  }

  /** What sources say of that very territory in any of those cells. */
  List<Observation> published(List<Cell> cells, Territory territory) {
    return cells.stream().flatMap(cell -> published(cell, territory).stream()).toList();
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
    if (!vectors.isEmpty()) {
      zonings.add(Territory.COMMUNE);
    }
    return Collections.unmodifiableSortedSet(zonings);
  }

  /** How many series there are, each of one territory and category; empty where protected. */
  OptionalInt series() {
    if (isProtected()) {
      return OptionalInt.empty();
    }
    Map<Categories, Set<Territory>> said = new HashMap<>();
    published.forEach((cell, by) ->
        said.computeIfAbsent(cell.categories(), any -> new HashSet<>()).addAll(by.keySet()));
    Map<Categories, BitSet> communes = new HashMap<>();
    vectors.forEach((cell, vector) ->
        communes.computeIfAbsent(cell.categories(), any -> new BitSet()).or(vector.present()));
    return OptionalInt.of(
        said.values().stream().mapToInt(Set::size).sum()
            + communes.values().stream().mapToInt(BitSet::cardinality).sum());
  }

  /** Values by commune, where the indicator adds up and communes have any. */
  Optional<Vector> vector(Cell cell) {
    return protectedOnes.isPresent()
        ? margin(cell).map(ProtectedMargin::vector)
        : Optional.ofNullable(vectors.get(cell));
  }

  /** Whether only protected values are told. */
  boolean isProtected() {
    return protectedOnes.isPresent();
  }

  /** What is known of a cell where it is protected; empty where all is open. */
  Optional<ProtectedMargin> margin(Cell cell) {
    return protectedOnes.flatMap(each -> each.margin(cell));
  }

  /** Those of the cells that add up to that one. */
  List<Vector> vectors(Cell cell) {
    return parts(cell).stream().flatMap(each -> vector(each).stream()).toList();
  }
}
