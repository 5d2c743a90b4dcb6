package fr.passerelle.vocab.release;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.Property;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/** Writes a concept as one JSON line of a release file; {@link ConceptParser} reads it back. */
final class ConceptJson {
  /** After the language of a label of {@link Label.Kind#METIER}. */
  static final String JOB = "#metier";

  private static final JsonFactory JSON = new JsonFactory();

  private final JsonGenerator json;
  private final boolean withHistory;

  /**
   * @param withHistory false for the content hash, where apostrophes are made alike too
   */
  ConceptJson(JsonGenerator json, boolean withHistory) {
    this.json = json;
    this.withHistory = withHistory;
  }

  /** Whether two states of a concept say the same, apostrophes and history aside. */
  static boolean same(Concept old, Concept now) {
    // Most are the same to the letter.
    return now.equals(old.withHistory(old.status(), now.history())) || line(old).equals(line(now));
  }

  /** The line that the content hash sees. */
  static String line(Concept concept) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      new ConceptJson(json, /* withHistory= */ false).write(concept);
    } catch (IOException e) {
      throw new IllegalStateException("a string does not fail", e);
    }
    return out.toString();
  }

  void write(Concept concept) throws IOException {
    json.writeStartArray();
    json.writeString(concept.code());
    json.writeString(concept.type().name());
    json.writeString(concept.status().name());
    labels(concept.prefLabels());
    labels(concept.altLabels());
    labels(concept.hiddenLabels());
    notes(concept.notes());
    links(concept.links());
    properties(concept.properties());
    if (withHistory) {
      json.writeString(concept.history().entered());
      json.writeString(concept.history().changed());
      json.writeString(concept.history().left());
    }
    json.writeEndArray();
  }

  private void text(String text) throws IOException {
    json.writeString(withHistory ? text : text.replace('’', '\''));
  }

  private void labels(List<Label> labels) throws IOException {
    json.writeStartArray();
    for (Label label : labels) {
      json.writeString(label.kind() == Label.Kind.GENERAL ? label.lang() : label.lang() + JOB);
      text(label.text());
    }
    json.writeEndArray();
  }

  private void notes(List<Note> notes) throws IOException {
    json.writeStartArray();
    for (Note note : notes) {
      json.writeString(note.kind().name());
      json.writeString(note.lang());
      text(note.text());
    }
    json.writeEndArray();
  }

  private void links(List<Link> links) throws IOException {
    json.writeStartArray();
    for (Link link : links) {
      json.writeString(link.kind().name());
      json.writeString(link.target().scheme());
      json.writeString(link.target().code());
      json.writeString(link.mark().name());
      json.writeNumber(link.order());
    }
    json.writeEndArray();
  }

  private void properties(Map<Property, String> properties) throws IOException {
    json.writeStartArray();
    for (Map.Entry<Property, String> property : properties.entrySet()) {
      json.writeString(property.getKey().name());
      text(property.getValue());
    }
    json.writeEndArray();
  }
}
