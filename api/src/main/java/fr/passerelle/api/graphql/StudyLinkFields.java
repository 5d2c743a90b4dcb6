package fr.passerelle.api.graphql;

import fr.passerelle.api.study.StudyAddress;
import fr.passerelle.catalog.dataset.IndicatorRecords;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.search.Facet;
import fr.passerelle.catalog.study.search.StudyQuery;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.service.Absence;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Studies from what they are about, as far as the bearer of the request sees them. */
final class StudyLinkFields {
  private StudyLinkFields() {}

  static List<Fields<?>> all() {
    return List.of(
        ConnectionFields.connection("CitingStudyConnection"),
        ConnectionFields.edge("CitingStudyEdge").part("node", Connection.Edge::item));
  }

  /** Those that cite a concept, or that are of a theme. */
  static Object of(Concept concept, Call call) {
    boolean theme = concept.ref().scheme().equals(call.view().desk().profile().themes());
    return about(
        call,
        theme ? Facet.THEME : Facet.SUBJECT,
        theme ? concept.code() : concept.ref().toString(),
        Absence.of(Absence.Reason.NONE_MADE));
  }

  /** Those about a territory or a part of it. */
  static Object of(Territory territory, Call call) {
    return about(
        call,
        Facet.TERRITORY,
        territory.toString(),
        new Absence(Absence.Reason.NONE_PUBLISHED, "sur ce territoire"));
  }

  private static Object about(Call call, Facet facet, String value, Absence none) {
    return StudySearchFields.found(
        call,
        StudyQuery.ALL.with(facet, Set.of(value)),
        new StudyAddress(Map.of()).with(facet.id(), value),
        () -> none);
  }

  /** Those that say that they use an indicator, in the order of their records. */
  static Object of(IndicatorFields.Seen seen, Call call) {
    List<Study> using =
        StudyFields.catalogue(call).list().stream().filter(each -> uses(each, seen, call)).toList();
    return Connection.named(
        call,
        using,
        each -> each.id().value(),
        () -> new Absence(Absence.Reason.NONE_PUBLISHED, "qui dise utiliser cet indicateur"));
  }

  private static boolean uses(Study study, IndicatorFields.Seen seen, Call call) {
    return study.content().relations().indicators().stream()
        .anyMatch(word -> IndicatorRecords.isMeant(call.view().uris(), seen.indicator(), word));
  }
}
