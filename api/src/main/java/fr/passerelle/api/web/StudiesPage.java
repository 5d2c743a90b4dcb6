package fr.passerelle.api.web;

import fr.passerelle.api.study.StudyAddress;
import fr.passerelle.api.study.StudyLabels;
import fr.passerelle.catalog.citation.CitationFormat;
import fr.passerelle.catalog.study.search.Facet;
import fr.passerelle.catalog.study.search.StudyHit;
import fr.passerelle.catalog.study.search.StudyPage.Count;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of studies that were searched for.
 *
 * @param t words of the page
 * @param asked what is asked for
 * @param found what was found
 * @param next address of the next page; empty on the last one
 * @param labels what codes stand for
 * @param today the day, on which it depends what is late
 * @param feeds feeds of the same
 */
record StudiesPage(
    Texts t,
    StudyAddress asked,
    fr.passerelle.catalog.study.search.StudyPage found,
    String next,
    StudyLabels labels,
    LocalDate today,
    List<FeedLink> feeds) {
  private static final int MOST_VALUES = 8;
  private static final List<Facet> SHOWN =
      List.of(
          Facet.STATUS,
          Facet.THEME,
          Facet.TERRITORY,
          Facet.PRODUCER,
          Facet.KIND,
          Facet.YEAR,
          Facet.SERIES);

  /**
   * Ways to narrow by one facet.
   *
   * @param title what it is
   * @param values its values
   */
  record Group(String title, List<SearchPage.Facet> values) {}

  /**
   * A filter that is on.
   *
   * @param text what it keeps
   * @param path address of the list without it
   */
  record Active(String text, String path) {}

  List<Group> groups() {
    return SHOWN.stream()
        .map(facet -> new Group(t.get("study.facet." + facet.id()), values(facet)))
        .filter(group -> !group.values().isEmpty())
        .toList();
  }

  private List<SearchPage.Facet> values(Facet facet) {
    Set<String> on = values(asked.value(facet.id())).collect(Collectors.toSet());
    List<Count> counts = found.facets().getOrDefault(facet, List.of());
    // A value that all have narrows nothing.
    Stream<Count> useful =
        counts.stream()
            .filter(each -> each.count() < found.total() || on.contains(each.value()))
            .limit(MOST_VALUES);
    return useful
        .map(each -> {
          boolean active = on.contains(each.value());
          return new SearchPage.Facet(
              label(facet, each.value()),
              each.count(),
              asked.with(facet.id(), active ? "" : each.value()).at(StudyAddress.LIST),
              active);
        })
        .toList();
  }

  private static Stream<String> values(String filter) {
    return Stream.of(filter.split(",", -1)).map(String::strip).filter(each -> !each.isEmpty());
  }

  private String label(Facet facet, String value) {
    return switch (facet) {
      case KIND, STATUS, SCALE -> t.get("study." + facet.id() + "." + value);
      case LANGUAGE -> t.language(value);
      case THEME, TERRITORY, PRODUCER, YEAR, SERIES, SUBJECT -> labels.of(facet, value);
    };
  }

  List<Active> active() {
    List<Active> active = new ArrayList<>();
    for (var filter : asked.filters().entrySet()) {
      String without = asked.with(filter.getKey(), "").at(StudyAddress.LIST);
      Facet.find(filter.getKey())
          .ifPresent(facet ->
              active.add(
                  new Active(
                      values(filter.getValue())
                          .map(value -> label(facet, value))
                          .collect(Collectors.joining(", ")),
                      without)));
      if (filter.getKey().equals("late") && filter.getValue().equals("true")) {
        active.add(new Active(t.get("study.late"), without));
      }
    }
    return active;
  }

  List<StudyHit> hits() {
    return found.hits();
  }

  StudyLine line(StudyHit hit) {
    return StudyLine.of(hit.study(), labels, today, t);
  }

  /** Where the words were met, where the title does not show it. */
  String matched(StudyHit hit) {
    boolean shown = hit.matched().field().isEmpty() || hit.matched().field().equals("title");
    return shown ? "" : hit.matched().text();
  }

  CitationFormat[] formats() {
    return CitationFormat.values();
  }

  String cited(CitationFormat format) {
    String list = asked.at("/api/v1/studies");
    return list + (list.contains("?") ? "&" : "?") + "limit=100&format=" + format.id();
  }
}
