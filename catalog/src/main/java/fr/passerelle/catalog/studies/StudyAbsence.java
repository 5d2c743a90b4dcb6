package fr.passerelle.catalog.studies;

import fr.passerelle.catalog.study.search.Facet;
import fr.passerelle.catalog.study.search.StudyQuery;
import fr.passerelle.vocab.service.Absence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Why a search of studies finds nothing that the reader may see. */
public final class StudyAbsence {
  private StudyAbsence() {}

  /**
   * The reason, and what would be found with one filter less.
   *
   * @param query a search that finds nothing
   * @param today the day, on which it depends what is late
   */
  public static Absence of(CatalogueView view, StudyQuery query, LocalDate today) {
    if (view.list().isEmpty()) {
      return Absence.of(Absence.Reason.NONE_PUBLISHED);
    }
    StudyQuery words = query.filtered(Map.of()).lateOnly(false);
    if (!query.text().isEmpty() && found(view, words, today) == 0) {
      return Absence.of(Absence.Reason.NOT_FOUND);
    }
    List<String> without = new ArrayList<>();
    for (Map.Entry<String, StudyQuery> each : less(query).entrySet()) {
      int total = found(view, each.getValue(), today);
      if (total > 0) {
        without.add("sans %s %d".formatted(each.getKey(), total));
      }
    }
    return new Absence(
        Absence.Reason.FILTERED,
        without.isEmpty() ? "il faut en enlever plusieurs" : String.join(", ", without));
  }

  private static int found(CatalogueView view, StudyQuery query, LocalDate today) {
    return view.search(query.page(1, ""), today).total();
  }

  /** The search without one of its parts, by the name of that part. */
  private static Map<String, StudyQuery> less(StudyQuery query) {
    Map<String, StudyQuery> less = new LinkedHashMap<>();
    for (Facet facet : Facet.values()) {
      if (query.filters().containsKey(facet)) {
        Map<Facet, Set<String>> others = new EnumMap<>(Facet.class);
        others.putAll(query.filters());
        others.remove(facet);
        less.put(facet.id(), query.filtered(others));
      }
    }
    if (query.late()) {
      less.put("late", query.lateOnly(false));
    }
    if (!query.text().isEmpty()) {
      less.put("q", query.of(""));
    }
    return less;
  }
}
