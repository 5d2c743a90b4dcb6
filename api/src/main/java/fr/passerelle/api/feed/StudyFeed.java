package fr.passerelle.api.feed;

import fr.passerelle.api.Instance;
import fr.passerelle.api.study.References;
import fr.passerelle.api.study.StudyLabels;
import fr.passerelle.catalog.dataset.StudyLog;
import fr.passerelle.catalog.dataset.Subset;
import fr.passerelle.catalog.study.Document;
import fr.passerelle.catalog.study.PartialDate;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyNames;
import fr.passerelle.catalog.study.StudyStatus;
import fr.passerelle.catalog.study.search.Facet;
import fr.passerelle.catalog.study.search.StudyHit;
import fr.passerelle.catalog.study.search.StudyPage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Studies that were searched for as a feed: one entry each, under its lasting name, the one of
 * which the record changed last first. A study that is no more is not in it.
 *
 * @param instance this installation
 * @param labels what codes stand for, and the catalogue as the reader sees it
 * @param filters what is asked for, by parameter
 * @param query the same as an address says it
 */
record StudyFeed(Instance instance, StudyLabels labels, Map<String, String> filters, String query) {
  private static final int LONGEST_SUMMARY = 1_000;
  private static final int MOST_GONE = 50;

  AtomFeed feed(StudyPage page, AtomFeed.Place place) {
    // What holds some of the words only is no news of a search.
    List<Study> studies =
        page.relaxed()
            ? List.of()
            : page.hits().stream()
                .map(StudyHit::study)
                .filter(study -> study.status() != StudyStatus.WITHDRAWN)
                .toList();
    // On the first page only, which is the one that is read again.
    List<AtomFeed.Tombstone> gone = place.cursor() == null ? gone() : List.of();
    return new AtomFeed(
        place.first(),
        title(),
        updated(studies, gone),
        "%s, catalogue des études, %s, %s"
            .formatted(
                instance.profile().publisher().name(),
                LocalDate.ofInstant(updated(studies, gone), ZoneOffset.UTC),
                instance.profile().licence().label()),
        instance.profile().publisher().name(),
        instance.address() + "/etudes" + (query.isEmpty() ? "" : "?" + query),
        place,
        studies.stream().map(this::entry).toList(),
        gone);
  }

  /**
   * What left the feed last: withdrawn, deleted or hidden from this reader since. Of what is asked
   * for, themes and producers tell what cannot have been in it; a name that a reader never had
   * means nothing to it.
   */
  private List<AtomFeed.Tombstone> gone() {
    StudyNames names = new StudyNames(instance.uris());
    Set<String> themes = asked(Facet.THEME);
    Set<String> producers = asked(Facet.PRODUCER);
    return StudyLog.of(labels.catalogue(), Subset.STUDIES).lives().stream()
        .filter(StudyLog.Life::isOver)
        .filter(life -> themes.isEmpty() || !Collections.disjoint(themes, life.themes()))
        .filter(life -> producers.isEmpty() || !Collections.disjoint(producers, life.producers()))
        .map(life ->
            new AtomFeed.Tombstone(
                names.study(life.study()),
                life.last().at(),
                labels.catalogue().find(life.study()).isPresent()
                    ? "Retirée par son producteur."
                    : ""))
        .sorted(Comparator.comparing(AtomFeed.Tombstone::when).reversed())
        .limit(MOST_GONE)
        .toList();
  }

  /** Codes without scheme, as they are kept of the past. */
  private Set<String> asked(Facet facet) {
    return Arrays.stream(filters.getOrDefault(facet.id(), "").split(",", -1))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .map(each -> each.substring(each.indexOf('/') + 1))
        .collect(Collectors.toUnmodifiableSet());
  }

  private String title() {
    String asked =
        filters.entrySet().stream()
            .map(each ->
                Facet.find(each.getKey())
                    .map(facet -> label(facet, each.getValue()))
                    .orElse(each.getKey().equals("late") ? "en retard" : each.getValue()))
            .collect(Collectors.joining(", "));
    return asked.isEmpty() ? "Études" : "Études : " + asked;
  }

  private String label(Facet facet, String values) {
    return List.of(values.split(",", -1)).stream()
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .map(value -> labels.of(facet, value))
        .collect(Collectors.joining(" ou "));
  }

  /** The feed of nothing changed when the catalogue last did. */
  private Instant updated(List<Study> studies, List<AtomFeed.Tombstone> gone) {
    List<Study> told = studies.isEmpty() ? labels.catalogue().list() : studies;
    return Stream.concat(
            told.stream().map(Study::modified), gone.stream().map(AtomFeed.Tombstone::when))
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private AtomFeed.Entry entry(Study study) {
    StudyNames names = new StudyNames(instance.uris());
    return new AtomFeed.Entry(
        names.study(study.id()),
        study.title(),
        Optional.of(study.created()),
        study.modified(),
        instance.address() + "/doc/study/" + study.id(),
        summary(study),
        new References(labels.catalogue(), labels.snapshot(), names, labels.lang())
            .of(study)
            .signedBy(),
        study.themes().stream()
            .map(ref -> new AtomFeed.Tag(ref.toString(), labels.of(ref)))
            .toList(),
        study.content().reading().documents().stream().map(Document::url).toList());
  }

  /** Where it stands, then what it is about. */
  private static String summary(Study study) {
    List<String> parts = new ArrayList<>();
    String date = study.date().map(PartialDate::exact).map(" (%s)"::formatted).orElse("");
    StudyStatus status = study.status();
    parts.add(
        switch (status) {
          case REQUESTED, PLANNED, UNDER_WAY -> "À paraître" + date + ".";
          case PUBLISHED -> "Parue" + date + ".";
          case SUPERSEDED -> "Remplacée par une autre étude.";
          case WITHDRAWN -> "Retirée par son producteur.";
        });
    String text = study.content().abstractText();
    parts.add(text.length() > LONGEST_SUMMARY ? text.substring(0, LONGEST_SUMMARY) + "…" : text);
    return String.join(" ", parts).strip();
  }
}
