package fr.passerelle.vocab.jskos;

import com.fasterxml.jackson.core.JsonGenerator;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.ReleaseUris;
import fr.passerelle.vocab.Status;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes concepts as JSKOS objects. */
final class ConceptLine {
  private static final String SKOS_CONCEPT = "http://www.w3.org/2004/02/skos/core#Concept";

  private final JsonGenerator json;
  private final ReleaseUris uris;

  ConceptLine(JsonGenerator json, ReleaseUris uris) {
    this.json = json;
    this.uris = uris;
  }

  void write(Concept concept) throws IOException {
    json.writeStartObject();
    json.writeStringField("uri", uris.concept(concept.ref()));
    strings("type", List.of(SKOS_CONCEPT));
    strings("notation", List.of(concept.code()));
    json.writeObjectFieldStart("prefLabel");
    for (Label label : concept.prefLabels()) {
      json.writeStringField(label.lang(), label.text());
    }
    json.writeEndObject();
    languages("altLabel", concept.altLabels().stream());
    notes("definition", Note.Kind.DEFINITION, concept);
    notes("scopeNote", Note.Kind.SCOPE_NOTE, concept);
    place(concept);
    if (concept.status() == Status.RETIRED) {
      json.writeBooleanField("deprecated", true);
    }
    resources("replacedBy", concept.links(Link.Kind.REMPLACE_PAR).map(Link::target));
    json.writeEndObject();
  }

  private void place(Concept concept) throws IOException {
    String scheme = concept.ref().scheme();
    Resources.write(json, "inScheme", List.of(uris.scheme(scheme)));
    List<ConceptRef> broader = near(concept, Link.Kind.BROADER).toList();
    if (broader.isEmpty()) {
      Resources.write(json, "topConceptOf", List.of(uris.scheme(scheme)));
    }
    resources("broader", broader.stream());
    resources("related", near(concept, Link.Kind.RELATED));
  }

  /** Links that stay in the scheme: what crosses schemes is a mapping. */
  private static Stream<ConceptRef> near(Concept concept, Link.Kind kind) {
    return concept
        .links(kind)
        .map(Link::target)
        .filter(target -> target.scheme().equals(concept.ref().scheme()));
  }

  private void notes(String name, Note.Kind kind, Concept concept) throws IOException {
    languages(
        name,
        concept.notes().stream()
            .filter(note -> note.kind() == kind && !note.text().isBlank())
            .map(note -> new Label(note.text(), note.lang())));
  }

  private void languages(String name, Stream<Label> labels) throws IOException {
    Map<String, List<String>> byLanguage =
        labels.collect(
            Collectors.groupingBy(
                Label::lang, TreeMap::new, Collectors.mapping(Label::text, Collectors.toList())));
    if (!byLanguage.isEmpty()) {
      json.writeObjectFieldStart(name);
      for (Map.Entry<String, List<String>> each : byLanguage.entrySet()) {
        strings(each.getKey(), each.getValue());
      }
      json.writeEndObject();
    }
  }

  private void strings(String name, List<String> strings) throws IOException {
    json.writeArrayFieldStart(name);
    for (String string : strings) {
      json.writeString(string);
    }
    json.writeEndArray();
  }

  private void resources(String name, Stream<ConceptRef> refs) throws IOException {
    Resources.write(json, name, refs.map(uris::concept).toList());
  }
}
