package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.ObservationStatus;
import java.util.Arrays;

/** A block while it is made. */
final class BlockBuilder {
  private final int width;

  /** While all are whole numbers of 32 bits; empty afterwards. */
  private int[] whole;

  private double[] broken = new double[0];

  /** Of statuses, by commune, then by column. */
  private final byte[] codes;

  /** Nothing yet in any of those columns. */
  BlockBuilder(int communes, int width) {
    this.width = width;
    whole = new int[Math.multiplyExact(communes, width)];
    codes = new byte[whole.length];
  }

  /** Adds what a commune of some vintage has in that of today. */
  void add(int column, int place, double value, ObservationStatus status) {
    int at = place * width + column;
    // Of several parts, the sum is worth what the least good of them is: the order of the enum.
    int now = Math.max(codes[at], Statuses.code(status));
    // A sum that lacks a part is no value; sums over communes then need not look.
    set(at, Statuses.isValued(now) ? value(at) + value : 0);
    codes[at] = (byte) now;
  }

  private void set(int at, double value) {
    if (broken.length == 0 && (value != (int) value || value == Integer.MIN_VALUE)) {
      broken = Arrays.stream(whole).asDoubleStream().toArray();
      whole = new int[0];
    }
    if (broken.length == 0) {
      whole[at] = (int) value;
    } else {
      broken[at] = value;
    }
  }

  private double value(int at) {
    return broken.length == 0 ? whole[at] : broken[at];
  }

  Block build() {
    return new Block(width, whole, broken, Statuses.of(width, codes));
  }
}
