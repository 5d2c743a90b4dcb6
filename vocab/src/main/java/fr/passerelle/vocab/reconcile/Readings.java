package fr.passerelle.vocab.reconcile;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.service.Hierarchy;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.stream.Stream;

/** How the values of properties are read from what is published. */
final class Readings {
  private Readings() {}

  static Stream<Value> texts(Stream<String> texts) {
    return texts.filter(text -> !text.isBlank()).distinct().map(Value.Text::new);
  }

  static Stream<Value> entities(Snapshot snapshot, Stream<ConceptRef> refs) {
    return refs.distinct().flatMap(ref -> snapshot.find(ref).stream()).map(Value.Entity::new);
  }

  static Stream<Value> labels(Stream<Label> labels) {
    return texts(labels.map(Label::text));
  }

  static Stream<Value> notes(Concept concept, Note.Kind kind) {
    return texts(concept.notes().stream().filter(note -> note.kind() == kind).map(Note::text));
  }

  static Stream<Value> links(Snapshot snapshot, Concept concept, Link.Kind kind) {
    return entities(snapshot, concept.links(kind).map(Link::target));
  }

  static Stream<Value> narrower(Snapshot snapshot, Concept concept) {
    return entities(snapshot, snapshot.inverse(concept.ref(), Link.Kind.BROADER).map(Link::target));
  }

  static Stream<Value> related(Snapshot snapshot, Concept concept) {
    return Hierarchy.related(snapshot, concept).stream().map(Value.Entity::new);
  }

  /** The link where there is one; else the number that the record gives. */
  static Stream<Value> level(Snapshot snapshot, Concept concept) {
    return concept.links(Link.Kind.NIVEAU).findAny().isPresent()
        ? links(snapshot, concept, Link.Kind.NIVEAU)
        : property(concept, Property.NIVEAU);
  }

  /** Sheets that call for a skill, belong to a sector...; of a job title, its sheet. */
  static Stream<Value> occupations(Snapshot snapshot, Concept concept) {
    Stream<Link> links =
        concept.type() == ConceptType.APPELLATION
            ? concept.links(Link.Kind.BROADER)
            : snapshot
                .inverse(concept.ref())
                .filter(
                    link -> link.kind() != Link.Kind.BROADER && link.kind() != Link.Kind.MOBILITE);
    return entities(snapshot, links.map(Link::target))
        .filter(value -> isA(value, Set.of(ConceptType.FICHE_METIER)));
  }

  /** What correspondences say, of those types, whatever the vocabulary. */
  static Stream<Value> mapped(Snapshot snapshot, Concept concept, Set<ConceptType> types) {
    return mapped(snapshot, concept).filter(value -> isA(value, types));
  }

  /** What correspondences say, of that vocabulary. */
  static Stream<Value> mapped(Snapshot snapshot, Concept concept, String scheme) {
    return entities(
        snapshot,
        snapshot
            .mappings(concept.ref())
            .map(mapping -> mapping.pair().to())
            .filter(ref -> ref.scheme().equals(scheme)));
  }

  private static Stream<Value> mapped(Snapshot snapshot, Concept concept) {
    return entities(snapshot, snapshot.mappings(concept.ref()).map(mapping -> mapping.pair().to()));
  }

  private static boolean isA(Value value, Set<ConceptType> types) {
    return value instanceof Value.Entity entity && types.contains(entity.concept().type());
  }

  /** Several values of one attribute are lines of it. */
  static Stream<Value> property(Concept concept, Property property) {
    return concept
        .properties()
        .getOrDefault(property, "")
        .lines()
        .filter(text -> !text.isBlank())
        .map(text ->
            switch (property.kind()) {
              case DATE -> day(text);
              case TEXT, BOOLEAN -> new Value.Text(text);
            });
  }

  private static Value day(String text) {
    try {
      return new Value.Day(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return new Value.Text(text);
    }
  }
}
