package fr.passerelle.api.rest;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.service.Followed;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A published vocabulary.
 *
 * @param uri persistent name of the scheme
 * @param id identifier in addresses, e.g. {@code rome-4}
 * @param title French name
 * @param release release that is published
 * @param companionOf edition that this list comes with; null for an edition itself
 * @param conceptCount concepts in use, retired and referenced ones not counted
 * @param types how many there are of each type, in use
 * @param concepts address of its concepts
 * @param correspondences identifiers of the correspondences that its release states
 * @param releases address of its releases
 * @param feed address of the Atom feed of its changes
 * @param source producer, date, licence, citation
 */
@Serdeable
@Schema(name = "Vocab")
public record VocabView(
    String uri,
    String id,
    String title,
    String release,
    @Nullable String companionOf,
    int conceptCount,
    List<TypeCount> types,
    String concepts,
    List<String> correspondences,
    String releases,
    String feed,
    SourceView source) {

  /**
   * How many concepts there are of a type.
   *
   * @param type e.g. {@code fiche-metier}
   * @param label French name
   * @param count concepts in use
   */
  @Serdeable
  @Schema(name = "TypeCount")
  public record TypeCount(String type, String label, int count) {}

  static VocabView of(Snapshot snapshot, Uris uris, Followed followed) {
    PublishedScheme published = followed.vocabulary();
    Map<ConceptType, Integer> counts = new EnumMap<>(ConceptType.class);
    for (Concept concept : published.scheme().concepts()) {
      if (concept.status() == Status.CURRENT) {
        counts.merge(concept.type(), 1, Integer::sum);
      }
    }
    String id = published.scheme().id();
    String edition = published.release().release().edition().id();
    return new VocabView(
        uris.scheme(published.release().release().edition(), id),
        id,
        published.scheme().title(),
        published.release().release().id(),
        published.companion() ? edition : null,
        counts.values().stream().mapToInt(Integer::intValue).sum(),
        counts.entrySet().stream()
            .map(count ->
                new TypeCount(count.getKey().id(), count.getKey().label(), count.getValue()))
            .toList(),
        Addresses.of(followed) + "/concepts",
        followed.correspondences(snapshot).stream()
            .map(by -> by.correspondence().id())
            .sorted()
            .toList(),
        Addresses.of(followed) + "/releases",
        Addresses.feed(followed),
        SourceView.of(published.release()));
  }
}
