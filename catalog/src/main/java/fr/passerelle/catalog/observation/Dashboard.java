package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.Axis;
import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.observation.Answer.Reason;
import fr.passerelle.catalog.observation.Figures.Cell;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Coverage;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.catalog.territory.Zone;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The indicators of an installation and what they say of any territory: the only place that knows
 * when values may be added up.
 */
public final class Dashboard {
  /** Share of the population below which zones that are known say nothing of what holds them. */
  private static final double LEAST_COVERED = 0.5;

  /** Half-width of a value, as a share of it, past which it is not given. */
  public static final double MOST_UNCERTAIN = 0.10;

  private final Geography geography;
  private final Function<String, Optional<Figures>> figures;
  private final ProtectedAnswers protectedAnswers;
  private final Differences differences;

  /**
   * A dashboard.
   *
   * @param figures of an indicator by its code, over that geography
   */
  public Dashboard(Geography geography, Function<String, Optional<Figures>> figures) {
    this(geography, figures, MOST_UNCERTAIN);
  }

  /**
   * The same, more or less demanding.
   *
   * @param mostUncertain half-width of a value, as a share of it, past which it is not given
   */
  public Dashboard(
      Geography geography, Function<String, Optional<Figures>> figures, double mostUncertain) {
    this.geography = geography;
    this.figures = figures;
    this.protectedAnswers = new ProtectedAnswers(geography, this::of, mostUncertain);
    this.differences = new Differences(id -> of(id).indicator(), mostUncertain);
  }

  /**
   * The same over figures that are at hand.
   *
   * @param figures of each indicator, all over that geography
   */
  public static Dashboard of(Geography geography, List<Figures> figures, double mostUncertain) {
    Map<String, Figures> all = new HashMap<>();
    figures.forEach(each -> all.put(each.indicator().id(), each));
    return new Dashboard(geography, id -> Optional.ofNullable(all.get(id)), mostUncertain);
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

  /** What is told of a place. */
  public Answer ask(Indicator indicator, Cell cell, Place place) {
    return switch (place) {
      case Place.Named named -> ask(indicator, cell, named.zone());
      case Place.Drawn drawn -> ask(indicator, cell, drawn.communes());
    };
  }

  /** What is told of a named territory: what its sources publish, else what its communes add to. */
  public Answer ask(Indicator indicator, Cell cell, Zone zone) {
    if (indicator.measure().isDifference()) {
      return differences.ask(indicator, term -> ask(term, cell, zone));
    }
    List<Observation> said = of(indicator.id()).published(cell, zone.territory());
    List<Observation> valued = said.stream().filter(each -> each.value().isPresent()).toList();
    if (!valued.isEmpty()) {
      return new Answer.Published(valued);
    }
    if (!said.isEmpty()) {
      return unavailable(indicator, cell, zone.communes(), said.getFirst());
    }
    return ask(indicator, cell, zone.communes());
  }

  /** What is told of any set of communes. */
  public Answer ask(Indicator indicator, Cell cell, Communes communes) {
    if (indicator.measure().isDifference()) {
      return differences.ask(indicator, term -> ask(term, cell, communes));
    }
    if (protectedAnswers.concern(indicator)) {
      return protectedAnswers.ask(
          indicator, cell, communes, reason -> refusal(reason, indicator, cell, communes));
    }
    if (indicator.measure().isQuotient()) {
      return quotient(indicator, cell, communes);
    }
    Figures known = of(indicator.id());
    if (!indicator.measure().addsOver(Axis.TERRITORY)) {
      return notAdditive(indicator, cell, communes);
    }
    List<Vector> vectors = known.vectors(cell);
    return vectors.isEmpty()
        ? sumOfZones(indicator, cell, communes)
        : sum(indicator, cell, communes, vectors);
  }

  private Figures of(String indicator) {
    return figures
        .apply(indicator)
        .orElseThrow(() -> new IllegalArgumentException("no figures of " + indicator));
  }

  private Answer sum(Indicator indicator, Cell cell, Communes communes, List<Vector> vectors) {
    Tally tally = new Tally();
    boolean whole = false;
    for (Vector each : vectors) {
      whole |= tally.add(each, communes) == communes.size();
    }
    Coverage coverage =
        whole
            ? Coverage.whole(geography, communes)
            : Coverage.of(geography, communes, present(vectors));
    if (coverage.covered() > 0) {
      return new Answer.Sum(
          tally.sum(), "COM", tally.statuses(), coverage, tally.deliveries(), Precision.EXACT);
    }
    return refusal(tally.reason(), indicator, cell, communes);
  }

  private static BitSet present(List<Vector> vectors) {
    if (vectors.size() == 1) {
      return vectors.getFirst().present();
    }
    BitSet present = new BitSet();
    vectors.forEach(each -> present.or(each.present()));
    return present;
  }

  /** A territory that cuts a zone has the zones that it holds whole, and says what it lacks. */
  private Answer sumOfZones(Indicator indicator, Cell cell, Communes communes) {
    Figures known = of(indicator.id());
    Tally tally = new Tally();
    BitSet present = new BitSet();
    List<Zone> held = held(known, cell, communes);
    for (Zone zone : held) {
      for (Observation said : known.published(known.parts(cell), zone.territory())) {
        tally.add(said);
        if (said.value().isPresent()) {
          present.or(zone.communes().toBitSet());
        }
      }
    }
    if (present.isEmpty()) {
      return refusal(tally.reason(), indicator, cell, communes);
    }
    Coverage coverage = Coverage.of(geography, communes, present);
    // One region of a country is no figure of the country, whatever is said of its coverage.
    return coverage.share() < LEAST_COVERED
        ? refusal(Reason.INCOMPLETE, indicator, cell, communes)
        : new Answer.Sum(
            tally.sum(),
            held.getFirst().territory().zoning(),
            tally.statuses(),
            coverage,
            tally.deliveries(),
            Precision.EXACT);
  }

  /**
   * The zones that lie inside, of the zoning that covers most: zones of one zoning never overlap.
   */
  private List<Zone> held(Figures known, Cell cell, Communes communes) {
    Map<String, List<Zone>> byZoning = new HashMap<>();
    for (Territory territory : known.territories(known.parts(cell))) {
      geography
          .find(territory)
          .filter(zone -> territory.level() != Territory.Level.COUNTRY)
          .filter(zone -> territory.level() != Territory.Level.COMPARISON)
          .filter(zone -> communes.containsAll(zone.communes()))
          .ifPresent(zone ->
              byZoning.computeIfAbsent(territory.zoning(), any -> new ArrayList<>()).add(zone));
    }
    return byZoning.values().stream()
        .max(Comparator.comparingInt(Dashboard::communes))
        .orElse(List.of());
  }

  private static int communes(List<Zone> zones) {
    return zones.stream().mapToInt(zone -> zone.communes().size()).sum();
  }

  /** Rates are never averaged: numerators and denominators, where there are both. */
  private Answer quotient(Indicator indicator, Cell cell, Communes communes) {
    Figures above = of(indicator.measure().numerator());
    Figures below = of(indicator.measure().denominator());
    Tally numerator = new Tally();
    Tally denominator = new Tally();
    BitSet both = new BitSet();
    for (Cell part : above.parts(cell)) {
      Optional<Vector> over = above.vector(part);
      Optional<Vector> under = below.vector(part);
      if (over.isPresent() && under.isPresent()) {
        BitSet common = (BitSet) over.get().present().clone();
        common.and(under.get().present());
        numerator.add(over.get(), communes, common);
        denominator.add(under.get(), communes, common);
        both.or(common);
      }
    }
    boolean ofZones = both.isEmpty();
    if (ofZones) {
      for (Zone zone : held(above, cell, communes)) {
        for (Cell part : above.parts(cell)) {
          Optional<Observation> over = above.lastValue(part, zone.territory());
          Optional<Observation> under = below.lastValue(part, zone.territory());
          if (over.isPresent() && under.isPresent()) {
            numerator.add(over.get());
            denominator.add(under.get());
            both.or(zone.communes().toBitSet());
          }
        }
      }
    }
    return quotient(indicator, cell, communes, new Terms(numerator, denominator, both, ofZones));
  }

  /** Both terms of a quotient, and the communes that have both. */
  private record Terms(Tally numerator, Tally denominator, BitSet both, boolean ofZones) {}

  private Answer quotient(Indicator indicator, Cell cell, Communes communes, Terms terms) {
    Coverage coverage = Coverage.of(geography, communes, terms.both());
    if (coverage.covered() == 0) {
      return refusal(Reason.NO_DATA, indicator, cell, communes);
    }
    if (terms.ofZones() && coverage.share() < LEAST_COVERED) {
      return refusal(Reason.INCOMPLETE, indicator, cell, communes);
    }
    double over = terms.numerator().sum();
    double under = terms.denominator().sum();
    if (under == 0) {
      return refusal(Reason.NO_DENOMINATOR, indicator, cell, communes);
    }
    Tally all = terms.numerator().and(terms.denominator());
    return new Answer.Quotient(
        indicator.measure().factor() * over / under,
        over,
        under,
        all.statuses(),
        coverage,
        all.deliveries(),
        Precision.EXACT);
  }

  /** A set of communes that a zone has exactly is that zone; of any other nothing can be said. */
  private Answer notAdditive(Indicator indicator, Cell cell, Communes communes) {
    Figures known = of(indicator.id());
    List<Observation> same =
        geography.equal(communes).stream()
            .flatMap(zone -> known.published(cell, zone.territory()).stream())
            .filter(each -> each.value().isPresent())
            .toList();
    if (!same.isEmpty()) {
      return new Answer.Published(same);
    }
    return refusal(
        known.territories(List.of(cell)).isEmpty() ? Reason.NO_DATA : Reason.NOT_ADDITIVE,
        indicator,
        cell,
        communes);
  }

  private Answer unavailable(Indicator indicator, Cell cell, Communes communes, Observation said) {
    return refusal(
        said.status() == ObservationStatus.SUPPRESSED ? Reason.SUPPRESSED : Reason.NOT_AVAILABLE,
        indicator,
        cell,
        communes);
  }

  private Answer.Refusal refusal(Reason reason, Indicator indicator, Cell cell, Communes communes) {
    Figures known = of(indicator.id());
    List<Zone> zones =
        known.territories(List.of(cell)).stream()
            .flatMap(each -> geography.find(each).stream())
            .sorted(Comparator.comparingInt(zone -> zone.communes().size()))
            .toList();
    return new Answer.Refusal(
        reason,
        Explanations.of(reason, indicator),
        reason == Reason.TOO_UNCERTAIN
            ? protectedAnswers.coarser(indicator, cell, communes)
            : zones.stream()
                .filter(zone -> zone.communes().size() > communes.size())
                .filter(zone -> zone.communes().containsAll(communes))
                .flatMap(zone -> known.published(cell, zone.territory()).stream())
                .filter(each -> each.value().isPresent())
                .toList(),
        zones.stream()
            .filter(zone -> communes.containsAll(zone.communes()))
            .map(Zone::territory)
            .toList(),
        indicator.measure().substitute());
  }
}
