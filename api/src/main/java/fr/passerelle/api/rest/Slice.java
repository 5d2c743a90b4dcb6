package fr.passerelle.api.rest;

import fr.passerelle.api.http.Cursors;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list that is in the order of its keys.
 *
 * @param items the part
 * @param total how many there are in all
 * @param last key of the last item of the part; null where nothing follows
 * @param before key after which the part before begins, empty where that is the first; null where
 *     nothing precedes
 */
record Slice<T>(List<T> items, int total, @Nullable String last, @Nullable String before) {

  /** The part of that size after that key; empty for the first. */
  static <T> Slice<T> of(List<T> all, Function<T, String> key, String after, int size) {
    int start = (int) all.stream().filter(each -> key.apply(each).compareTo(after) <= 0).count();
    int end = Math.min(all.size(), start + size);
    return new Slice<>(
        all.subList(start, end),
        all.size(),
        end < all.size() ? key.apply(all.get(end - 1)) : null,
        before(all, key, start, size));
  }

  private static <T> @Nullable String before(
      List<T> all, Function<T, String> key, int start, int size) {
    if (start == 0) {
      return null;
    }
    return start <= size ? "" : key.apply(all.get(start - size - 1));
  }

  /** Cursor of the part that follows; null on the last one. */
  @Nullable String next(Cursors cursors, String list) {
    return last == null ? null : cursors.sign(list, last);
  }

  /** Cursor of the part before: empty for the first part, null on it. */
  @Nullable String previous(Cursors cursors, String list) {
    return previous(cursors, list, before);
  }

  /** The same of a key known otherwise. */
  static @Nullable String previous(Cursors cursors, String list, @Nullable String before) {
    return before == null || before.isEmpty() ? before : cursors.sign(list, before);
  }
}
