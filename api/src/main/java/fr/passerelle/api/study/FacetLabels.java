package fr.passerelle.api.study;

import fr.passerelle.catalog.study.search.Facet;
import fr.passerelle.catalog.study.search.StudyPage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values of facets with what they stand for.
 *
 * @param labels what codes stand for
 */
record FacetLabels(StudyLabels labels) {
  private static final int MOST = 100;

  static FacetLabels of(StudyViews views) {
    return new FacetLabels(
        StudyLabels.of(
            views.catalogue(),
            views.snapshot(),
            views.instance().profile().themes(),
            views.lang()));
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
                  new StudyLists.CountView(
                      each.value(), labels.of(facet, each.value()), each.count()))
              .toList());
    }
    return all;
  }
}
