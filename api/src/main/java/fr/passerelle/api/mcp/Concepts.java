package fr.passerelle.api.mcp;

import fr.passerelle.api.Instance;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.release.Snapshot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Concepts of one snapshot as short items, in one language.
 *
 * @param snapshot what is published
 * @param instance this installation
 * @param lang language of labels
 */
record Concepts(Snapshot snapshot, Instance instance, String lang) {

  /** The concept of that name, if it is published. */
  Optional<Map<String, Object>> item(ConceptRef ref) {
    return snapshot.find(ref).map(this::item);
  }

  Map<String, Object> item(Concept concept) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("vocab", concept.ref().scheme());
    item.put("code", concept.code());
    item.put("label", concept.prefLabel(lang));
    item.put("type", concept.type().id());
    item.put("uri", uri(concept.ref()));
    return item;
  }

  String line(Concept concept) {
    return "%s/%s %s (%s)"
        .formatted(
            concept.ref().scheme(),
            concept.code(),
            concept.prefLabel(lang),
            concept.type().id().replace('-', ' '));
  }

  /** A scheme that is not published here is a national one: a region's own always is. */
  String uri(ConceptRef ref) {
    Edition edition =
        snapshot
            .findScheme(ref.scheme())
            .map(scheme -> scheme.release().release().edition())
            .orElse(Edition.ROME_4);
    return instance.uris().concept(edition, ref);
  }
}
