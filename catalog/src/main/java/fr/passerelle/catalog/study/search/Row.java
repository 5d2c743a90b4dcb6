package fr.passerelle.catalog.study.search;

import fr.passerelle.catalog.study.PartialDate;
import fr.passerelle.catalog.study.Sight;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.territory.Territories;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A study made ready to be filtered, counted and compared.
 *
 * @param study the study
 * @param sight who sees it
 * @param date text in the order of dates; empty for none
 * @param values values of each facet
 * @param words words of its title by their stems, in order
 * @param text distinct stems of its abstract
 */
record Row(
    Study study,
    Sight sight,
    String date,
    Map<Facet, List<String>> values,
    Map<String, String> words,
    Set<String> text) {

  static Row of(Study study, Territories territories) {
    return of(study, Stems.of(study.content()), territories);
  }

  static Row of(Study study, Stems stems, Territories territories) {
    Map<Facet, List<String>> values = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      values.put(facet, facet.values(study, territories).stream().map(String::intern).toList());
    }
    return new Row(
        study,
        study.sight(),
        study.date().map(PartialDate::exact).orElse(""),
        values,
        stems.words(),
        stems.distinct());
  }

  /** Distinct stems of its title. */
  Set<String> title() {
    return words.keySet();
  }

  List<String> values(Facet facet) {
    return values.getOrDefault(facet, List.of());
  }

  /** Whether every filter is met by one of its values. */
  boolean meets(StudyQuery query) {
    for (var filter : query.filters().entrySet()) {
      if (Collections.disjoint(values(filter.getKey()), filter.getValue())) {
        return false;
      }
    }
    return true;
  }
}
