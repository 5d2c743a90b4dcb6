package fr.passerelle.catalog.study.search;

import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.territory.Territories;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A study made ready to be filtered, counted and compared.
 *
 * @param study the study
 * @param values values of each facet
 * @param title distinct stems of its title
 * @param text distinct stems of its abstract
 */
record Row(Study study, Map<Facet, List<String>> values, Set<String> title, Set<String> text) {

  static Row of(Study study, Territories territories) {
    Map<Facet, List<String>> values = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      values.put(facet, facet.values(study, territories).stream().map(String::intern).toList());
    }
    return new Row(
        study,
        values,
        Stems.distinct(study.title()),
        Stems.distinct(study.content().abstractText()));
  }

  List<String> values(Facet facet) {
    return values.getOrDefault(facet, List.of());
  }

  /** Whether every filter is met by one of its values. */
  boolean meets(StudyQuery query) {
    for (var filter : query.filters().entrySet()) {
      if (values(filter.getKey()).stream().noneMatch(filter.getValue()::contains)) {
        return false;
      }
    }
    return true;
  }
}
