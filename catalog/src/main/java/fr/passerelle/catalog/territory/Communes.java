package fr.passerelle.catalog.territory;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.stream.IntStream;

/**
 * A set of communes of the reference vintage, by their places in the order of codes: immutable,
 * sorted, made for loops over figures in commune order.
 */
public final class Communes {
  /** No commune. */
  public static final Communes NONE = new Communes(new int[0]);

  /** Sorted, each once; never shown to anyone who could change it. */
  private final int[] places;

  private Communes(int[] places) {
    this.places = places;
  }

  /** Those places, in any order, repeated or not. */
  public static Communes of(int... places) {
    int[] sorted = places.clone();
    Arrays.sort(sorted);
    if (sorted.length > 0 && sorted[0] < 0) {
      throw new IllegalArgumentException("no place: " + sorted[0]);
    }
    int count = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[count++] = sorted[i];
      }
    }
    return new Communes(count == sorted.length ? sorted : Arrays.copyOf(sorted, count));
  }

  /** The places that are set. */
  public static Communes of(BitSet places) {
    return new Communes(places.stream().toArray());
  }

  /** All places below that number. */
  static Communes first(int count) {
    return new Communes(IntStream.range(0, count).toArray());
  }

  /** What any of the sets holds. */
  public static Communes union(Collection<Communes> sets) {
    BitSet all = new BitSet();
    for (Communes each : sets) {
      for (int place : each.places) {
        all.set(place);
      }
    }
    return of(all);
  }

  /** How many there are. */
  public int size() {
    return places.length;
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return places.length == 0;
  }

  /** The place at that rank, ranks from 0 in the order of codes. */
  public int at(int rank) {
    return places[rank];
  }

  /** Whether the commune is one of them. */
  public boolean contains(int place) {
    return Arrays.binarySearch(places, place) >= 0;
  }

  /** Whether all of the others are among them. */
  public boolean containsAll(Communes others) {
    return countCommon(others) == others.size();
  }

  /** How many are in both. */
  public int countCommon(Communes others) {
    int count = 0;
    int i = 0;
    int j = 0;
    while (i < places.length && j < others.places.length) {
      int order = Integer.compare(places[i], others.places[j]);
      count += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return count;
  }

  /** Those of either. */
  public Communes union(Communes others) {
    BitSet all = toBitSet();
    all.or(others.toBitSet());
    return of(all);
  }

  /** Those of both. */
  public Communes intersection(Communes others) {
    BitSet all = toBitSet();
    all.and(others.toBitSet());
    return of(all);
  }

  /** These without the others. */
  public Communes minus(Communes others) {
    BitSet all = toBitSet();
    all.andNot(others.toBitSet());
    return of(all);
  }

  /** The places in order; a copy. */
  public int[] toArray() {
    return places.clone();
  }

  /** The places as bits; a copy. */
  public BitSet toBitSet() {
    BitSet bits = new BitSet(places.length == 0 ? 0 : places[places.length - 1] + 1);
    for (int place : places) {
      bits.set(place);
    }
    return bits;
  }

  /** The places in order. */
  public IntStream stream() {
    return Arrays.stream(places);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Communes set && Arrays.equals(places, set.places);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(places);
  }

  @Override
  public String toString() {
    return places.length + " communes";
  }
}
