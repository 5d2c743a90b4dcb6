package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.territory.Geography;
import java.util.EnumMap;
import java.util.Map;

/** What one walk over communes added up: of each column the sum, and how many have which status. */
final class Totals {
  private final Statuses statuses;
  private final int from;
  private final int to;
  private final int communes;

  /** Sums of whole numbers. */
  private final long[] whole;

  /** Sums of others. */
  private final double[] broken;

  /** How many communes have which status, those of the usual one left out. */
  private final int[] counts;

  /** Inhabitants of the communes that have a value where most have none, or the other way. */
  private final long[] people;

  /**
   * Of nothing yet.
   *
   * @param communes how many are going to be walked over in all
   */
  Totals(Statuses statuses, int from, int to, int communes) {
    this.statuses = statuses;
    this.from = from;
    this.to = to;
    this.communes = communes;
    whole = new long[to - from];
    broken = new double[to - from];
    counts = new int[(to - from) * Statuses.CODES];
    people = new long[to - from];
  }

  /** Another one of nothing yet. */
  Totals another() {
    return new Totals(statuses, from, to, communes);
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** To be added to, the column {@link #from} first. */
  long[] whole() {
    return whole;
  }

  /** To be added to, the column {@link #from} first. */
  double[] broken() {
    return broken;
  }

  /**
   * One commune that has another status than most.
   *
   * @param exception sixteen times the column, and the code
   */
  void count(int exception, Geography geography, int place) {
    int at = exception - from * Statuses.CODES;
    counts[at]++;
    int column = at / Statuses.CODES;
    if (Statuses.isValued(exception % Statuses.CODES)
        != Statuses.isValued(statuses.usual(from + column))) {
      people[column] += Math.max(0, geography.population(place));
    }
  }

  /** Adds what was walked over beside. */
  Totals and(Totals others) {
    for (int i = 0; i < whole.length; i++) {
      whole[i] += others.whole[i];
    }
    for (int i = 0; i < broken.length; i++) {
      broken[i] += others.broken[i];
    }
    for (int i = 0; i < counts.length; i++) {
      counts[i] += others.counts[i];
    }
    for (int i = 0; i < people.length; i++) {
      people[i] += others.people[i];
    }
    return this;
  }

  double sum(int column) {
    return whole[column - from] + broken[column - from];
  }

  private int count(int column, int code) {
    return counts[(column - from) * Statuses.CODES + code];
  }

  /** How many communes are not as usual. */
  private int unusual(int column) {
    int unusual = 0;
    for (int code = 0; code <= Statuses.last(); code++) {
      unusual += count(column, code);
    }
    return unusual;
  }

  /** How many communes have a value. */
  int valued(int column) {
    int valued = Statuses.isValued(statuses.usual(column)) ? communes - unusual(column) : 0;
    for (int code = 1; code <= Statuses.last(); code++) {
      valued += Statuses.isValued(code) ? count(column, code) : 0;
    }
    return valued;
  }

  /** How many people live in communes that have a value, of so many in all. */
  long reached(int column, long inhabitants) {
    long others = people[column - from];
    return Statuses.isValued(statuses.usual(column)) ? inhabitants - others : others;
  }

  /** How many communes have which status; those without any observation are not counted. */
  Map<ObservationStatus, Integer> statuses(int column) {
    int usual = statuses.usual(column);
    int asUsual = communes - unusual(column);
    if (asUsual == communes) {
      return usual == 0 || communes == 0 ? Map.of() : Map.of(Statuses.status(usual), communes);
    }
    Map<ObservationStatus, Integer> all = new EnumMap<>(ObservationStatus.class);
    for (int code = 1; code <= Statuses.last(); code++) {
      int count = code == usual ? asUsual : count(column, code);
      if (count > 0) {
        all.put(Statuses.status(code), count);
      }
    }
    return Map.copyOf(all);
  }
}
