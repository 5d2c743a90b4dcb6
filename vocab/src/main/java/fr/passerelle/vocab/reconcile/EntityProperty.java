package fr.passerelle.vocab.reconcile;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.release.Snapshot;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that can be known of a concept: fetched into a column, or given to tell it from others.
 *
 * @param id identifier
 * @param fr French name
 * @param en English name
 * @param about what it means, in French
 * @param target type of the concepts that are its values, where it is known beforehand
 * @param reading how its values are read
 */
public record EntityProperty(
    String id, String fr, String en, String about, Optional<EntityType> target, Reading reading) {

  /** How values are read. */
  @FunctionalInterface
  interface Reading {
    Stream<Value> read(Snapshot snapshot, Concept concept);
  }

  static EntityProperty of(String id, String fr, String en, String about, Reading reading) {
    return new EntityProperty(id, fr, en, about, Optional.empty(), reading);
  }

  /** Its name in that language, {@code fr} or {@code en}. */
  public String name(String lang) {
    return lang.equals("en") ? en : fr;
  }

  /** Its values, in the order of the source; none where it makes no sense. */
  public Stream<Value> values(Snapshot snapshot, Concept concept) {
    return reading.read(snapshot, concept);
  }
}
