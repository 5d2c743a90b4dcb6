package fr.passerelle.catalog.study.search;

import fr.passerelle.catalog.study.Reader;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Which studies may answer a question, whatever its words: those that its reader sees and that have
 * one of the values asked for in each facet that it names.
 *
 * @param wanted the facets it names
 * @param late whether only those that should be there and are not
 * @param reader who asks
 * @param today the day, on which it depends what is late
 */
record StudyFilter(List<Wanted> wanted, boolean late, Reader reader, LocalDate today) {

  /** Values asked for in a facet, by their numbers; none where no study has any of them. */
  private static final class Wanted {
    private final Facet facet;
    private final int[] numbers;

    Wanted(Facet facet, int[] numbers) {
      this.facet = facet;
      this.numbers = numbers;
    }

    boolean meets(Row row) {
      for (int has : row.numbers(facet)) {
        for (int asked : numbers) {
          if (has == asked) {
            return true;
          }
        }
      }
      return false;
    }
  }

  static StudyFilter of(StudyQuery query, FacetValues values, Reader reader, LocalDate today) {
    List<Wanted> wanted =
        query.filters().entrySet().stream()
            .map(each -> wanted(each.getKey(), each.getValue(), values))
            .toList();
    return new StudyFilter(wanted, query.late(), reader, today);
  }

  private static Wanted wanted(Facet facet, Set<String> asked, FacetValues values) {
    return new Wanted(facet, values.known(facet, asked.stream()));
  }

  boolean lets(Row row) {
    for (Wanted each : wanted) {
      if (!each.meets(row)) {
        return false;
      }
    }
    return reader.sees(row.sight()) && (!late || row.study().isLate(today));
  }
}
