package fr.passerelle.api.study;

import fr.passerelle.catalog.study.search.Facet;
import fr.passerelle.catalog.study.search.StudyPage;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.vocab.ConceptRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Values of facets with what they stand for.
 *
 * @param views how codes are shown
 * @param series titles of series, by their words
 */
record FacetLabels(StudyViews views, Map<String, String> series) {
  private static final int MOST = 100;

  static FacetLabels of(StudyViews views) {
    return new FacetLabels(
        views,
        views.catalogue().series().stream()
            .collect(Collectors.toMap(each -> each.key(), each -> each.title())));
  }

  /** The most frequent values of each facet. */
  Map<String, List<StudyLists.CountView>> of(Map<Facet, List<StudyPage.Count>> facets) {
    Map<String, List<StudyLists.CountView>> all = new LinkedHashMap<>();
    for (Facet facet : Facet.values()) {
      all.put(
          facet.id(),
          facets.getOrDefault(facet, List.of()).stream()
              .limit(MOST)
              .map(each ->
                  new StudyLists.CountView(each.value(), label(facet, each.value()), each.count()))
              .toList());
    }
    return all;
  }

  private String label(Facet facet, String value) {
    return switch (facet) {
      case THEME -> views.named(new ConceptRef(views.instance().profile().themes(), value)).label();
      case TERRITORY ->
          Territory.parse(value)
              .map(each -> views.catalogue().territories().name(each))
              .orElse(value);
      case PRODUCER -> views.catalogue().producers().name(value, views.lang());
      case SERIES -> series.getOrDefault(value, value);
      case SUBJECT -> {
        int slash = value.indexOf('/');
        yield views
            .named(new ConceptRef(value.substring(0, slash), value.substring(slash + 1)))
            .label();
      }
      case KIND, STATUS, YEAR, SCALE, LANGUAGE -> value;
    };
  }
}
