package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.Period;
import java.util.ArrayList;
import java.util.List;

/**
 * What communes have of an indicator cut in one way: a column for each period. Strips that are
 * asked for together are laid side by side in one block, so that a portrait is one walk.
 */
public final class Strip {
  /** A row of so many columns is read in one go; a longer one gains nothing. */
  private static final int JOINED = 256;

  /** Longer ones are long enough alone. */
  private static final int LONG = 64;

  private final Columns columns;
  private final int width;
  private volatile Lie lie;

  /**
   * Where it is.
   *
   * @param from its first column in the block
   */
  record Lie(Block block, int from) {}

  /**
   * What its columns are of.
   *
   * @param periods by column, few enough to be looked at one by one
   * @param deliveries receipts by column
   */
  record Columns(List<Period> periods, List<String> deliveries) {
    Columns {
      periods = List.copyOf(periods);
      deliveries = List.copyOf(deliveries);
    }

    /** Which one is of that period; -1 where none is. */
    int at(Period period) {
      for (int i = 0; i < periods.size(); i++) {
        // Mostly it is the very one: others need not be compared then.
        if (isSame(periods.get(i), period)) {
          return i;
        }
      }
      return periods.indexOf(period);
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Period one, Period other) {
      return one == other;
    }

    String delivery(int column) {
      return deliveries.get(column);
    }
  }

  Strip(Columns columns, Block block) {
    this.columns = columns;
    width = block.width();
    lie = new Lie(block, 0);
  }

  /** About how much memory it takes, its part of what it shares. */
  public long bytes() {
    Lie now = lie;
    return now.block().bytes() * width / Math.max(1, now.block().width());
  }

  Columns columns() {
    return columns;
  }

  int width() {
    return width;
  }

  Lie lie() {
    return lie;
  }

  private boolean isAlone() {
    return lie.block().width() == width && width <= LONG;
  }

  /**
   * Lays those that lie alone side by side; what was joined before stays where it is, as another
   * portrait asks for it too.
   */
  static void join(List<Strip> strips) {
    for (boolean whole : new boolean[] {true, false}) {
      List<Strip> some = new ArrayList<>();
      int columns = 0;
      for (Strip each : strips) {
        if (each.isAlone() && each.lie.block().isWhole() == whole) {
          if (columns + each.width > JOINED) {
            lay(some);
            some.clear();
            columns = 0;
          }
          some.add(each);
          columns += each.width;
        }
      }
      lay(some);
    }
  }

  private static void lay(List<Strip> strips) {
    if (strips.size() < 2) {
      return;
    }
    Block joined = Block.join(strips.stream().map(each -> each.lie.block()).toList());
    int from = 0;
    for (Strip each : strips) {
      each.lie = new Lie(joined, from);
      from += each.width;
    }
  }
}
