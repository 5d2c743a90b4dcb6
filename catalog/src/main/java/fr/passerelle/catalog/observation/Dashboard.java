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
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The indicators of an installation and what they say of any territory: the only place that knows
 * when values may be added up.
 */
public final class Dashboard {
  private final Geography geography;
  private final Map<String, Figures> figures;

  /**
   * A dashboard.
   *
   * @param figures of each indicator, all over that geography
   */
  public Dashboard(Geography geography, List<Figures> figures) {
    this.geography = geography;
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
    BitSet present = vector.present();
    Coverage coverage = Coverage.of(geography, communes, present);
    Map<ObservationStatus, Integer> statuses = vector.statuses(communes);
    if (coverage.covered() > 0) {
      return new Answer.Sum(vector.sum(communes, present), "COM", statuses, coverage);
    }
    return statuses.containsKey(ObservationStatus.SUPPRESSED)
        ? refusal(Reason.SUPPRESSED, indicator, cell, communes)
        : refusal(Reason.NO_DATA, indicator, cell, communes);
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
        Coverage.of(geography, communes, present));
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
    BitSet both = above.get().present();
    both.and(below.get().present());
    Coverage coverage = Coverage.of(geography, communes, both);
    if (coverage.covered() == 0) {
      return refusal(Reason.NO_DATA, indicator, cell, communes);
    }
    double numerator = above.get().sum(communes, both);
    double denominator = below.get().sum(communes, both);
    if (denominator == 0) {
      return refusal(Reason.NO_DENOMINATOR, indicator, cell, communes);
    }
    Map<ObservationStatus, Integer> statuses = new EnumMap<>(ObservationStatus.class);
    above.get().statuses(communes).forEach((each, n) -> statuses.merge(each, n, Integer::sum));
    below.get().statuses(communes).forEach((each, n) -> statuses.merge(each, n, Integer::sum));
    return new Answer.Quotient(
        indicator.measure().factor() * numerator / denominator,
        numerator,
        denominator,
        statuses,
        coverage);
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
        zones.stream()
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
