package fr.passerelle.vocab.reconcile;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import java.util.Optional;

/**
 * A kind of entity that one may ask for: all of a vocabulary, a type of concept in it, or a type of
 * concept anywhere.
 *
 * @param scheme identifier of the vocabulary; empty for any
 * @param type type of concept; empty for any
 */
public record EntityType(String scheme, Optional<ConceptType> type) {

  /** The type of a concept in its vocabulary. */
  static EntityType of(Concept concept) {
    return new EntityType(concept.ref().scheme(), Optional.of(concept.type()));
  }

  /** The whole vocabulary. */
  static EntityType of(String scheme) {
    return new EntityType(scheme, Optional.empty());
  }

  /**
   * The type of that identifier: {@code rome-4/fiche-metier}, {@code rome-4} or {@code
   * fiche-metier}; aliases of vocabularies are understood.
   */
  public static Optional<EntityType> find(Snapshot snapshot, String id) {
    int slash = id.indexOf('/');
    String first = slash < 0 ? id : id.substring(0, slash);
    Optional<PublishedScheme> scheme = snapshot.findScheme(first);
    if (slash < 0) {
      return scheme
          .map(each -> of(each.scheme().id()))
          .or(() -> ConceptType.find(id).map(type -> new EntityType("", Optional.of(type))));
    }
    return scheme.flatMap(each ->
        ConceptType.find(id.substring(slash + 1))
            .map(type -> new EntityType(each.scheme().id(), Optional.of(type))));
  }

  /** Its identifier: what {@link #find} understands. */
  public String id() {
    String named = type.map(ConceptType::id).orElse("");
    return scheme.isEmpty() || named.isEmpty() ? scheme + named : scheme + "/" + named;
  }

  boolean holds(Concept concept) {
    return (scheme.isEmpty() || scheme.equals(concept.ref().scheme()))
        && type.filter(each -> each != concept.type()).isEmpty();
  }
}
