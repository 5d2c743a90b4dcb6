package fr.passerelle.api.reconcile;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.reconcile.EntityProperty;
import fr.passerelle.vocab.reconcile.Wording;
import fr.passerelle.vocab.release.Snapshot;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What somebody may be typing: entities, types, properties (section 6 of the specification). */
final class SuggestView {
  private SuggestView() {}

  /**
   * Entities.
   *
   * @param result best first
   */
  @Serdeable
  @Schema(name = "ReconciliationEntities")
  record Entities(List<Entity> result) {}

  /**
   * An entity.
   *
   * @param id vocabulary and code
   * @param name preferred label
   * @param description what it is
   * @param notable its type, then its vocabulary
   */
  @Serdeable
  @Schema(name = "ReconciliationEntity")
  record Entity(String id, String name, String description, List<TypeView.Brief> notable) {}

  /**
   * Types.
   *
   * @param result each vocabulary before the types in it
   */
  @Serdeable
  @Schema(name = "ReconciliationTypes")
  record Types(List<TypeView> result) {}

  /**
   * Properties.
   *
   * @param result those of most use first
   */
  @Serdeable
  @Schema(name = "ReconciliationProperties")
  record Properties(List<Property> result) {}

  /**
   * A property.
   *
   * @param id identifier
   * @param name its name in the language asked
   * @param description what it means, in French
   */
  @Serdeable
  @Schema(name = "ReconciliationProperty")
  record Property(String id, String name, String description) {}

  /**
   * Properties that entities of a type have.
   *
   * @param properties those of most use first
   * @param type the type asked for; empty for any
   * @param limit how many at most
   */
  @Serdeable
  @Schema(name = "ReconciliationProposal")
  record Proposal(List<Property> properties, String type, int limit) {}

  static Entity entity(Snapshot snapshot, Concept concept, String lang) {
    return new Entity(
        concept.ref().toString(),
        concept.prefLabel(lang),
        Wording.of(concept),
        TypeView.of(snapshot, concept));
  }

  static Property property(EntityProperty property, String lang) {
    return new Property(property.id(), property.name(lang), property.about());
  }
}
