package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.territory.Coverage;
import fr.passerelle.catalog.territory.Territory;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is told of an indicator for a territory and a period. */
public sealed interface Answer {

  /** Receipts of the deliveries that it is made of, each once. */
  List<String> deliveries();

  /** How many of the values that were added have which status; empty where none was added. */
  default Map<ObservationStatus, Integer> statuses() {
    return Map.of();
  }

  /** How many parts are withheld: for secrecy, or told of with communes outside only. */
  default int secret() {
    return statuses().getOrDefault(ObservationStatus.SUPPRESSED, 0) + precision().cut();
  }

  /** How many parts are estimates. */
  default int estimated() {
    return statuses().getOrDefault(ObservationStatus.ESTIMATED, 0);
  }

  /** How near the value is to what was delivered; all that is not protected is exact. */
  default Precision precision() {
    return Precision.EXACT;
  }

  /** How much of the place has a value, where values were added. */
  default Optional<Coverage> covered() {
    return switch (this) {
      case Sum sum -> Optional.of(sum.coverage());
      case Quotient quotient -> Optional.of(quotient.coverage());
      case Difference difference -> difference.coverage();
      case Published published -> Optional.empty();
      case Refusal refusal -> Optional.empty();
    };
  }

  /**
   * What sources publish for that very territory. Values that conflict stand side by side.
   *
   * @param observations at least one that has a value, in the order in which they were delivered
   */
  record Published(List<Observation> observations) implements Answer {
    public Published {
      observations = List.copyOf(observations);
    }

    @Override
    public List<String> deliveries() {
      return observations.stream().map(Observation::delivery).distinct().toList();
    }
  }

  /**
   * A sum over communes, or over the zones that a territory holds whole.
   *
   * @param value in the unit of the indicator
   * @param grain {@code COM}, or the zoning of the zones that were added
   * @param statuses how many of what was added have which status
   * @param coverage how much of the territory has a value
   * @param deliveries receipts
   * @param precision how near it is to the raw sum
   */
  record Sum(
      double value,
      String grain,
      Map<ObservationStatus, Integer> statuses,
      Coverage coverage,
      List<String> deliveries,
      Precision precision)
      implements Answer {
    public Sum {
      statuses = Map.copyOf(statuses);
      deliveries = List.copyOf(deliveries);
    }

    /** The same, told to cover so much. */
    Sum over(Coverage other) {
      return new Sum(value, grain, statuses, other, deliveries, precision);
    }
  }

  /**
   * A sum divided by another, both over the communes where both exist.
   *
   * @param value in the unit of the indicator
   * @param numerator sum of numerators
   * @param denominator sum of denominators, not zero
   * @param statuses how many values, of either, have which status
   * @param coverage how much of the territory has both
   * @param deliveries receipts
   * @param precision how near the value is to the raw one
   */
  record Quotient(
      double value,
      double numerator,
      double denominator,
      Map<ObservationStatus, Integer> statuses,
      Coverage coverage,
      List<String> deliveries,
      Precision precision)
      implements Answer {
    public Quotient {
      statuses = Map.copyOf(statuses);
      deliveries = List.copyOf(deliveries);
    }

    /** The same, told to cover so much. */
    Quotient over(Coverage other) {
      return new Quotient(value, numerator, denominator, statuses, other, deliveries, precision);
    }
  }

  /**
   * One figure less another, both of the whole of the same territory.
   *
   * @param value in the unit of the indicator; negative where there is more of the second
   * @param minuend the first
   * @param subtrahend the second
   * @param statuses how many values, of either, have which status
   * @param coverage how much of the territory has both, where one of them was added up
   * @param deliveries receipts
   * @param precision how near the value is to the raw one
   */
  record Difference(
      double value,
      double minuend,
      double subtrahend,
      Map<ObservationStatus, Integer> statuses,
      Optional<Coverage> coverage,
      List<String> deliveries,
      Precision precision)
      implements Answer {
    public Difference {
      statuses = Map.copyOf(statuses);
      deliveries = List.copyOf(deliveries);
    }
  }

  /**
   * Why there is no value, and what there is instead: never a value of another territory in the
   * place of the one asked.
   *
   * @param reason why
   * @param explanation the reason in French
   * @param nearest values published for territories that hold the one asked, the smallest first,
   *     each as what it is; where it is too uncertain, those that are not
   * @param within territories inside the one asked for which values are published
   * @param substitute code of an indicator that adds up; empty where there is none
   */
  record Refusal(
      Reason reason,
      String explanation,
      List<Observation> nearest,
      List<Territory> within,
      String substitute)
      implements Answer {
    public Refusal {
      nearest = List.copyOf(nearest);
      within = List.copyOf(within);
    }

    @Override
    public List<String> deliveries() {
      return nearest.stream().map(Observation::delivery).distinct().toList();
    }
  }

  /** Why there is no value. */
  enum Reason {
    /** No such median, index, ratio or count of different units can be had from values of parts. */
    NOT_ADDITIVE,
    /** The source says that there is none for that territory. */
    NOT_AVAILABLE,
    /** Withheld, for statistical secrecy for instance. */
    SUPPRESSED,
    /** Nothing was delivered for that territory and period. */
    NO_DATA,
    /** What was delivered for zones inside covers less than half of its population. */
    INCOMPLETE,
    /** The denominator is zero. */
    NO_DENOMINATOR,
    /** One side of a difference has no value, or not for all of the territory. */
    MISSING_TERM,
    /** The licences of what it is made of do not allow to publish it. */
    LICENCE,
    /** What protects small counts makes the value too uncertain to be of use. */
    TOO_UNCERTAIN
  }
}
