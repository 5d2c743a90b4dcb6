package fr.passerelle.catalog.study.search;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * What is asked of the catalogue.
 *
 * @param text words; empty for all studies
 * @param filters values of facets, of which a study has one at least, for each facet named
 * @param late whether only those that should be there and are not
 * @param sort order
 * @param limit most that a page holds
 * @param after place of the last study of the page before; empty for the first page
 */
public record StudyQuery(
    String text,
    Map<Facet, Set<String>> filters,
    boolean late,
    Sort sort,
    int limit,
    String after) {
  public StudyQuery {
    filters = Map.copyOf(filters);
  }

  /** All studies, the newest first, twenty a page. */
  public static final StudyQuery ALL = new StudyQuery("", Map.of(), false, Sort.DATE, 20, "");

  /** In which order studies are given. */
  public enum Sort {
    /** Best match first; the newest first where nothing is searched for. */
    RELEVANCE,
    /** The latest date first, those without date last. */
    DATE,
    /** In the order in which their records were made: the one to take a copy in. */
    NUMBER,
    /** The one of which the record changed last first: what changes moves to the beginning. */
    CHANGE
  }

  /** The same among those that have one of these values. */
  public StudyQuery with(Facet facet, Set<String> values) {
    Map<Facet, Set<String>> more = new EnumMap<>(Facet.class);
    more.putAll(filters);
    more.put(facet, Set.copyOf(values));
    return new StudyQuery(text, more, late, sort, limit, after);
  }

  /** The same with those filters alone. */
  public StudyQuery filtered(Map<Facet, Set<String>> others) {
    return new StudyQuery(text, others, late, sort, limit, after);
  }

  /** The same for those words. */
  public StudyQuery of(String words) {
    return new StudyQuery(words, filters, late, sort, limit, after);
  }

  /** The same, late ones only. */
  public StudyQuery lateOnly(boolean only) {
    return new StudyQuery(text, filters, only, sort, limit, after);
  }

  /** The same in that order. */
  public StudyQuery by(Sort order) {
    return new StudyQuery(text, filters, late, order, limit, after);
  }

  /** That page of the same. */
  public StudyQuery page(int size, String place) {
    return new StudyQuery(text, filters, late, sort, size, place);
  }
}
