package fr.passerelle.vocab.reconcile;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.search.Folding;
import fr.passerelle.vocab.service.Hierarchy;
import fr.passerelle.vocab.service.Resolver;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a question says of one property of the concept it means.
 *
 * @param property the property
 * @param given the values, as given: one of them is enough
 * @param folded the same without case, accents nor punctuation
 * @param coded the concepts that they are the codes of, where the property is the code
 */
record Agreement(
    EntityProperty property, Set<String> given, Set<String> folded, Set<ConceptRef> coded) {
  /** Values of a concept that are looked at: who has more is not told apart by one of them. */
  private static final int MOST_VALUES = 50;

  static Agreement of(EntityProperty property, List<String> values, Resolver resolver) {
    Set<ConceptRef> coded = new HashSet<>();
    if (property.id().equals(Properties.CODE)) {
      values.forEach(value -> resolver.concepts(value).forEach(each -> coded.add(each.ref())));
    }
    return new Agreement(
        property,
        values.stream().map(String::strip).collect(Collectors.toSet()),
        values.stream().map(Folding::of).collect(Collectors.toSet()),
        coded);
  }

  /** Whether a concept is as said; the worse comes later. */
  enum Held {
    YES,
    /** The concept has no such value: its record may not have arrived, or its source be silent. */
    UNKNOWN,
    NO;

    static Held worse(Held one, Held other) {
      return one.compareTo(other) < 0 ? other : one;
    }
  }

  /** Whether the concept is so; nothing given asks for nothing. */
  Held holds(Snapshot snapshot, Concept concept) {
    if (given.isEmpty()) {
      return Held.YES;
    }
    if (property.id().equals(Properties.CODE)) {
      return coded.contains(concept.ref()) ? Held.YES : Held.NO;
    }
    List<Value> values = values(snapshot, concept).limit(MOST_VALUES).toList();
    if (values.isEmpty()) {
      return Held.UNKNOWN;
    }
    return values.stream().anyMatch(this::is) ? Held.YES : Held.NO;
  }

  private Stream<Value> values(Snapshot snapshot, Concept concept) {
    return property.id().equals(Properties.BROADER)
        ? Hierarchy.ancestors(snapshot, concept).stream()
            .map(each -> new Value.Entity(each.concept()))
        : property.values(snapshot, concept);
  }

  private boolean is(Value value) {
    return switch (value) {
      case Value.Text text ->
          given.contains(text.text()) || folded.contains(Folding.of(text.text()));
      case Value.Day day -> given.contains(day.day().toString());
      case Value.Entity entity -> is(entity.concept());
    };
  }

  private boolean is(Concept concept) {
    return given.contains(concept.ref().toString())
        || folded.contains(Folding.of(concept.code()))
        || folded.contains(Folding.of(concept.prefLabel("fr")));
  }
}
