package fr.passerelle.catalog.indicator;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What an indicator counts, and along which axes its values add up.
 *
 * @param kind what is counted
 * @param adds axes along which the sum of values is a value
 * @param numerator indicator that a ratio divides, or that a difference takes from; empty for any
 *     other kind, and for a ratio that its producer publishes without its parts
 * @param denominator indicator by which it is divided, or that is taken from it, likewise
 * @param factor by what the quotient is multiplied: 100 for a percentage
 * @param substitute indicator that adds up and answers nearly the same; empty where there is none
 */
public record Measure(
    Kind kind,
    Set<Axis> adds,
    String numerator,
    String denominator,
    double factor,
    String substitute) {

  /** What is counted. */
  public enum Kind {
    /** How many there are at a moment: adds over territories, never over time. */
    STOCK,
    /** How many there were during a period. */
    FLOW,
    /** One count divided by another. */
    RATIO,
    /** A number without unit, from a base. */
    INDEX,
    /** A value that half of the units do not reach, or any other quantile. */
    MEDIAN,
    /** One count less another, both of the same territory, period and categories. */
    DIFFERENCE,
    /** How many different ones: one who is in two territories is counted in both. */
    DISTINCT
  }

  public Measure {
    adds = Set.copyOf(adds);
    if (kind == Kind.STOCK && adds.contains(Axis.TIME)) {
      throw new IllegalArgumentException("a stock does not add up over time");
    }
    if (!isCount(kind) && !adds.isEmpty()) {
      throw new IllegalArgumentException("nothing of that kind adds up: " + kind);
    }
    boolean made = kind == Kind.RATIO || kind == Kind.DIFFERENCE;
    if (numerator.isEmpty() != denominator.isEmpty()
        || (!numerator.isEmpty() && !made)
        || (numerator.isEmpty() && kind == Kind.DIFFERENCE)) {
      throw new IllegalArgumentException(
          "a ratio or a difference has two parts, and nothing else has any");
    }
  }

  /** A count at a moment. */
  public static Measure stock() {
    return new Measure(Kind.STOCK, EnumSet.of(Axis.TERRITORY, Axis.CATEGORY), "", "", 1, "");
  }

  /** A count during a period. */
  public static Measure flow() {
    return new Measure(Kind.FLOW, EnumSet.allOf(Axis.class), "", "", 1, "");
  }

  /** A quotient of two indicators. */
  public static Measure ratio(String numerator, String denominator, double factor) {
    return new Measure(Kind.RATIO, Set.of(), numerator, denominator, factor, "");
  }

  /** One indicator less another. */
  public static Measure difference(String from, String less) {
    return new Measure(Kind.DIFFERENCE, Set.of(), from, less, 1, "");
  }

  /**
   * The same, which adds up along fewer axes: one vacancy asks for several skills, and is no sum of
   * them.
   */
  public Measure addingOver(Set<Axis> axes) {
    return new Measure(kind, axes, numerator, denominator, factor, substitute);
  }

  /** Something that its producer computes and nobody can add up. */
  public static Measure published(Kind kind, String substitute) {
    return new Measure(kind, Set.of(), "", "", 1, substitute);
  }

  /** Whether the sum of values along that axis is a value. */
  public boolean addsOver(Axis axis) {
    return adds.contains(axis);
  }

  /** Whether it is one other divided by another. */
  public boolean isQuotient() {
    return kind == Kind.RATIO && !numerator.isEmpty();
  }

  /** Whether it is one other less another. */
  public boolean isDifference() {
    return kind == Kind.DIFFERENCE;
  }

  /** Codes of the indicators that it is made of; none where it is not made of others. */
  public List<String> terms() {
    return numerator.isEmpty() ? List.of() : List.of(numerator, denominator);
  }

  private static boolean isCount(Kind kind) {
    return kind == Kind.STOCK || kind == Kind.FLOW;
  }
}
