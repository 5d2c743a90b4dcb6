package fr.passerelle.api.reconcile;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.reconcile.TypeList;
import fr.passerelle.vocab.release.Snapshot;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * A type of entities.
 *
 * @param id e.g. {@code rome-4/fiche-metier}
 * @param name French name
 * @param description how many entities there are
 * @param broader the vocabulary it is part of
 */
@Serdeable
@Schema(name = "ReconciliationType")
record TypeView(String id, String name, String description, List<Brief> broader) {

  /**
   * A type, in short.
   *
   * @param id e.g. {@code rome-4}
   * @param name French name
   */
  @Serdeable
  @Schema(name = "ReconciliationTypeName")
  record Brief(String id, String name) {
    static Brief of(TypeList.Named type) {
      return new Brief(type.type().id(), type.name());
    }
  }

  static TypeView of(TypeList.Named type) {
    return new TypeView(
        type.type().id(),
        type.name(),
        type.description(),
        type.broader().stream().map(Brief::of).toList());
  }

  static List<Brief> of(Snapshot snapshot, Concept concept) {
    return TypeList.of(snapshot, concept).stream().map(Brief::of).toList();
  }
}
