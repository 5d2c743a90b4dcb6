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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Questions about one place: the only code that knows when values may be added up. */
final class Survey {
  /** Share of the population below which zones that are known say nothing of what holds them. */
  private static final double LEAST_COVERED = 0.5;

  private final Dashboard dashboard;
  private final Geography geography;
  private final Ground ground;

  /** Those that are in it whole. */
  private final Communes communes;

  /** Its name, where it has one: sources may tell of that very territory. */
  private final Optional<Territory> territory;

  private final Walk walk;
  private final Coverage whole;
  private @Nullable Subject subject;

  Survey(Dashboard dashboard, Ground ground, Optional<Territory> territory) {
    this.dashboard = dashboard;
    this.ground = ground;
    this.communes = ground.communes();
    this.territory = territory;
    geography = dashboard.geography();
    walk = new Walk(ground);
    whole = ground.covered();
  }

  /** Adds up at once what those cells are made of: they are all going to be asked for. */
  void prepare(Map<Indicator, List<Cell>> asked) {
    List<Walk.Leg> legs = new ArrayList<>();
    asked.forEach((indicator, cells) -> {
      if (dashboard.protectedAnswers().concern(indicator)) {
        return;
      }
      if (indicator.measure().isQuotient()) {
        legs.add(new Walk.Leg(dashboard.of(indicator.measure().numerator()), cells));
        legs.add(new Walk.Leg(dashboard.of(indicator.measure().denominator()), cells));
      } else if (indicator.measure().addsOver(Axis.TERRITORY)) {
        legs.add(new Walk.Leg(dashboard.of(indicator.id()), cells));
      }
    });
    walk.go(legs);
  }

  /**
   * What is told of the place: what sources publish of it, else what its communes add up to, where
   * the licences of what is added go together.
   */
  Answer ask(Indicator indicator, Cell cell) {
    Answer answer = known(indicator, cell);
    Optional<String> refused = dashboard.licences().refusal(answer, territory);
    return refused.isPresent() ? refusal(Reason.LICENCE, refused.get(), indicator, cell) : answer;
  }

  private Answer known(Indicator indicator, Cell cell) {
    if (indicator.measure().isDifference()) {
      return dashboard.differences().ask(indicator, term -> ask(term, cell));
    }
    if (territory.isPresent()) {
      List<Observation> said = dashboard.of(indicator.id()).published(cell, territory.get());
      if (!said.isEmpty()) {
        List<Observation> valued = said.stream().filter(each -> each.value().isPresent()).toList();
        return valued.isEmpty()
            ? unavailable(indicator, cell, said.getFirst())
            : new Answer.Published(valued);
      }
    }
    return ofCommunes(indicator, cell);
  }

  private Answer ofCommunes(Indicator indicator, Cell cell) {
    Subject about = subject(indicator);
    if (about.isProtected()) {
      return lacking(
          dashboard
              .protectedAnswers()
              .ask(indicator, cell, communes, reason -> refusal(reason, indicator, cell)));
    }
    if (indicator.measure().isQuotient()) {
      return quotient(indicator, cell);
    }
    if (!indicator.measure().addsOver(Axis.TERRITORY)) {
      return notAdditive(indicator, cell);
    }
    Figures known = about.figures();
    Optional<Walk.Counted> itself = walk.counted(known, cell);
    // What was delivered for the cell itself is never added up from what cuts it further.
    return itself.isPresent()
        ? sum(indicator, cell, itself.get())
        : sumOfParts(indicator, cell, known);
  }

  /** Of protected figures no part is taken: groups of communes are told of whole. */
  private Answer lacking(Answer answer) {
    return switch (answer) {
      case Answer.Sum sum -> sum.over(ground.lacking(sum.coverage()));
      case Answer.Quotient quotient -> quotient.over(ground.lacking(quotient.coverage()));
      case Answer.Published _, Answer.Difference _, Answer.Refusal _ -> answer;
    };
  }

  private Answer sumOfParts(Indicator indicator, Cell cell, Figures known) {
    List<Walk.Counted> parts = new ArrayList<>(1);
    List<Cell> cells = known.parts(cell);
    for (Cell part : cells) {
      walk.counted(known, part).ifPresent(parts::add);
    }
    return switch (parts.size()) {
      case 0 -> sumOfZones(indicator, cell);
      case 1 -> sum(indicator, cell, parts.getFirst());
      default -> sum(indicator, cell, known, cells, parts);
    };
  }

  /** What is asked of most often, one cell after another. */
  private record Subject(Indicator indicator, Figures figures, boolean isProtected) {}

  private Subject subject(Indicator indicator) {
    Subject last = subject;
    if (last == null || !last.indicator().equals(indicator)) {
      last =
          new Subject(
              indicator,
              dashboard.of(indicator.id()),
              dashboard.protectedAnswers().concern(indicator));
      subject = last;
    }
    return last;
  }

  private Answer sum(Indicator indicator, Cell cell, Walk.Counted part) {
    int covered = part.valued();
    Map<ObservationStatus, Integer> statuses = part.statuses();
    return covered == 0
        ? refusal(Tally.reason(statuses), indicator, cell)
        : new Answer.Sum(
            part.sum(),
            Territory.COMMUNE,
            statuses,
            covered == ground.size() ? whole : ground.coverage(part),
            part.deliveries(),
            Precision.EXACT);
  }

  private Answer sum(
      Indicator indicator, Cell cell, Figures known, List<Cell> cells, List<Walk.Counted> parts) {
    Tally tally = new Tally();
    boolean all = false;
    for (Walk.Counted each : parts) {
      tally.add(each.sum(), each.statuses(), each.delivery());
      all |= each.valued() == ground.size();
    }
    Coverage coverage = all ? whole : ground.coverage(present(known, cells));
    return coverage.covered() == 0
        ? refusal(tally.reason(), indicator, cell)
        : new Answer.Sum(
            tally.sum(),
            Territory.COMMUNE,
            tally.statuses(),
            coverage,
            tally.deliveries(),
            Precision.EXACT);
  }

  private BitSet present(Figures known, List<Cell> cells) {
    BitSet present = new BitSet();
    cells.forEach(cell -> known.column(cell).ifPresent(each -> present.or(ground.present(each))));
    return present;
  }

  /** A territory that cuts a zone has the zones that it holds whole, and says what it lacks. */
  private Answer sumOfZones(Indicator indicator, Cell cell) {
    Figures known = dashboard.of(indicator.id());
    Tally tally = new Tally();
    BitSet present = new BitSet();
    List<Zone> held = held(known, cell);
    for (Zone zone : held) {
      for (Observation said : known.published(known.parts(cell), zone.territory())) {
        tally.add(said);
        if (said.value().isPresent()) {
          present.or(zone.communes().toBitSet());
        }
      }
    }
    if (present.isEmpty()) {
      return refusal(tally.reason(), indicator, cell);
    }
    Coverage coverage = ground.coverage(present);
    // One region of a country is no figure of the country, whatever is said of its coverage.
    return coverage.share() < LEAST_COVERED
        ? refusal(Reason.INCOMPLETE, indicator, cell)
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
  private List<Zone> held(Figures known, Cell cell) {
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
        .max(Comparator.comparingInt(Survey::communes))
        .orElse(List.of());
  }

  private static int communes(List<Zone> zones) {
    return zones.stream().mapToInt(zone -> zone.communes().size()).sum();
  }

  /** Rates are never averaged: numerators and denominators, where there are both. */
  private Answer quotient(Indicator indicator, Cell cell) {
    Figures above = dashboard.of(indicator.measure().numerator());
    Figures below = dashboard.of(indicator.measure().denominator());
    Terms terms = new Terms(new Tally(), new Tally(), new BitSet(), false);
    for (Cell part : above.parts(cell)) {
      Optional<Walk.Counted> over = walk.counted(above, part);
      Optional<Walk.Counted> under = walk.counted(below, part);
      if (over.isPresent() && under.isPresent()) {
        terms = both(terms, above, below, part, over.get(), under.get());
      }
    }
    if (!terms.all() && terms.present().isEmpty()) {
      return quotient(indicator, cell, ofZones(terms, above, below, cell), true);
    }
    return quotient(indicator, cell, terms, false);
  }

  /**
   * Both terms of a quotient.
   *
   * @param present communes that have both; not looked at where all have
   */
  private record Terms(Tally numerator, Tally denominator, BitSet present, boolean all) {}

  private Terms both(
      Terms terms, Figures upper, Figures lower, Cell part, Walk.Counted over, Walk.Counted under) {
    if (over.valued() == ground.size() && under.valued() == ground.size()) {
      terms.numerator().add(over.sum(), over.statuses(), over.delivery());
      terms.denominator().add(under.sum(), under.statuses(), under.delivery());
      return new Terms(terms.numerator(), terms.denominator(), terms.present(), ground.size() > 0);
    }
    Column ofUpper = upper.column(part).orElseThrow();
    Column ofLower = lower.column(part).orElseThrow();
    BitSet common = ground.present(ofUpper);
    common.and(ground.present(ofLower));
    double above = ofUpper.sum(communes, common) + ground.sum(ofUpper, ofLower);
    double below = ofLower.sum(communes, common) + ground.sum(ofLower, ofUpper);
    terms.numerator().add(above, over.statuses(), over.delivery());
    terms.denominator().add(below, under.statuses(), under.delivery());
    terms.present().or(common);
    return terms;
  }

  private Terms ofZones(Terms terms, Figures above, Figures below, Cell cell) {
    for (Zone zone : held(above, cell)) {
      for (Cell part : above.parts(cell)) {
        Optional<Observation> over = above.lastValue(part, zone.territory());
        Optional<Observation> under = below.lastValue(part, zone.territory());
        if (over.isPresent() && under.isPresent()) {
          terms.numerator().add(over.get());
          terms.denominator().add(under.get());
          terms.present().or(zone.communes().toBitSet());
        }
      }
    }
    return terms;
  }

  private Answer quotient(Indicator indicator, Cell cell, Terms terms, boolean ofZones) {
    Coverage coverage = terms.all() ? whole : ground.coverage(terms.present());
    if (coverage.covered() == 0) {
      return refusal(Reason.NO_DATA, indicator, cell);
    }
    if (ofZones && coverage.share() < LEAST_COVERED) {
      return refusal(Reason.INCOMPLETE, indicator, cell);
    }
    double over = terms.numerator().sum();
    double under = terms.denominator().sum();
    if (under == 0) {
      return refusal(Reason.NO_DENOMINATOR, indicator, cell);
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
  private Answer notAdditive(Indicator indicator, Cell cell) {
    Figures known = dashboard.of(indicator.id());
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
        cell);
  }

  private Answer unavailable(Indicator indicator, Cell cell, Observation said) {
    return refusal(
        said.status() == ObservationStatus.SUPPRESSED ? Reason.SUPPRESSED : Reason.NOT_AVAILABLE,
        indicator,
        cell);
  }

  private Answer.Refusal refusal(Reason reason, Indicator indicator, Cell cell) {
    return refusal(reason, Explanations.of(reason, indicator), indicator, cell);
  }

  private Answer.Refusal refusal(
      Reason reason, String explanation, Indicator indicator, Cell cell) {
    Figures known = dashboard.of(indicator.id());
    List<Zone> zones =
        known.territories(List.of(cell)).stream()
            .flatMap(each -> geography.find(each).stream())
            .sorted(Comparator.comparingInt(zone -> zone.communes().size()))
            .toList();
    return new Answer.Refusal(
        reason,
        explanation,
        reason == Reason.TOO_UNCERTAIN
            ? dashboard.protectedAnswers().coarser(indicator, cell, communes)
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
