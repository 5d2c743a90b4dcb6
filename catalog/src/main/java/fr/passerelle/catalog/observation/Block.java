package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Geography;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Values and statuses of cells of figures, commune by commune: what a commune has in all of them
 * lies together, so that one walk over a territory adds all of them up.
 *
 * <p>Whole numbers take four bytes and others eight; the status of a value takes four bits.
 */
final class Block {
  /** Codes of statuses: 0 where nothing was delivered, then by their order. */
  static final int CODES = 16;

  private static final int BITS = 4;

  /** Columns of which a word holds the statuses. */
  static final int COLUMNS_OF_A_WORD = Long.SIZE / BITS;

  private static final ObservationStatus[] STATUSES = ObservationStatus.values();
  private static final Map<ObservationStatus, Integer> CODE_OF =
      new EnumMap<>(ObservationStatus.class);

  static {
    for (int i = 0; i < STATUSES.length; i++) {
      CODE_OF.put(STATUSES[i], i + 1);
    }
  }

  private static final long CODE = CODES - 1;

  private final int communes;
  private final int width;
  private final int words;

  /** By commune, then by column; empty where any is no whole number. */
  private final int[] whole;

  /** The same where any is no whole number. */
  private final double[] broken;

  /** By commune, then by column, a word for sixteen. */
  private final long[] statuses;

  /** The row of statuses that most communes have, column by column. */
  private final long[] usual;

  /** No whole value is farther from zero. */
  private final int largest;

  /** Built once: {@link BlockBuilder}. */
  Block(int width, int[] whole, double[] broken, long[] statuses) {
    this.width = width;
    this.words = words(width);
    this.communes = statuses.length / words;
    this.whole = whole;
    this.broken = broken;
    this.statuses = statuses;
    this.usual = usual();
    this.largest = Arrays.stream(whole).map(Math::absExact).max().orElse(0);
  }

  static int words(int width) {
    return Math.max(1, (width + COLUMNS_OF_A_WORD - 1) / COLUMNS_OF_A_WORD);
  }

  /** The last code that is one. */
  static int last() {
    return STATUSES.length;
  }

  /** The code of a status. */
  static int code(ObservationStatus status) {
    return Objects.requireNonNull(CODE_OF.get(status));
  }

  /** The status of a code that is not 0. */
  static ObservationStatus status(int code) {
    return STATUSES[code - 1];
  }

  /** Whether an observation of that code has a value. */
  static boolean isValued(int code) {
    return code > 0 && STATUSES[code - 1].isValued();
  }

  private long[] usual() {
    int[] counts = new int[words * COLUMNS_OF_A_WORD * CODES];
    for (int i = 0; i < statuses.length; i++) {
      long word = statuses[i];
      int at = i % words * COLUMNS_OF_A_WORD;
      for (int column = 0; column < COLUMNS_OF_A_WORD; column++, word >>>= BITS) {
        counts[(at + column) * CODES + (int) (word & CODE)]++;
      }
    }
    long[] most = new long[words];
    for (int column = 0; column < words * COLUMNS_OF_A_WORD; column++) {
      int best = 0;
      for (int code = 1; code < CODES; code++) {
        best = counts[column * CODES + code] > counts[column * CODES + best] ? code : best;
      }
      most[column / COLUMNS_OF_A_WORD] |= (long) best << shift(column);
    }
    return most;
  }

  private static int shift(int column) {
    return column % COLUMNS_OF_A_WORD * BITS;
  }

  int width() {
    return width;
  }

  /** Memory that it takes. */
  long bytes() {
    return (long) whole.length * Integer.BYTES
        + (long) broken.length * Double.BYTES
        + (long) statuses.length * Long.BYTES;
  }

  boolean isWhole() {
    return broken.length == 0;
  }

  /** The code of the status of a commune. */
  int code(int column, int place) {
    return code(statuses, place * words, column);
  }

  private static int code(long[] row, int from, int column) {
    return (int) ((row[from + column / COLUMNS_OF_A_WORD] >>> shift(column)) & CODE);
  }

  /** The status that most communes have, as its code. */
  int usual(int column) {
    return code(usual, 0, column);
  }

  boolean has(int column, int place) {
    return isValued(code(column, place));
  }

  /** The value of a commune; 0 where it has none. */
  double value(int column, int place) {
    return isWhole() ? whole[place * width + column] : broken[place * width + column];
  }

  /** Those of the communes that have a value. */
  BitSet present(int column, Communes among) {
    BitSet present = new BitSet(communes);
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
    Totals totals = new Totals(from, to, over.size());
    for (int column = from; column < to; column++) {
      totals.usual(column, usual(column));
    }
    if (isWhole()) {
      addWhole(totals, over);
    } else {
      add(totals, over);
    }
    count(totals, geography, over);
    return totals;
  }

  /**
   * Sums of so many rows of whole numbers fit in 32 bits, of which a processor adds many at once.
   */
  private void addWhole(Totals totals, Communes over) {
    int rows = Integer.MAX_VALUE / Math.max(1, largest);
    int[] some = new int[totals.to() - totals.from()];
    for (int begin = 0; begin < over.size(); begin += rows) {
      int end = (int) Math.min(over.size(), (long) begin + rows);
      for (int i = begin; i < end; i++) {
        addRow(some, over.at(i) * width + totals.from());
      }
      totals.add(some);
      Arrays.fill(some, 0);
      if (end == over.size()) {
        return;
      }
    }
  }

  private void addRow(int[] sums, int at) {
    for (int column = 0; column < sums.length; column++) {
      sums[column] += whole[at + column];
    }
  }

  private void add(Totals totals, Communes over) {
    double[] sums = totals.sums();
    for (int i = 0; i < over.size(); i++) {
      int at = over.at(i) * width + totals.from();
      for (int column = 0; column < sums.length; column++) {
        sums[column] += broken[at + column];
      }
    }
  }

  /** Only what is not as usual is looked at one by one. */
  private void count(Totals totals, Geography geography, Communes over) {
    int first = totals.from() / COLUMNS_OF_A_WORD;
    int last = words(totals.to());
    for (int i = 0; i < over.size(); i++) {
      int place = over.at(i);
      for (int word = first; word < last; word++) {
        long known = statuses[place * words + word];
        long other = known ^ usual[word];
        while (other != 0) {
          int shift = Long.numberOfTrailingZeros(other) & -BITS;
          totals.count(
              word * COLUMNS_OF_A_WORD + shift / BITS,
              (int) ((known >>> shift) & CODE),
              geography.population(place));
          other &= ~(CODE << shift);
        }
      }
    }
  }

  /** One block of all columns of those, in their order: all of whole numbers, or none. */
  static Block join(List<Block> blocks) {
    int width = blocks.stream().mapToInt(Block::width).sum();
    BlockBuilder all = new BlockBuilder(blocks.getFirst().communes, width);
    int at = 0;
    for (Block each : blocks) {
      for (int place = 0; place < each.communes; place++) {
        for (int column = 0; column < each.width; column++) {
          all.set(at + column, place, each.value(column, place), each.code(column, place));
        }
      }
      at += each.width;
    }
    return all.build();
  }
}
