package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.ObservationStatus;
import java.util.Comparator;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What is told of one indicator at one place in one period: the one result behind all formats.
 *
 * @param cell categories and period
 */
public record Line(Indicator indicator, Place place, Figures.Cell cell, Answer answer) {

  /**
   * The value, where there is one. Of values that conflict the first; the others stand beside it in
   * the answer.
   */
  public OptionalDouble value() {
    return switch (answer) {
      case Answer.Published published -> published.observations().getFirst().value();
      case Answer.Sum sum -> OptionalDouble.of(sum.value());
      case Answer.Quotient quotient -> OptionalDouble.of(quotient.value());
      case Answer.Difference difference -> OptionalDouble.of(difference.value());
      case Answer.Refusal refusal -> OptionalDouble.empty();
    };
  }

  /**
   * What the value is worth: the least good of the values that were added. Where there is none, the
   * status of SDMX that says why.
   */
  public ObservationStatus status() {
    return switch (answer) {
      case Answer.Published published -> published.observations().getFirst().status();
      case Answer.Sum sum -> leastGood(sum.statuses());
      case Answer.Quotient quotient -> leastGood(quotient.statuses());
      case Answer.Difference difference -> leastGood(difference.statuses());
      case Answer.Refusal refusal ->
          switch (refusal.reason()) {
            case SUPPRESSED -> ObservationStatus.SUPPRESSED;
            case NOT_ADDITIVE, NOT_AVAILABLE, NO_DENOMINATOR -> ObservationStatus.CANNOT_EXIST;
            case NO_DATA, INCOMPLETE, TOO_UNCERTAIN, MISSING_TERM, LICENCE ->
                ObservationStatus.MISSING;
          };
    };
  }

  /** Of those that have a value; how many lack one is told apart. */
  private static ObservationStatus leastGood(Map<ObservationStatus, Integer> statuses) {
    return statuses.keySet().stream()
        .filter(ObservationStatus::isValued)
        .max(Comparator.naturalOrder())
        .orElse(ObservationStatus.MISSING);
  }
}
