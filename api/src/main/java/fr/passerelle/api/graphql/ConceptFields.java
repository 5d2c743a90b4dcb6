package fr.passerelle.api.graphql;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.service.MappingFilter;
import fr.passerelle.vocab.service.Regional;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A concept: what it is, and what it is linked to (see {@link LinkFields}). */
final class ConceptFields {
  private ConceptFields() {}

  /** A property and what it says. */
  private record Attribute(String name, String value) {}

  static List<Fields<?>> all() {
    Fields<Concept> concept =
        Fields.of("Concept", Concept.class)
            .part("id", each -> NodeId.of(each.ref()))
            .field("uri", (each, call) -> call.view().uri(each))
            .part("code", Concept::code)
            .field("vocab", (each, call) -> call.view().scheme(each))
            .part("type", Concept::type)
            .part("status", Concept::status)
            .field("prefLabel", (each, call) -> each.prefLabel(call.lang()))
            .field("altLabels", ConceptFields::altLabels)
            .field("definition", ConceptFields::definition)
            .part("notes", Concept::notes)
            .part("properties", ConceptFields::attributes)
            .field("source", (each, call) -> call.view().scheme(each).releaseOf(each))
            .part("history", Concept::history)
            .field("collections", (each, call) -> call.view().snapshot().collections(each.ref()))
            .field("regional", (each, call) -> Regional.of(call.view().snapshot(), each))
            .field("broader", (each, call) -> call.view().targets(each.links(Link.Kind.BROADER)))
            .field("related", ConceptFields::related)
            .field(
                "mappings",
                (each, call) -> MappingFields.ofConcept(MappingFilter.from(each.ref()), call));
    LinkFields.addTo(concept);
    return List.of(concept, note(), property(), history());
  }

  private static Fields<?> note() {
    return Fields.of("Note", Note.class)
        .part("kind", Note::kind)
        .part("text", Note::text)
        .part("lang", Note::lang);
  }

  private static Fields<?> property() {
    return Fields.of("Property", Attribute.class)
        .part("name", Attribute::name)
        .part("value", Attribute::value);
  }

  private static List<Attribute> attributes(Concept concept) {
    return concept.properties().entrySet().stream()
        .map(each -> new Attribute(each.getKey().id(), each.getValue()))
        .toList();
  }

  private static Fields<?> history() {
    return Fields.of("History", Concept.History.class)
        .part("entered", history -> orNull(history.entered()))
        .part("changed", history -> orNull(history.changed()))
        .part("left", history -> orNull(history.left()));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** French where there is nothing in the language asked, as for the preferred label. */
  private static List<String> altLabels(Concept concept, Call call) {
    List<String> asked = altLabels(concept, call.lang());
    return asked.isEmpty() ? altLabels(concept, "fr") : asked;
  }

  private static List<String> altLabels(Concept concept, String lang) {
    return concept.altLabels().stream()
        .filter(label -> label.lang().equals(lang))
        .map(Label::text)
        .toList();
  }

  private static @Nullable String definition(Concept concept, Call call) {
    String lang = call.lang();
    List<Note> definitions =
        concept.notes().stream().filter(note -> note.kind() == Note.Kind.DEFINITION).toList();
    return definitions.stream()
        .filter(note -> note.lang().equals(lang))
        .findFirst()
        .or(() -> definitions.stream().findFirst())
        .map(Note::text)
        .orElse(null);
  }

  /** skos:related holds both ways, whichever end the source writes it at. */
  private static List<Concept> related(Concept concept, Call call) {
    return call.view()
        .targets(
            Stream.concat(
                    concept.links(Link.Kind.RELATED),
                    call.view().snapshot().inverse(concept.ref(), Link.Kind.RELATED))
                .map(Link::target)
                .distinct()
                .sorted()
                .map(target -> Link.of(Link.Kind.RELATED, target)));
  }
}
