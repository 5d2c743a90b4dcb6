package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.observation.Answer.Reason;
import fr.passerelle.catalog.observation.Figures.Cell;
import fr.passerelle.catalog.secrecy.Uncertainty;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Coverage;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Zone;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is told from protected figures: sums and quotients of protected values, with how near they
 * are to the raw ones; those that are too far are refused.
 *
 * @param figures of an indicator by its code
 * @param mostUncertain half-width of a value, as a share of it, past which it is not given
 */
record ProtectedAnswers(
    Geography geography, Function<String, Figures> figures, double mostUncertain) {
  /** Larger territories that are told of where one is too uncertain. */
  private static final int COARSER = 3;

  /** Whether what is told of an indicator comes from protected figures, all or in part. */
  boolean concern(Indicator indicator) {
    return indicator.measure().isQuotient()
        ? figures.apply(indicator.measure().numerator()).isProtected()
            || figures.apply(indicator.measure().denominator()).isProtected()
        : figures.apply(indicator.id()).isProtected();
  }

  /** What is told of a set of communes. */
  Answer ask(Indicator indicator, Cell cell, Communes communes, Function<Reason, Answer> refusal) {
    return indicator.measure().isQuotient()
        ? quotient(indicator, cell, communes, refusal)
        : figures
            .apply(indicator.id())
            .column(cell)
            .map(column -> sum(added(indicator, cell, communes, column), refusal))
            .orElseGet(() -> refusal.apply(Reason.NO_DATA));
  }

  private Answer sum(Answer.Sum sum, Function<Reason, Answer> refusal) {
    if (sum.coverage().covered() == 0) {
      boolean withheld =
          sum.precision().cut() > 0 || sum.statuses().containsKey(ObservationStatus.SUPPRESSED);
      return refusal.apply(withheld ? Reason.SUPPRESSED : Reason.NO_DATA);
    }
    return sum.precision().isWithin(mostUncertain, sum.value())
        ? sum
        : refusal.apply(Reason.TOO_UNCERTAIN);
  }

  private Answer.Sum added(Indicator indicator, Cell cell, Communes communes, Column column) {
    Optional<ProtectedMargin> margin = figures.apply(indicator.id()).margin(cell);
    Communes told = margin.map(each -> each.whole(communes)).orElse(communes);
    BitSet present = column.present(communes);
    int cut = narrow(present, communes, told);
    Tally tally = new Tally();
    tally.add(column, geography, told, present);
    return new Answer.Sum(
        tally.sum(),
        "COM",
        tally.statuses(),
        Coverage.of(geography, communes, present),
        tally.deliveries(),
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

  private Answer quotient(
      Indicator indicator, Cell cell, Communes communes, Function<Reason, Answer> refusal) {
    Optional<Answer.Quotient> divided = divided(indicator, cell, communes);
    if (divided.isEmpty()) {
      return refusal.apply(Reason.NO_DATA);
    }
    Answer.Quotient quotient = divided.get();
    if (quotient.coverage().covered() == 0) {
      boolean cut = quotient.precision().cut() > 0;
      return refusal.apply(cut ? Reason.SUPPRESSED : Reason.NO_DATA);
    }
    if (quotient.denominator() == 0) {
      return refusal.apply(Reason.NO_DENOMINATOR);
    }
    return quotient.precision().isWithin(mostUncertain, quotient.value())
        ? quotient
        : refusal.apply(Reason.TOO_UNCERTAIN);
  }

  private Optional<Answer.Quotient> divided(Indicator indicator, Cell cell, Communes communes) {
    Optional<Column> above = figures.apply(indicator.measure().numerator()).column(cell);
    Optional<Column> below = figures.apply(indicator.measure().denominator()).column(cell);
    return above.flatMap(
        upper -> below.map(lower -> divided(indicator, cell, communes, upper, lower)));
  }

  private Answer.Quotient divided(
      Indicator indicator, Cell cell, Communes communes, Column above, Column below) {
    Optional<ProtectedMargin> upper = figures.apply(indicator.measure().numerator()).margin(cell);
    Optional<ProtectedMargin> lower = figures.apply(indicator.measure().denominator()).margin(cell);
    BitSet both = above.present(communes);
    both.and(below.present(communes));
    Communes told = whole(communes, both, upper, lower);
    int cut = narrow(both, communes, told);
    Tally numerator = new Tally();
    Tally denominator = new Tally();
    numerator.add(above, geography, told, both);
    denominator.add(below, geography, told, both);
    Precision ofUpper = upper.map(each -> each.precision(told, cut)).orElse(Precision.EXACT);
    Precision ofLower = lower.map(each -> each.precision(told, cut)).orElse(Precision.EXACT);
    double halfWidth =
        Uncertainty.ofQuotient(
            numerator.sum(), ofUpper.halfWidth(), denominator.sum(), ofLower.halfWidth());
    double factor = indicator.measure().factor();
    Tally all = numerator.and(denominator);
    return new Answer.Quotient(
        factor * numerator.sum() / denominator.sum(),
        numerator.sum(),
        denominator.sum(),
        all.statuses(),
        Coverage.of(geography, communes, both),
        all.deliveries(),
        new Precision(factor * halfWidth, ofUpper.marked() + ofLower.marked(), cut));
  }

  /** The communes of which both terms can be told: of whole groups of either. */
  private static Communes whole(
      Communes communes,
      BitSet both,
      Optional<ProtectedMargin> upper,
      Optional<ProtectedMargin> lower) {
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

  /** The smallest territories that hold those communes and are certain enough. */
  List<Observation> coarser(Indicator indicator, Cell cell, Communes communes) {
    return geography.zones().stream()
        .filter(zone -> zone.communes().size() > communes.size())
        .filter(zone -> zone.communes().contains(communes.at(0)))
        .filter(zone -> zone.communes().containsAll(communes))
        .sorted(Comparator.comparingInt(zone -> zone.communes().size()))
        .flatMap(zone -> certain(indicator, cell, zone))
        .limit(COARSER)
        .toList();
  }

  private Stream<Observation> certain(Indicator indicator, Cell cell, Zone zone) {
    if (indicator.measure().isQuotient()) {
      return divided(indicator, cell, zone.communes())
          .filter(each -> each.coverage().covered() > 0 && each.denominator() != 0)
          .filter(each -> each.precision().isWithin(mostUncertain, each.value()))
          .map(each -> told(indicator, cell, zone, each.value(), each.precision()))
          .stream();
    }
    return figures
        .apply(indicator.id())
        .column(cell)
        .map(column -> added(indicator, cell, zone.communes(), column))
        .filter(each -> each.coverage().covered() > 0)
        .filter(each -> each.precision().isWithin(mostUncertain, each.value()))
        .map(each -> told(indicator, cell, zone, each.value(), each.precision()))
        .stream();
  }

  private static Observation told(
      Indicator indicator, Cell cell, Zone zone, double value, Precision precision) {
    return new Observation(
        indicator.id(),
        cell.categories(),
        zone.territory(),
        cell.period(),
        OptionalDouble.of(value),
        ObservationStatus.NORMAL,
        new Observation.Wording("", List.of(Explanations.of(precision)), "", ""),
        "");
  }
}
