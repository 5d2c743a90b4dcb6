package fr.passerelle.api.graphql;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.service.Absence;
import fr.passerelle.vocab.service.ConceptList;
import fr.passerelle.vocab.service.Hierarchy;
import fr.passerelle.vocab.service.Past;
import fr.passerelle.vocab.service.Regional;
import java.util.List;
import java.util.Objects;
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
            .part("history", each -> each)
            .field("collections", (each, call) -> call.view().snapshot().collections(each.ref()))
            .field("regional", (each, call) -> Regional.of(call.view().snapshot(), each))
            .field("broader", (each, call) -> call.view().targets(each.links(Link.Kind.BROADER)))
            .field("related", ConceptFields::related)
            .field("absence", ConceptFields::absence)
            .field("studies", StudyLinkFields::of)
            .field("figures", FigureFields::of)
            .field("mappings", (each, call) -> MappingFields.ofConcept(each, call));
    LinkFields.addTo(concept);
    return List.of(concept, note(), property(), history(), event(), absence());
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
    return Fields.of("History", Concept.class)
        .part("entered", each -> Text.orNull(each.history().entered()))
        .part("changed", each -> Text.orNull(each.history().changed()))
        .part("left", each -> Text.orNull(each.history().left()))
        .field("events", ConceptFields::events)
        .field(
            "replacedBy", (each, call) -> call.view().targets(each.links(Link.Kind.REMPLACE_PAR)))
        .field("replaces", ConceptFields::replaces);
  }

  private static Fields<?> event() {
    return Fields.of("HistoryEvent", Past.class)
        .part("kind", Past::kind)
        .part("release", Past::release)
        .part("issued", past -> past.issued().map(String::valueOf).orElse(null));
  }

  private static List<Past> events(Concept concept, Call call) {
    return Past.of(concept, call.view().archive().releases(call.view(), concept));
  }

  private static List<Concept> replaces(Concept concept, Call call) {
    View view = call.view();
    return view.concepts(Hierarchy.replaces(view.snapshot(), view.scheme(concept), concept));
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

  private static @Nullable Absence absence(Concept concept, Call call) {
    return Objects.requireNonNull(call.choice(ConceptList.class, "of"))
        .absence(call.view().snapshot(), concept)
        .orElse(null);
  }

  private static Fields<?> absence() {
    return Fields.of("Absence", Absence.class)
        .part("reason", Absence::reason)
        .part("explanation", Absence::explanation);
  }

  private static List<Concept> related(Concept concept, Call call) {
    return Hierarchy.related(call.view().snapshot(), concept);
  }
}
