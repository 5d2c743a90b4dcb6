package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Geography;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Statuses of the values of a block: of each column the usual one, and commune by commune what is
 * not as usual. A walk looks at exceptions only.
 */
final class Statuses {
  /** Codes of statuses: 0 where nothing was delivered, then by their order. */
  static final int CODES = 16;

  private static final ObservationStatus[] STATUSES = ObservationStatus.values();
  private static final Map<ObservationStatus, Integer> CODE_OF =
      new EnumMap<>(ObservationStatus.class);
  private static final boolean[] VALUED = new boolean[CODES];

  static {
    for (int i = 0; i < STATUSES.length; i++) {
      CODE_OF.put(STATUSES[i], i + 1);
      VALUED[i + 1] = STATUSES[i].isValued();
    }
  }

  /** By column. */
  private final byte[] usual;

  /** By commune, where its exceptions begin; one more at the end. */
  private final int[] begins;

  /** By commune, then by column: sixteen times the column, and the code. */
  private final int[] exceptions;

  private Statuses(byte[] usual, int[] begins, int[] exceptions) {
    this.usual = usual;
    this.begins = begins;
    this.exceptions = exceptions;
  }

  /**
   * Those codes.
   *
   * @param codes by commune, then by column
   */
  static Statuses of(int width, byte[] codes) {
    byte[] usual = usual(width, codes);
    int communes = width == 0 ? 0 : codes.length / width;
    int[] begins = new int[communes + 1];
    int[] exceptions = new int[16];
    int count = 0;
    for (int place = 0; place < communes; place++) {
      for (int column = 0; column < width; column++) {
        byte code = codes[place * width + column];
        if (code != usual[column]) {
          if (count == exceptions.length) {
            exceptions = Arrays.copyOf(exceptions, 2 * count);
          }
          exceptions[count++] = column * CODES + code;
        }
      }
      begins[place + 1] = count;
    }
    return new Statuses(usual, begins, Arrays.copyOf(exceptions, count));
  }

  /** What most communes have, column by column. */
  private static byte[] usual(int width, byte[] codes) {
    int[] counts = new int[width * CODES];
    for (int at = 0; at < codes.length; at += width) {
      for (int column = 0; column < width; column++) {
        counts[column * CODES + codes[at + column]]++;
      }
    }
    byte[] usual = new byte[width];
    for (int column = 0; column < width; column++) {
      int best = 0;
      for (int code = 1; code < CODES; code++) {
        best = counts[column * CODES + code] > counts[column * CODES + best] ? code : best;
      }
      usual[column] = (byte) best;
    }
    return usual;
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
    return VALUED[code];
  }

  int communes() {
    return begins.length - 1;
  }

  /** Memory that they take. */
  long bytes() {
    return usual.length + (long) Integer.BYTES * (begins.length + exceptions.length);
  }

  /** The status that most communes have, as its code. */
  int usual(int column) {
    return usual[column];
  }

  /** The code of the status of a commune. */
  int code(int column, int place) {
    int at = from(column, place);
    return at < begins[place + 1] && exceptions[at] / CODES == column
        ? exceptions[at] % CODES
        : usual[column];
  }

  /** The first exception of a commune that is of that column or after. */
  private int from(int column, int place) {
    int low = begins[place];
    int high = begins[place + 1];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (exceptions[middle] < column * CODES) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Counts what is not as usual, from one rank of the communes to another. */
  void count(Totals totals, Geography geography, Communes over, int first, int last) {
    int limit = totals.to() * CODES;
    for (int rank = first; rank < last; rank++) {
      int place = over.at(rank);
      int end = begins[place + 1];
      int at = totals.from() == 0 ? begins[place] : from(totals.from(), place);
      for (; at < end && exceptions[at] < limit; at++) {
        totals.count(exceptions[at], geography, place);
      }
    }
  }

  /** Those of blocks that are laid side by side, over the same communes. */
  static Statuses join(List<Statuses> all) {
    int communes = all.getFirst().communes();
    int[] begins = new int[communes + 1];
    int[] exceptions = new int[all.stream().mapToInt(each -> each.exceptions.length).sum()];
    int count = 0;
    for (int place = 0; place < communes; place++) {
      int before = 0;
      for (Statuses each : all) {
        for (int at = each.begins[place]; at < each.begins[place + 1]; at++) {
          exceptions[count++] = each.exceptions[at] + before * CODES;
        }
        before += each.usual.length;
      }
      begins[place + 1] = count;
    }
    byte[] usual = new byte[all.stream().mapToInt(each -> each.usual.length).sum()];
    int at = 0;
    for (Statuses each : all) {
      System.arraycopy(each.usual, 0, usual, at, each.usual.length);
      at += each.usual.length;
    }
    return new Statuses(usual, begins, exceptions);
  }
}
