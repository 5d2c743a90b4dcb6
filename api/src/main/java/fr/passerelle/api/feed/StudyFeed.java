package fr.passerelle.api.feed;

import fr.passerelle.api.Instance;
import fr.passerelle.api.study.References;
import fr.passerelle.api.study.StudyLabels;
import fr.passerelle.catalog.study.Document;
import fr.passerelle.catalog.study.PartialDate;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyNames;
import fr.passerelle.catalog.study.StudyStatus;
import fr.passerelle.catalog.study.search.Facet;
import fr.passerelle.catalog.study.search.StudyHit;
import fr.passerelle.catalog.study.search.StudyPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

  AtomFeed feed(StudyPage page, AtomFeed.Place place) {
    // What holds some of the words only is no news of a search.
    List<Study> studies =
        page.relaxed() ? List.of() : page.hits().stream().map(StudyHit::study).toList();
    return new AtomFeed(
        place.first(),
        title(),
        updated(studies),
        instance.profile().licence().label(),
        instance.profile().publisher().name(),
        instance.address() + "/etudes" + (query.isEmpty() ? "" : "?" + query),
        place,
        studies.stream().map(this::entry).toList());
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
  private Instant updated(List<Study> studies) {
    List<Study> told = studies.isEmpty() ? labels.catalogue().list() : studies;
    return told.stream().map(Study::modified).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
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
