package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.observation.Answer.Reason;
import fr.passerelle.catalog.territory.Coverage;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One indicator less another, told from what is told of both. A difference of parts that are not
 * the same says nothing, so each side has to be of the whole territory.
 *
 * @param indicators definitions by code
 * @param mostUncertain half-width of a value, as a share of it, past which it is not given
 */
record Differences(Function<String, Indicator> indicators, double mostUncertain) {

  /** One side of a difference. */
  private record Side(Indicator indicator, Answer answer) {
    OptionalDouble value() {
      return switch (answer) {
        case Answer.Published published -> published.observations().getFirst().value();
        case Answer.Sum sum -> OptionalDouble.of(sum.value());
        case Answer.Quotient quotient -> OptionalDouble.of(quotient.value());
        case Answer.Difference difference -> OptionalDouble.of(difference.value());
        case Answer.Refusal refusal -> OptionalDouble.empty();
      };
    }

    /** Of what is published as it is, one value. */
    Map<ObservationStatus, Integer> statuses() {
      return answer instanceof Answer.Published published
          ? Map.of(published.observations().getFirst().status(), 1)
          : answer.statuses();
    }

    /** Why nothing can be taken from it, or it from anything. */
    Optional<String> lacks() {
      if (answer instanceof Answer.Refusal refusal) {
        return Optional.of(Explanations.missing(indicator, refusal.explanation()));
      }
      return answer
          .covered()
          .filter(each -> each.covered() < each.expected())
          .map(each ->
              Explanations.missing(
                  indicator,
                  "%d communes sur %d ont une valeur.".formatted(each.covered(), each.expected())));
    }
  }

  /**
   * The difference.
   *
   * @param ask what is told of a term at the same place, period and categories
   */
  Answer ask(Indicator indicator, Function<Indicator, Answer> ask) {
    List<Side> sides =
        indicator.measure().terms().stream()
            .map(indicators)
            .map(term -> new Side(term, ask.apply(term)))
            .toList();
    Optional<Side> lacking = sides.stream().filter(each -> each.lacks().isPresent()).findFirst();
    if (lacking.isPresent()) {
      return refusal(lacking.get().lacks().orElseThrow(), lacking.get().answer());
    }
    double first = sides.getFirst().value().orElseThrow();
    double second = sides.getLast().value().orElseThrow();
    Precision precision = precision(sides);
    if (precision.isProtected() && !precision.isWithin(mostUncertain, first - second)) {
      return new Answer.Refusal(
          Reason.TOO_UNCERTAIN,
          Explanations.of(Reason.TOO_UNCERTAIN, indicator),
          List.of(),
          List.of(),
          "");
    }
    return new Answer.Difference(
        first - second,
        first,
        second,
        statuses(sides),
        coverage(sides),
        deliveries(sides),
        precision);
  }

  private static Answer refusal(String explanation, Answer lacking) {
    return lacking instanceof Answer.Refusal refusal
        ? new Answer.Refusal(
            Reason.MISSING_TERM, explanation, List.of(), refusal.within(), refusal.substitute())
        : new Answer.Refusal(Reason.MISSING_TERM, explanation, List.of(), List.of(), "");
  }

  private static Map<ObservationStatus, Integer> statuses(List<Side> sides) {
    Map<ObservationStatus, Integer> all = new EnumMap<>(ObservationStatus.class);
    sides.forEach(
        each -> each.statuses().forEach((status, count) -> all.merge(status, count, Integer::sum)));
    return all;
  }

  private static Optional<Coverage> coverage(List<Side> sides) {
    return sides.stream().flatMap(each -> each.answer().covered().stream()).findFirst();
  }

  private static List<String> deliveries(List<Side> sides) {
    Set<String> all = new LinkedHashSet<>();
    sides.forEach(each -> all.addAll(each.answer().deliveries()));
    return List.copyOf(all);
  }

  /** At worst both are off, each the other way. */
  private static Precision precision(List<Side> sides) {
    return Stream.of(sides.getFirst(), sides.getLast())
        .map(each -> each.answer().precision())
        .reduce(
            Precision.EXACT,
            (one, other) ->
                new Precision(
                    one.halfWidth() + other.halfWidth(),
                    one.marked() + other.marked(),
                    Math.max(one.cut(), other.cut())));
  }
}
