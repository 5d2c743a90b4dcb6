package fr.passerelle.vocab;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers what several files say of one concept. Used by readers; not thread-safe. */
public final class ConceptBuilder {
  private final ConceptRef ref;
  private final ConceptType type;
  private final Status status;
  private final List<Label> prefLabels = new ArrayList<>();
  private final Set<Label> altLabels = new LinkedHashSet<>();
  private final Set<Label> hiddenLabels = new LinkedHashSet<>();
  private final List<Note> notes = new ArrayList<>();
  private final Set<Link> links = new LinkedHashSet<>();
  private final Map<Property, String> properties = new EnumMap<>(Property.class);

  /** A concept in use with a French label. */
  public ConceptBuilder(ConceptRef ref, ConceptType type, String prefLabel) {
    this(ref, type, Status.CURRENT, prefLabel);
  }

  /** A concept of that status with a French label. */
  public ConceptBuilder(ConceptRef ref, ConceptType type, Status status, String prefLabel) {
    this.ref = ref;
    this.type = type;
    this.status = status;
    prefLabels.add(Label.fr(prefLabel));
  }

  /** What a concept says, to be said again or completed; its history is left out. */
  public static ConceptBuilder of(Concept concept) {
    Label first = concept.prefLabels().getFirst();
    ConceptBuilder builder =
        new ConceptBuilder(concept.ref(), concept.type(), concept.status(), first.text());
    builder.prefLabels.clear();
    builder.prefLabels.addAll(concept.prefLabels());
    builder.altLabels.addAll(concept.altLabels());
    builder.hiddenLabels.addAll(concept.hiddenLabels());
    builder.notes.addAll(concept.notes());
    builder.links.addAll(concept.links());
    builder.properties.putAll(concept.properties());
    return builder;
  }

  /** Name of the concept. */
  public ConceptRef ref() {
    return ref;
  }

  /** Its type. */
  public ConceptType type() {
    return type;
  }

  /** Its French label. */
  public String prefLabel() {
    return prefLabels.getFirst().text();
  }

  /**
   * Adds another label.
   *
   * @return false if it was left out because it repeats the preferred one (SKOS S13)
   */
  public boolean alt(String text) {
    return alt(Label.fr(text));
  }

  /**
   * Adds another label.
   *
   * @return false if it was left out because it repeats a preferred one (SKOS S13)
   */
  public boolean alt(Label label) {
    if (prefLabels.stream().anyMatch(label::sameWords)) {
      return false;
    }
    altLabels.add(label);
    return true;
  }

  /**
   * Adds a preferred label in another language.
   *
   * @throws IllegalArgumentException when built, if the language has one (SKOS S14)
   */
  public void pref(Label label) {
    prefLabels.add(label);
  }

  /** Adds a label that serves search only. */
  public void hidden(String text) {
    hiddenLabels.add(Label.fr(text));
  }

  /** Adds a text. */
  public void note(Note note) {
    notes.add(note);
  }

  /** Adds a French text. */
  public void note(Note.Kind kind, String text) {
    notes.add(new Note(kind, text, "fr"));
  }

  /**
   * Adds a link.
   *
   * @return false if the very same link was there already
   */
  public boolean link(Link link) {
    return links.add(link);
  }

  /** Sets an attribute unless the value is empty. */
  public void property(Property property, String value) {
    if (!value.isEmpty()) {
      properties.put(property, value);
    }
  }

  /** Whether it has a link of that kind. */
  public boolean has(Link.Kind kind) {
    return links.stream().anyMatch(link -> link.kind() == kind);
  }

  /** An attribute set before; empty if it was not. */
  public String property(Property property) {
    return properties.getOrDefault(property, "");
  }

  /** The concept, without history. */
  public Concept build() {
    return new Concept(
        ref,
        type,
        status,
        prefLabels,
        List.copyOf(altLabels),
        List.copyOf(hiddenLabels),
        notes,
        List.copyOf(links),
        properties,
        Concept.History.NONE);
  }
}
