package fr.passerelle.catalog.observation.source;

import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Categories;
import fr.passerelle.catalog.territory.Territory;
import java.util.HashMap;
import java.util.Map;

/**
 * What a file has said so far, and at which line: twenty bytes for each observation, as there may
 * be ten million.
 */
final class Said {
  private static final int BITS_OF_A_PERIOD = 16;
  private static final int BITS_OF_A_TERRITORY = 24;
  private static final double FULL = 0.7;
  private static final int FIRST_SIZE = 1 << 10;

  /** Spreads keys that differ in few bits (the multiplier of Fibonacci hashing). */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final Map<What, Integer> whats = new HashMap<>();
  private final Map<Period, Integer> periods = new HashMap<>();
  private final Map<Territory, Integer> territories = new HashMap<>();
  private long[] keys = new long[FIRST_SIZE];

  /** Lines of those, 0 where there is none. */
  private int[] lines = new int[FIRST_SIZE];

  private int size;

  /**
   * What a value is of, place and time apart.
   *
   * @param part of what the row is a part; empty where it is of the whole
   */
  record What(String indicator, Categories categories, String part) {}

  /** The line at which that was said before; 0 where this is the first time. */
  long say(What what, Period period, Territory territory, long line) {
    if (size >= lines.length * FULL) {
      grow();
    }
    int at = place(key(what, period, territory));
    if (lines[at] != 0) {
      return lines[at];
    }
    keys[at] = key(what, period, territory);
    lines[at] = Math.toIntExact(line);
    size++;
    return 0;
  }

  /** Exact: no two have the same. */
  private long key(What what, Period period, Territory territory) {
    long first = number(whats, what, Long.SIZE - 1 - BITS_OF_A_PERIOD - BITS_OF_A_TERRITORY);
    long second = number(periods, period, BITS_OF_A_PERIOD);
    long third = number(territories, territory, BITS_OF_A_TERRITORY);
    return (((first << BITS_OF_A_PERIOD) | second) << BITS_OF_A_TERRITORY) | third;
  }

  private static <T> int number(Map<T, Integer> known, T each, int bits) {
    Integer number = known.get(each);
    if (number == null) {
      number = known.size();
      if (number >= 1 << bits) {
        throw new IllegalStateException("more different ones than a file can have: " + number);
      }
      known.put(each, number);
    }
    return number;
  }

  private int place(long key) {
    int mask = lines.length - 1;
    int at = (int) ((key * SPREAD) >>> Integer.SIZE) & mask;
    while (lines[at] != 0 && keys[at] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] before = keys;
    int[] said = lines;
    keys = new long[before.length * 2];
    lines = new int[said.length * 2];
    for (int i = 0; i < said.length; i++) {
      if (said[i] != 0) {
        int at = place(before[i]);
        keys[at] = before[i];
        lines[at] = said[i];
      }
    }
  }
}
