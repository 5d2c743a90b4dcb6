package fr.passerelle.catalog.study.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The values that studies have in each facet, each with a number: filters and counts go by numbers,
 * as a question may meet thousands of studies. A value keeps its number; one thread adds, any
 * number read.
 */
final class FacetValues {
  private final Map<Facet, Values> facets = new EnumMap<>(Facet.class);

  FacetValues() {
    for (Facet facet : Facet.values()) {
      facets.put(facet, new Values(new ConcurrentHashMap<>(), new ArrayList<>()));
    }
  }

  /** Numbers by value, and values by number; the list is guarded by itself. */
  private record Values(Map<String, Integer> numbers, List<String> names) {
    int number(String value) {
      return numbers.computeIfAbsent(value, this::add);
    }

    private int add(String value) {
      synchronized (names) {
        names.add(value);
        return names.size() - 1;
      }
    }

    String[] known() {
      synchronized (names) {
        return names.toArray(String[]::new);
      }
    }
  }

  /** Numbers of those values, which are added where they are new. */
  int[] numbers(Facet facet, List<String> values) {
    return values.stream().mapToInt(of(facet)::number).toArray();
  }

  /** Numbers of those values that any study has or had. */
  int[] known(Facet facet, Stream<String> values) {
    Map<String, Integer> numbers = of(facet).numbers();
    return values.map(numbers::get).filter(Objects::nonNull).mapToInt(Integer::intValue).toArray();
  }

  /** How often each value is counted, the most frequent first, those that are not left out. */
  List<StudyPage.Count> counts(Facet facet, Stream<Row> rows) {
    String[] names = of(facet).known();
    int[] counts = new int[names.length];
    rows.forEach(row -> {
      for (int number : row.numbers(facet)) {
        counts[number]++;
      }
    });
    List<StudyPage.Count> found = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        found.add(new StudyPage.Count(names[i], counts[i]));
      }
    }
    StudyPage.Count[] sorted = found.toArray(StudyPage.Count[]::new);
    Arrays.sort(sorted, StudyPage.Count.MOST_FIRST);
    return List.of(sorted);
  }

  private Values of(Facet facet) {
    return Objects.requireNonNull(facets.get(facet));
  }
}
