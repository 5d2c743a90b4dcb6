package fr.passerelle.api.rest;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list that is in the order of its keys.
 *
 * @param items the part
 * @param total how many there are in all
 * @param last key of the last item of the part; null where nothing follows
 */
record Slice<T>(List<T> items, int total, @Nullable String last) {

  /** The part of that size after that key; empty for the first. */
  static <T> Slice<T> of(List<T> all, Function<T, String> key, String after, int size) {
    List<T> rest = all.stream().filter(each -> key.apply(each).compareTo(after) > 0).toList();
    List<T> items = rest.stream().limit(size).toList();
    return new Slice<>(items, all.size(), rest.size() > size ? key.apply(items.getLast()) : null);
  }
}
