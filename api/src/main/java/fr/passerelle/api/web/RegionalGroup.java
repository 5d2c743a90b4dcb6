package fr.passerelle.api.web;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.service.Regional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one region adds to a concept, on the concept's page.
 *
 * @param author who says it
 * @param source the region's release
 * @param items all of it
 */
record RegionalGroup(String author, Source source, List<Regional> items) {

  static List<RegionalGroup> of(Snapshot snapshot, Concept concept) {
    Map<PublishedRelease, List<Regional>> byRelease =
        Regional.of(snapshot, concept).stream()
            .collect(
                Collectors.groupingBy(Regional::release, LinkedHashMap::new, Collectors.toList()));
    return byRelease.entrySet().stream()
        .map(each ->
            new RegionalGroup(
                each.getValue().getFirst().author().name(),
                Source.of(each.getKey()),
                each.getValue()))
        .toList();
  }

  /** Page of what is added; empty where it has none here. */
  static String path(Regional regional) {
    return regional
        .variant()
        .map(variant -> Anchor.path(variant.ref()))
        .or(() -> regional.collection().map(CollectionPage::path))
        .orElse("");
  }
}
