package fr.passerelle.api.web;

import fr.passerelle.api.linkeddata.Document;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.release.PublishedCollection;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The page of a concept.
 *
 * @param t words of the page
 * @param document its names and documents
 * @param scheme what it is part of
 * @param concept the concept
 * @param trail what it is under, the broadest first
 * @param sections what it is linked to
 * @param collections national collections that it is in
 * @param regional what regions add to it, by region
 */
record ConceptPage(
    Texts t,
    Document document,
    PublishedScheme scheme,
    Concept concept,
    List<Anchor> trail,
    List<Section> sections,
    List<PublishedCollection> collections,
    List<RegionalGroup> regional) {

  /** No referential is that deep: a longer way up would be a circle. */
  private static final int DEEPEST = 12;

  static ConceptPage of(
      Snapshot snapshot, PublishedScheme scheme, Concept concept, Document document, Texts t) {
    return new ConceptPage(
        t,
        document,
        scheme,
        concept,
        trail(snapshot, concept, t),
        Sections.of(snapshot, concept, t),
        snapshot.collections(concept.ref()).stream().filter(each -> !each.regional()).toList(),
        RegionalGroup.of(snapshot, concept));
  }

  private static List<Anchor> trail(Snapshot snapshot, Concept concept, Texts t) {
    Deque<Anchor> trail = new ArrayDeque<>();
    Set<ConceptRef> seen = new HashSet<>(Set.of(concept.ref()));
    Optional<Link> up = concept.links(Link.Kind.BROADER).findFirst();
    while (up.isPresent() && trail.size() < DEEPEST && seen.add(up.get().target())) {
      trail.addFirst(Anchor.of(snapshot, up.get(), t));
      up =
          snapshot
              .find(up.get().target())
              .flatMap(each -> each.links(Link.Kind.BROADER).findFirst());
    }
    return List.copyOf(trail);
  }

  Label label() {
    return Anchor.label(concept, t);
  }

  @Nullable String lang() {
    return t.other(label().lang());
  }

  Source source() {
    return Source.of(scheme.releaseOf(concept));
  }

  /** Address of the same thing in JSON. */
  String rest() {
    return "/api/v1/vocabs/" + document.name().replaceFirst("/", "/concepts/");
  }

  List<Note> notes(Note.Kind kind) {
    return concept.notes().stream().filter(note -> note.kind() == kind).toList();
  }

  /** Texts beside the definition, in the order of their kinds. */
  List<Note> texts() {
    return concept.notes().stream()
        .filter(note -> note.kind() != Note.Kind.DEFINITION)
        .sorted(Comparator.comparing(Note::kind))
        .toList();
  }

  /** Other labels; those of a ROME sheet are its appellations, which have a section. */
  List<Label> altLabels() {
    return concept.type() == ConceptType.FICHE_METIER ? List.of() : concept.altLabels();
  }

  /** Labels in other languages than the one of the title. */
  List<Label> translations() {
    return concept.prefLabels().stream().filter(each -> !each.equals(label())).toList();
  }

  /**
   * An attribute in words.
   *
   * @param name what it says
   * @param value the value
   */
  record Fact(String name, String value) {}

  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    concept
        .properties()
        .forEach((property, value) ->
            facts.add(new Fact(t.get("property." + property.id()), value(property, value))));
    fact(facts, "history.entered", concept.history().entered());
    if (!concept.history().changed().equals(concept.history().entered())) {
      fact(facts, "history.changed", concept.history().changed());
    }
    fact(facts, "history.left", concept.history().left());
    return facts;
  }

  private void fact(List<Fact> facts, String key, String release) {
    if (!release.isEmpty()) {
      facts.add(new Fact(t.get(key), t.get("version", release)));
    }
  }

  private String value(Property property, String value) {
    return switch (property.kind()) {
      case BOOLEAN -> t.get(value.equals("true") ? "yes" : "no");
      case TEXT, DATE -> value;
    };
  }

  /** What the status means, where there is something to say. */
  String statusNote() {
    return switch (concept.status()) {
      case CURRENT -> "";
      case RETIRED -> t.get("status.RETIRED.note", concept.history().left());
      case REFERENCED -> t.get("status.REFERENCED.note");
    };
  }
}
