package fr.passerelle.catalog.study.search;

import fr.passerelle.catalog.study.PartialDate;
import fr.passerelle.catalog.study.Sight;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.territory.Territories;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * A study made ready to be filtered, counted and compared.
 *
 * @param study the study
 * @param sight who sees it
 * @param date text in the order of dates; empty for none
 * @param numbers numbers of its values in each facet, see {@link FacetValues}; none where it is
 *     only compared
 * @param words words of its title by their stems, in order
 * @param text distinct stems of its abstract
 */
record Row(
    Study study,
    Sight sight,
    String date,
    Map<Facet, int[]> numbers,
    Map<String, String> words,
    Set<String> text) {

  private static final int[] NONE = {};

  /** A study to be compared, which no filter or count meets. */
  static Row of(Study study) {
    return of(study, Stems.of(study.content()), Map.of());
  }

  static Row of(Study study, Stems stems, Territories territories, FacetValues known) {
    Map<Facet, int[]> numbers = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      numbers.put(facet, known.numbers(facet, facet.values(study, territories)));
    }
    return of(study, stems, numbers);
  }

  private static Row of(Study study, Stems stems, Map<Facet, int[]> numbers) {
    return new Row(
        study,
        study.sight(),
        study.date().map(PartialDate::exact).orElse(""),
        numbers,
        stems.words(),
        stems.distinct());
  }

  /** Distinct stems of its title. */
  Set<String> title() {
    return words.keySet();
  }

  /** Numbers of its values in a facet. */
  int[] numbers(Facet facet) {
    return numbers.getOrDefault(facet, NONE);
  }
}
