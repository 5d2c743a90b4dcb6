package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.ObservationStatus;
import java.util.Arrays;

/** A block while it is made. */
final class BlockBuilder {
  private static final int BITS = 4;

  private final int width;
  private final int words;

  /** While all are whole numbers of 32 bits; empty afterwards. */
  private int[] whole;

  private double[] broken = new double[0];
  private final long[] statuses;

  /** Nothing yet in any of those columns. */
  BlockBuilder(int communes, int width) {
    this.width = width;
    words = Block.words(width);
    whole = new int[Math.multiplyExact(communes, width)];
    statuses = new long[Math.multiplyExact(communes, words)];
  }

  /** Adds what a commune of some vintage has in that of today. */
  void add(int column, int place, double value, ObservationStatus status) {
    int known = code(column, place);
    // Of several parts, the sum is worth what the least good of them is: the order of the enum.
    int now = Math.max(known, Block.code(status));
    // A sum that lacks a part is no value; sums over communes then need not look.
    set(column, place, Block.isValued(now) ? value(column, place) + value : 0, now);
  }

  void set(int column, int place, double value, int code) {
    int at = place * width + column;
    if (broken.length == 0 && (value != (int) value || value == Integer.MIN_VALUE)) {
      widen();
    }
    if (broken.length == 0) {
      whole[at] = (int) value;
    } else {
      broken[at] = value;
    }
    int word = place * words + column / Block.COLUMNS_OF_A_WORD;
    int shift = column % Block.COLUMNS_OF_A_WORD * BITS;
    statuses[word] = (statuses[word] & ~((Block.CODES - 1L) << shift)) | ((long) code << shift);
  }

  private int code(int column, int place) {
    long word = statuses[place * words + column / Block.COLUMNS_OF_A_WORD];
    return (int) (word >>> (column % Block.COLUMNS_OF_A_WORD * BITS)) & (Block.CODES - 1);
  }

  private double value(int column, int place) {
    int at = place * width + column;
    return broken.length == 0 ? whole[at] : broken[at];
  }

  private void widen() {
    broken = Arrays.stream(whole).asDoubleStream().toArray();
    whole = new int[0];
  }

  Block build() {
    return new Block(width, whole, broken, statuses);
  }
}
