package fr.passerelle.api.linkeddata.sparql.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A set of triples in three orders; whatever is known of a triple, those that fit lie side by side
 * in one of them. Eight bytes a triple and order; the second and third are made when first needed.
 */
final class TripleIndex {
  private final long[] spo;
  private volatile long @Nullable [] pos;
  private volatile long @Nullable [] osp;

  private TripleIndex(long[] spo) {
    this.spo = spo;
  }

  /** The triples of those keys of {@link Order#SPO}, unsorted; the array is taken over. */
  static TripleIndex of(long[] keys) {
    Arrays.sort(keys);
    int kept = 0;
    for (int i = 0; i < keys.length; i++) {
      if (i == 0 || keys[i] != keys[i - 1]) {
        keys[kept++] = keys[i];
      }
    }
    return new TripleIndex(kept == keys.length ? keys : Arrays.copyOf(keys, kept));
  }

  /** All triples of those indexes, each once. */
  static TripleIndex union(Iterable<TripleIndex> parts) {
    int size = 0;
    for (TripleIndex each : parts) {
      size = Math.addExact(size, each.spo.length);
    }
    long[] all = new long[size];
    int at = 0;
    for (TripleIndex each : parts) {
      System.arraycopy(each.spo, 0, all, at, each.spo.length);
      at += each.spo.length;
    }
    return of(all);
  }

  /** How many triples there are. */
  int size() {
    return spo.length;
  }

  boolean contains(int s, int p, int o) {
    return Arrays.binarySearch(spo, Order.SPO.key(s, p, o)) >= 0;
  }

  /** The triples that fit; {@link Dictionary#NONE} stands for any node. */
  Range find(int s, int p, int o) {
    boolean hasS = s != Dictionary.NONE;
    boolean hasP = p != Dictionary.NONE;
    boolean hasO = o != Dictionary.NONE;
    Order order = hasO && !hasP ? Order.OSP : hasS ? Order.SPO : hasP ? Order.POS : Order.SPO;
    long[] keys = keys(order);
    if (!hasS && !hasP && !hasO) {
      return new Range(order, keys, 0, keys.length);
    }
    long low = order.key(Math.max(s, 0), Math.max(p, 0), Math.max(o, 0));
    long high = low + (1L << order.free(hasS, hasP, hasO));
    return new Range(order, keys, from(keys, low), from(keys, high));
  }

  /** Place of the first key that is not below. */
  private static int from(long[] keys, long key) {
    int found = Arrays.binarySearch(keys, key);
    return found < 0 ? -found - 1 : found;
  }

  private long[] keys(Order order) {
    return switch (order) {
      case SPO -> spo;
      case POS -> {
        long[] made = pos;
        if (made == null) {
          made = sorted(Order.POS);
          pos = made;
        }
        yield made;
      }
      case OSP -> {
        long[] made = osp;
        if (made == null) {
          made = sorted(Order.OSP);
          osp = made;
        }
        yield made;
      }
    };
  }

  /** Two that need it at once make it twice, and one is thrown away. */
  private long[] sorted(Order order) {
    long[] keys = new long[spo.length];
    for (int i = 0; i < keys.length; i++) {
      long key = spo[i];
      keys[i] = order.key(Order.SPO.subject(key), Order.SPO.predicate(key), Order.SPO.object(key));
    }
    Arrays.sort(keys);
    return keys;
  }

  /** Triples side by side in an order. */
  @SuppressWarnings(
      "ArrayRecordComponent") // a view of an array that nobody changes, never compared
  record Range(Order order, long[] keys, int from, int to) {
    int size() {
      return to - from;
    }
  }
}
