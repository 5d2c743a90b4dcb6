package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.territory.Communes;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of one cell of an indicator in one period for every commune of the reference vintage,
 * in the order of their codes.
 */
final class Vector {
  /** By the codes of SDMX. */
  private static final ObservationStatus[] STATUSES = new ObservationStatus['Z' + 1];

  static {
    for (ObservationStatus each : ObservationStatus.values()) {
      STATUSES[each.code()] = each;
    }
  }

  private final double[] values;

  /** Code of the status, or 0 where nothing was delivered. */
  private final byte[] statuses;

  /** Receipt of the delivery that it came with. */
  private final String delivery;

  private @Nullable BitSet present;

  Vector(int communes, String delivery) {
    this.delivery = delivery;
    values = new double[communes];
    statuses = new byte[communes];
  }

  /** Adds what a commune of some vintage has in that of today. */
  void add(int place, double value, ObservationStatus status) {
    present = null;
    values[place] += value;
    int known = statuses[place];
    // Of several parts, the sum is worth what the least good of them is.
    ObservationStatus now = known == 0 ? status : worst(STATUSES[known], status);
    statuses[place] = (byte) now.code();
    if (!now.isValued()) {
      // A sum that lacks a part is no value; sums over communes then need not look.
      values[place] = 0;
    }
  }

  /** NORMAL is first and the missing ones last in the order of the enum. */
  private static ObservationStatus worst(ObservationStatus one, ObservationStatus other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  long bytes() {
    return (long) values.length * (Double.BYTES + 1);
  }

  boolean has(int place) {
    return statuses[place] != 0 && STATUSES[statuses[place]].isValued();
  }

  double value(int place) {
    return values[place];
  }

  String delivery() {
    return delivery;
  }

  /** The communes that have a value: not to be written to. */
  BitSet present() {
    BitSet known = present;
    if (known == null) {
      known = new BitSet(statuses.length);
      for (int place = 0; place < statuses.length; place++) {
        known.set(place, has(place));
      }
      present = known;
    }
    return known;
  }

  /** Sum over those of the communes that have a value. */
  double sum(Communes communes, BitSet among) {
    double sum = 0;
    for (int i = 0; i < communes.size(); i++) {
      int place = communes.at(i);
      if (among.get(place)) {
        sum += values[place];
      }
    }
    return sum;
  }

  /**
   * Sum over those of the communes that have a value, which all that is known of them is told with
   * in one pass: two cost twice the memory traffic, and that is all the time there is.
   *
   * @param counts by the code of a status, to which those of the communes are added
   */
  double total(Communes communes, int[] counts) {
    double sum = 0;
    for (int i = 0; i < communes.size(); i++) {
      int place = communes.at(i);
      // Without a value it is zero.
      sum += values[place];
      counts[statuses[place]]++;
    }
    return sum;
  }

  /** How many codes there are, for counts of statuses. */
  static int codes() {
    return STATUSES.length;
  }

  /** The status of a code. */
  static ObservationStatus status(int code) {
    return STATUSES[code];
  }

  /** How many communes have which status; those without any observation are not counted. */
  Map<ObservationStatus, Integer> statuses(Communes communes) {
    int[] counts = new int[STATUSES.length];
    for (int i = 0; i < communes.size(); i++) {
      counts[statuses[communes.at(i)]]++;
    }
    Map<ObservationStatus, Integer> all = new EnumMap<>(ObservationStatus.class);
    for (ObservationStatus each : ObservationStatus.values()) {
      if (counts[each.code()] > 0) {
        all.put(each, counts[each.code()]);
      }
    }
    return all;
  }
}
