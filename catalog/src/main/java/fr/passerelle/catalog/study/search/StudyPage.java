package fr.passerelle.catalog.study.search;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page of what was found.
 *
 * @param hits the studies of the page
 * @param total how many there are on all pages
 * @param next place to go on from; empty on the last page
 * @param before the same for the page before, empty text where that is the first; empty on it
 * @param relaxed whether nothing holds all the words, so that these hold most of them only
 * @param facets how all that was found is spread: values, the most frequent first
 */
public record StudyPage(
    List<StudyHit> hits,
    int total,
    String next,
    Optional<String> before,
    boolean relaxed,
    Map<Facet, List<Count>> facets) {
  public StudyPage {
    hits = List.copyOf(hits);
    facets = Map.copyOf(facets);
  }

  /**
   * A value of a facet.
   *
   * @param value the value
   * @param count how many studies have it
   */
  public record Count(String value, int count) {
    static final Comparator<Count> MOST_FIRST =
        Comparator.comparingInt(Count::count).reversed().thenComparing(Count::value);
  }
}
