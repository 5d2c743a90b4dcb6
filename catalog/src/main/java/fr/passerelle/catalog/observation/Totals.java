package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.ObservationStatus;
import java.util.EnumMap;
import java.util.Map;

/** What one walk over communes added up: of each column the sum, and how many have which status. */
final class Totals {
  private final int from;
  private final int to;
  private final int communes;
  private final double[] sums;
  private final byte[] usual;

  /** How many communes have which status, those of the usual one left out. */
  private final int[] counts;

  private final int[] unusual;

  /** Inhabitants of the communes that have a value where most have none, or the other way. */
  private final long[] people;

  Totals(int from, int to, int communes) {
    this.from = from;
    this.to = to;
    this.communes = communes;
    sums = new double[to - from];
    usual = new byte[to - from];
    counts = new int[(to - from) * Block.CODES];
    unusual = new int[to - from];
    people = new long[to - from];
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** To be added to, the column {@link #from} first. */
  double[] sums() {
    return sums;
  }

  void usual(int column, int code) {
    usual[column - from] = (byte) code;
  }

  void add(int[] some) {
    for (int i = 0; i < some.length; i++) {
      sums[i] += some[i];
    }
  }

  /** One commune that has another status than most; columns outside are not counted. */
  void count(int column, int code, int population) {
    if (column < from || column >= to) {
      return;
    }
    int at = column - from;
    counts[at * Block.CODES + code]++;
    unusual[at]++;
    if (Block.isValued(code) != Block.isValued(usual[at])) {
      people[at] += Math.max(0, population);
    }
  }

  double sum(int column) {
    return sums[column - from];
  }

  private int count(int column, int code) {
    int at = column - from;
    return code == usual[at] ? communes - unusual[at] : counts[at * Block.CODES + code];
  }

  /** How many communes have a value. */
  int valued(int column) {
    int at = column - from;
    boolean most = Block.isValued(usual[at]);
    int valued = most ? communes - unusual[at] : 0;
    if (unusual[at] > 0) {
      for (int code = 1; code <= Block.last(); code++) {
        valued += code != usual[at] && Block.isValued(code) ? counts[at * Block.CODES + code] : 0;
      }
    }
    return valued;
  }

  /** How many people live in communes that have a value, of so many in all. */
  long reached(int column, long inhabitants) {
    int at = column - from;
    return Block.isValued(usual[at]) ? inhabitants - people[at] : people[at];
  }

  /** How many communes have which status; those without any observation are not counted. */
  Map<ObservationStatus, Integer> statuses(int column) {
    int at = column - from;
    if (unusual[at] == 0) {
      return usual[at] == 0 || communes == 0 ? Map.of() : Map.of(Block.status(usual[at]), communes);
    }
    Map<ObservationStatus, Integer> all = new EnumMap<>(ObservationStatus.class);
    for (int code = 1; code <= Block.last(); code++) {
      if (count(column, code) > 0) {
        all.put(Block.status(code), count(column, code));
      }
    }
    return all;
  }
}
