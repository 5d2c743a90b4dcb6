package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.Axis;
import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.observation.Answer.Reason;
import fr.passerelle.catalog.observation.Figures.Cell;
import fr.passerelle.catalog.secrecy.Uncertainty;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Coverage;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.catalog.territory.Zone;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;

/**
 * The indicators of an installation and what they say of any territory: the only place that knows
 * when values may be added up.
 */
public final class Dashboard {
  /** Half-width of a value, as a share of it, past which it is not given. */
  public static final double MOST_UNCERTAIN = 0.10;

  /** Larger territories that are told of where one is too uncertain. */
  private static final int COARSER = 3;

  private final Geography geography;
  private final Map<String, Figures> figures;
  private final double mostUncertain;

  /**
   * A dashboard.
   *
   * @param figures of each indicator, all over that geography
   */
  public Dashboard(Geography geography, List<Figures> figures) {
    this(geography, figures, MOST_UNCERTAIN);
  }

  /**
   * The same, more or less demanding.
   *
   * @param mostUncertain half-width of a value, as a share of it, past which it is not given
   */
  public Dashboard(Geography geography, List<Figures> figures, double mostUncertain) {
    this.geography = geography;
    this.mostUncertain = mostUncertain;
    this.figures = new HashMap<>();
    figures.forEach(each -> this.figures.put(each.indicator().id(), each));
  }

  /** What an indicator has values of. */
  public SortedSet<Cell> cells(Indicator indicator) {
    return of(indicator.id()).cells();
  }

  /** What is told of a named territory: what its sources publish, else what its communes add to. */
  public Answer ask(Indicator indicator, Cell cell, Zone zone) {
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
    if (indicator.measure().isQuotient()) {
      return quotient(indicator, cell, communes);
    }
    Figures known = of(indicator.id());
    if (!indicator.measure().addsOver(Axis.TERRITORY)) {
      return notAdditive(indicator, cell, communes);
    }
    return known
        .vector(cell)
        .<Answer>map(vector -> sum(indicator, cell, communes, vector))
        .orElseGet(() -> sumOfZones(indicator, cell, communes));
  }

  private Figures of(String indicator) {
    Figures known = figures.get(indicator);
    if (known == null) {
      throw new IllegalArgumentException("no figures of " + indicator);
    }
    return known;
  }

  private Answer sum(Indicator indicator, Cell cell, Communes communes, Vector vector) {
    Answer.Sum sum = added(indicator, cell, communes, vector);
    if (sum.coverage().covered() == 0) {
      boolean withheld =
          sum.precision().cut() > 0 || sum.statuses().containsKey(ObservationStatus.SUPPRESSED);
      return refusal(withheld ? Reason.SUPPRESSED : Reason.NO_DATA, indicator, cell, communes);
    }
    return sum.precision().isWithin(mostUncertain, sum.value())
        ? sum
        : refusal(Reason.TOO_UNCERTAIN, indicator, cell, communes);
  }

  private Answer.Sum added(Indicator indicator, Cell cell, Communes communes, Vector vector) {
    Optional<ProtectedMargin> margin = of(indicator.id()).margin(cell);
    Communes told = margin.map(each -> each.whole(communes)).orElse(communes);
    BitSet present = vector.present();
    int cut = narrow(present, communes, told);
    return new Answer.Sum(
        vector.sum(told, present),
        "COM",
        vector.statuses(told),
        Coverage.of(geography, communes, present),
        margin.map(each -> each.precision(told, cut)).orElse(Precision.EXACT));
  }

  /** Leaves the communes of groups that are cut out; how many there are of those asked for. */
  private static int narrow(BitSet present, Communes communes, Communes told) {
    if (told.size() == communes.size()) {
      return 0;
    }
    BitSet cut = communes.toBitSet();
    cut.and(present);
    cut.andNot(told.toBitSet());
    present.andNot(cut);
    return cut.cardinality();
  }

  /** A territory that cuts a zone has the zones that it holds whole, and says what it lacks. */
  private Answer sumOfZones(Indicator indicator, Cell cell, Communes communes) {
    Figures known = of(indicator.id());
    List<Zone> held = held(known, cell, communes);
    BitSet present = new BitSet();
    Map<ObservationStatus, Integer> statuses = new EnumMap<>(ObservationStatus.class);
    double sum = 0;
    for (Zone zone : held) {
      Observation said = known.published(cell, zone.territory()).getLast();
      statuses.merge(said.status(), 1, Integer::sum);
      if (said.value().isPresent()) {
        sum += said.value().getAsDouble();
        present.or(zone.communes().toBitSet());
      }
    }
    if (present.isEmpty()) {
      return refusal(
          statuses.isEmpty() ? Reason.NO_DATA : Reason.SUPPRESSED, indicator, cell, communes);
    }
    return new Answer.Sum(
        sum,
        held.getFirst().territory().zoning(),
        statuses,
        Coverage.of(geography, communes, present),
        Precision.EXACT);
  }

  /**
   * The zones that lie inside, of the zoning that covers most: zones of one zoning never overlap.
   */
  private List<Zone> held(Figures known, Cell cell, Communes communes) {
    Map<String, List<Zone>> byZoning = new HashMap<>();
    for (Territory territory : known.territories(cell)) {
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
    Optional<Vector> above = of(indicator.measure().numerator()).vector(cell);
    Optional<Vector> below = of(indicator.measure().denominator()).vector(cell);
    if (above.isEmpty() || below.isEmpty()) {
      return refusal(Reason.NO_DATA, indicator, cell, communes);
    }
    Answer.Quotient quotient = divided(indicator, cell, communes, above.get(), below.get());
    if (quotient.coverage().covered() == 0) {
      boolean cut = quotient.precision().cut() > 0;
      return refusal(cut ? Reason.SUPPRESSED : Reason.NO_DATA, indicator, cell, communes);
    }
    if (quotient.denominator() == 0) {
      return refusal(Reason.NO_DENOMINATOR, indicator, cell, communes);
    }
    return quotient.precision().isWithin(mostUncertain, quotient.value())
        ? quotient
        : refusal(Reason.TOO_UNCERTAIN, indicator, cell, communes);
  }

  private Answer.Quotient divided(
      Indicator indicator, Cell cell, Communes communes, Vector above, Vector below) {
    Optional<ProtectedMargin> upper = of(indicator.measure().numerator()).margin(cell);
    Optional<ProtectedMargin> lower = of(indicator.measure().denominator()).margin(cell);
    BitSet both = above.present();
    both.and(below.present());
    Communes told = whole(communes, both, upper, lower);
    int cut = upper.isEmpty() && lower.isEmpty() ? 0 : narrow(both, communes, told);
    double factor = indicator.measure().factor();
    double numerator = above.sum(told, both);
    double denominator = below.sum(told, both);
    Precision ofUpper = upper.map(each -> each.precision(told, cut)).orElse(Precision.EXACT);
    Precision ofLower = lower.map(each -> each.precision(told, cut)).orElse(Precision.EXACT);
    double halfWidth =
        Uncertainty.ofQuotient(numerator, ofUpper.halfWidth(), denominator, ofLower.halfWidth());
    Map<ObservationStatus, Integer> statuses = new EnumMap<>(ObservationStatus.class);
    above.statuses(told).forEach((each, n) -> statuses.merge(each, n, Integer::sum));
    below.statuses(told).forEach((each, n) -> statuses.merge(each, n, Integer::sum));
    return new Answer.Quotient(
        factor * numerator / denominator,
        numerator,
        denominator,
        statuses,
        Coverage.of(geography, communes, both),
        new Precision(factor * halfWidth, ofUpper.marked() + ofLower.marked(), cut));
  }

  /** The communes of which both terms can be told: of whole groups of either. */
  private static Communes whole(
      Communes communes,
      BitSet both,
      Optional<ProtectedMargin> upper,
      Optional<ProtectedMargin> lower) {
    if (upper.isEmpty() && lower.isEmpty()) {
      return communes;
    }
    BitSet known = communes.toBitSet();
    known.and(both);
    Communes told = Communes.of(known);
    for (Communes before = Communes.NONE; before.size() != told.size(); ) {
      before = told;
      Communes kept = told;
      Communes ofUpper = upper.map(each -> each.whole(kept)).orElse(kept);
      told = lower.map(each -> each.whole(ofUpper)).orElse(ofUpper);
    }
    return told;
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
        known.territories(cell).isEmpty() ? Reason.NO_DATA : Reason.NOT_ADDITIVE,
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
        known.territories(cell).stream()
            .flatMap(each -> geography.find(each).stream())
            .sorted(Comparator.comparingInt(zone -> zone.communes().size()))
            .toList();
    return new Answer.Refusal(
        reason,
        Explanations.of(reason, indicator),
        reason == Reason.TOO_UNCERTAIN
            ? coarser(indicator, cell, communes)
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

  /** The smallest territories that hold those communes and are certain enough. */
  private List<Observation> coarser(Indicator indicator, Cell cell, Communes communes) {
    return geography.zones().stream()
        .filter(zone -> zone.communes().size() > communes.size())
        .filter(zone -> zone.communes().contains(communes.at(0)))
        .filter(zone -> zone.communes().containsAll(communes))
        .sorted(Comparator.comparingInt(zone -> zone.communes().size()))
        .flatMap(zone -> certain(indicator, cell, zone).stream())
        .limit(COARSER)
        .toList();
  }

  private Optional<Observation> certain(Indicator indicator, Cell cell, Zone zone) {
    if (!indicator.measure().isQuotient()) {
      return of(indicator.id())
          .vector(cell)
          .map(vector -> added(indicator, cell, zone.communes(), vector))
          .filter(sum -> sum.coverage().covered() > 0)
          .flatMap(sum -> certain(indicator, cell, zone, sum.value(), sum.precision()));
    }
    Optional<Vector> above = of(indicator.measure().numerator()).vector(cell);
    Optional<Vector> below = of(indicator.measure().denominator()).vector(cell);
    return above
        .flatMap(
            upper -> below.map(lower -> divided(indicator, cell, zone.communes(), upper, lower)))
        .filter(each -> each.coverage().covered() > 0 && each.denominator() != 0)
        .flatMap(each -> certain(indicator, cell, zone, each.value(), each.precision()));
  }

  private Optional<Observation> certain(
      Indicator indicator, Cell cell, Zone zone, double value, Precision precision) {
    return precision.isWithin(mostUncertain, value)
        ? Optional.of(
            new Observation(
                indicator.id(),
                cell.categories(),
                zone.territory(),
                cell.period(),
                OptionalDouble.of(value),
                ObservationStatus.NORMAL,
                new Observation.Wording("", List.of(Explanations.of(precision)), "", "")))
        : Optional.empty();
  }
}
