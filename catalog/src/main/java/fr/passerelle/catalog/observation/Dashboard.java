package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.observation.Figures.Cell;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.catalog.territory.Zone;
import fr.passerelle.catalog.territory.Zoning;
import fr.passerelle.vocab.CombinedLicence;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The indicators of an installation and what they say of any territory. */
public final class Dashboard {
  /** Half-width of a value, as a share of it, past which it is not given. */
  public static final double MOST_UNCERTAIN = 0.10;

  private final Geography geography;
  private final Function<String, Optional<Figures>> figures;
  private final Map<String, Figures> known = new ConcurrentHashMap<>();
  private final ProtectedAnswers protectedAnswers;
  private final Differences differences;
  private final LicenceRule licences;

  /**
   * A dashboard of figures that may be put together at will.
   *
   * @param figures of an indicator by its code, over that geography
   */
  public Dashboard(Geography geography, Function<String, Optional<Figures>> figures) {
    this(geography, figures, any -> CombinedLicence.NOTHING);
  }

  /**
   * A dashboard.
   *
   * @param figures of an indicator by its code, over that geography
   * @param licences licence of a delivery by its receipt
   */
  public Dashboard(
      Geography geography,
      Function<String, Optional<Figures>> figures,
      Function<String, CombinedLicence> licences) {
    this(geography, figures, licences, MOST_UNCERTAIN);
  }

  private Dashboard(
      Geography geography,
      Function<String, Optional<Figures>> figures,
      Function<String, CombinedLicence> licences,
      double mostUncertain) {
    this.licences = new LicenceRule(geography, licences);
    this.geography = geography;
    this.figures = figures;
    this.protectedAnswers = new ProtectedAnswers(geography, this::of, mostUncertain);
    this.differences = new Differences(id -> of(id).indicator(), mostUncertain);
  }

  /**
   * The same over figures that are at hand.
   *
   * @param figures of each indicator, all over that geography
   * @param mostUncertain half-width of a value, as a share of it, past which it is not given
   */
  public static Dashboard of(Geography geography, List<Figures> figures, double mostUncertain) {
    Map<String, Figures> all = new HashMap<>();
    figures.forEach(each -> all.put(each.indicator().id(), each));
    return new Dashboard(
        geography,
        id -> Optional.ofNullable(all.get(id)),
        any -> CombinedLicence.NOTHING,
        mostUncertain);
  }

  /** Territories that its figures are over. */
  public Geography geography() {
    return geography;
  }

  /** What an indicator has values of: of a quotient, what both its terms have. */
  public SortedSet<Cell> cells(Indicator indicator) {
    if (indicator.measure().isDifference()) {
      // What one side alone has is asked for too, and answered with the side that lacks.
      SortedSet<Cell> either = new TreeSet<>();
      indicator.measure().terms().forEach(each -> either.addAll(of(each).cells()));
      return Collections.unmodifiableSortedSet(either);
    }
    if (!indicator.measure().isQuotient()) {
      return of(indicator.id()).cells();
    }
    SortedSet<Cell> both = new TreeSet<>(of(indicator.measure().numerator()).cells());
    both.retainAll(of(indicator.measure().denominator()).cells());
    both.addAll(of(indicator.id()).cells());
    return Collections.unmodifiableSortedSet(both);
  }

  /** Those of them that are not cut, in their order: all that most portraits ask for. */
  List<Cell> wholes(Indicator indicator) {
    return indicator.measure().terms().isEmpty()
        ? of(indicator.id()).wholes()
        : cells(indicator).stream().filter(each -> each.categories().isWhole()).toList();
  }

  /** Zonings of the territories that sources say something of, {@code COM} among them. */
  public SortedSet<String> zonings(Indicator indicator) {
    return of(indicator.measure().terms().stream().findFirst().orElse(indicator.id())).zonings();
  }

  /** How many series sources give of it, each of one territory and category; empty if not told. */
  public OptionalInt series(Indicator indicator) {
    return indicator.measure().terms().isEmpty()
        ? of(indicator.id()).series()
        : OptionalInt.empty();
  }

  /**
   * Whether anything was delivered for a zone, or for what lies in it: of what is made of others,
   * for both. Told without reading the values of communes, so that a catalogue reads none.
   */
  public boolean concerns(Indicator indicator, Cell cell, Zone zone) {
    List<String> terms = indicator.measure().terms();
    return of(indicator.id()).concern(cell, zone)
        || (!terms.isEmpty() && terms.stream().allMatch(each -> of(each).concern(cell, zone)));
  }

  /** Whether a source gives a value of that very territory. */
  public boolean isPublished(Indicator indicator, Cell cell, Territory territory) {
    return of(indicator.id()).published(cell, territory).stream()
        .anyMatch(each -> each.value().isPresent());
  }

  /** What is told of a place. */
  public Answer ask(Indicator indicator, Cell cell, Place place) {
    return survey(place).ask(indicator, cell);
  }

  /** What is told of a named territory: what its sources publish, else what its communes add to. */
  public Answer ask(Indicator indicator, Cell cell, Zone zone) {
    return ask(indicator, cell, new Place.Named(zone));
  }

  /** What is told of any set of communes. */
  public Answer ask(Indicator indicator, Cell cell, Communes communes) {
    return new Survey(this, new Ground(geography, communes, List.of()), Optional.empty())
        .ask(indicator, cell);
  }

  /** Questions to come about one place. */
  Survey survey(Place place) {
    return new Survey(
        this, new Ground(geography, place.communes(), place.fractions()), territory(place));
  }

  /** Under which licence a line may be used again. */
  public CombinedLicence licence(Line line) {
    return licences.of(line.answer(), territory(line.place()));
  }

  /** Who says of which communes the territory of a line is, where it was added up by them. */
  public List<Zoning.Origin> origins(Line line) {
    return licences.origins(line.answer(), territory(line.place()));
  }

  private static Optional<Territory> territory(Place place) {
    return switch (place) {
      case Place.Named named -> Optional.of(named.zone().territory());
      case Place.Drawn drawn -> Optional.empty();
    };
  }

  LicenceRule licences() {
    return licences;
  }

  Differences differences() {
    return differences;
  }

  ProtectedAnswers protectedAnswers() {
    return protectedAnswers;
  }

  Figures of(String indicator) {
    return known.computeIfAbsent(
        indicator,
        id ->
            figures
                .apply(id)
                .orElseThrow(() -> new IllegalArgumentException("no figures of " + id)));
  }
}
