package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Geography;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinTask;

/**
 * Values and statuses of cells of figures, commune by commune: what a commune has in all of them
 * lies together, so that one walk over a territory adds all of them up.
 *
 * <p>Whole numbers take four bytes and others eight.
 */
final class Block {
  /**
   * Communes of which the sums are made in one go. Sums of larger territories are always made of
   * the same parts, so that the last digit of what is no whole number never depends on who adds.
   */
  private static final int COMMUNES_AT_ONCE = 1_000;

  /** Fewer values are added sooner than another thread is woken. */
  private static final int CELLS_FOR_TWO = 200_000;

  /** Rows that are read side by side: while one is waited for, others come. */
  private static final int ROWS = 4;

  private final int width;

  /** By commune, then by column; empty where any is no whole number. */
  private final int[] whole;

  /** The same where any is no whole number. */
  private final double[] broken;

  private final Statuses statuses;

  /** Sums of some rows fit in 32 bits. */
  private final boolean small;

  /** Built once: {@link BlockBuilder}. */
  Block(int width, int[] whole, double[] broken, Statuses statuses) {
    this.width = width;
    this.whole = whole;
    this.broken = broken;
    this.statuses = statuses;
    small = Arrays.stream(whole).map(Math::absExact).max().orElse(0) <= Integer.MAX_VALUE / ROWS;
  }

  int width() {
    return width;
  }

  /** Memory that it takes. */
  long bytes() {
    return (long) whole.length * Integer.BYTES
        + (long) broken.length * Double.BYTES
        + statuses.bytes();
  }

  boolean isWhole() {
    return broken.length == 0;
  }

  boolean has(int column, int place) {
    return Statuses.isValued(statuses.code(column, place));
  }

  /** The status of what a commune has; empty where nothing was delivered of it. */
  Optional<ObservationStatus> status(int column, int place) {
    int code = statuses.code(column, place);
    return code == 0 ? Optional.empty() : Optional.of(Statuses.status(code));
  }

  /** The value of a commune; 0 where it has none. */
  double value(int column, int place) {
    return isWhole() ? whole[place * width + column] : broken[place * width + column];
  }

  /** Those of the communes that have a value. */
  BitSet present(int column, Communes among) {
    BitSet present = new BitSet(statuses.communes());
    for (int i = 0; i < among.size(); i++) {
      if (has(column, among.at(i))) {
        present.set(among.at(i));
      }
    }
    return present;
  }

  /**
   * Adds up columns over communes, all of them in one walk.
   *
   * @param from first column
   * @param to column after the last
   */
  Totals total(Geography geography, Communes over, int from, int to) {
    return total(geography, over, new Totals(statuses, from, to, over.size()), 0, over.size());
  }

  /** Halves of many are added at the same time, where there is a processor for it. */
  private Totals total(Geography geography, Communes over, Totals none, int first, int last) {
    int count = last - first;
    if (count <= COMMUNES_AT_ONCE) {
      Totals totals = none.another();
      add(totals, over, first, last);
      statuses.count(totals, geography, over, first, last);
      return totals;
    }
    int middle = (first + last) >>> 1;
    if ((long) count * (none.to() - none.from()) < CELLS_FOR_TWO) {
      return total(geography, over, none, first, middle)
          .and(total(geography, over, none, middle, last));
    }
    ForkJoinTask<Totals> rest =
        ForkJoinTask.adapt(() -> total(geography, over, none, middle, last)).fork();
    return total(geography, over, none, first, middle).and(rest.join());
  }

  private void add(Totals totals, Communes over, int first, int last) {
    int rank = first;
    if (isWhole()) {
      for (; small && rank + ROWS <= last; rank += ROWS) {
        addRows(
            totals.whole(),
            at(over, rank, totals),
            at(over, rank + 1, totals),
            at(over, rank + 2, totals),
            at(over, rank + 3, totals));
      }
      for (; rank < last; rank++) {
        addRow(totals.whole(), at(over, rank, totals));
      }
    } else {
      double[] row = new double[totals.to() - totals.from()];
      for (; rank < last; rank++) {
        System.arraycopy(broken, at(over, rank, totals), row, 0, row.length);
        addRow(totals.broken(), row);
      }
    }
  }

  private int at(Communes over, int rank, Totals totals) {
    return over.at(rank) * width + totals.from();
  }

  // Loops over arrays of different types, or at one place of both, are those of which a processor
  // does many at once.

  private void addRows(long[] sums, int first, int second, int third, int fourth) {
    for (int column = 0; column < sums.length; column++) {
      sums[column] +=
          whole[first + column]
              + whole[second + column]
              + whole[third + column]
              + whole[fourth + column];
    }
  }

  private void addRow(long[] sums, int at) {
    for (int column = 0; column < sums.length; column++) {
      sums[column] += whole[at + column];
    }
  }

  private static void addRow(double[] sums, double[] row) {
    for (int column = 0; column < sums.length; column++) {
      sums[column] += row[column];
    }
  }

  /** One block of all columns of those, in their order: all of whole numbers, or none. */
  static Block join(List<Block> blocks) {
    int width = blocks.stream().mapToInt(Block::width).sum();
    int communes = blocks.getFirst().statuses.communes();
    int[] whole = new int[blocks.getFirst().isWhole() ? communes * width : 0];
    double[] broken = new double[blocks.getFirst().isWhole() ? 0 : communes * width];
    int before = 0;
    for (Block each : blocks) {
      for (int place = 0; place < communes; place++) {
        int to = place * width + before;
        if (each.isWhole()) {
          System.arraycopy(each.whole, place * each.width, whole, to, each.width);
        } else {
          System.arraycopy(each.broken, place * each.width, broken, to, each.width);
        }
      }
      before += each.width;
    }
    return new Block(
        width, whole, broken, Statuses.join(blocks.stream().map(each -> each.statuses).toList()));
  }
}
