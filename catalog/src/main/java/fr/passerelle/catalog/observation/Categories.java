package fr.passerelle.catalog.observation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a value is cut by beside territory and period: the code of a category by the name of its
 * dimension, in the order of these.
 *
 * @param values code by dimension; empty for the whole
 */
public record Categories(SortedMap<String, String> values) implements Comparable<Categories> {
  /** The whole, not cut. */
  public static final Categories WHOLE = new Categories(new TreeMap<>());

  public Categories {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** Those codes by their dimensions. */
  public static Categories of(Map<String, String> values) {
    return values.isEmpty() ? WHOLE : new Categories(new TreeMap<>(values));
  }

  /** Whether nothing is cut. */
  public boolean isWhole() {
    return values.isEmpty();
  }

  /** Whether these are those, cut by one dimension more or several. */
  public boolean cuts(Categories others) {
    return values.size() > others.values.size()
        && values.entrySet().containsAll(others.values.entrySet());
  }

  /**
   * The categories so written.
   *
   * @see #toString
   */
  public static Optional<Categories> parse(String text) {
    Map<String, String> values = new TreeMap<>();
    for (String each : text.isEmpty() ? List.<String>of() : List.of(text.split(",", -1))) {
      int mark = each.indexOf('=');
      if (mark <= 0 || values.put(each.substring(0, mark), each.substring(mark + 1)) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(of(values));
  }

  /** The same text for the same categories: {@code niveau=IV,sexe=F}. */
  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining(","));
  }

  /** Most are the whole: looked up for each of the thousands of cells of a portrait. */
  @Override
  public int hashCode() {
    return values.isEmpty() ? 0 : values.hashCode();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Categories that && values.equals(that.values));
  }

  @Override
  public int compareTo(Categories other) {
    if (this == other) {
      return 0;
    }
    return toString().compareTo(other.toString());
  }
}
