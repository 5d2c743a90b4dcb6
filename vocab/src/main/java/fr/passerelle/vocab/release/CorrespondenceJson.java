package fr.passerelle.vocab.release;

import com.fasterxml.jackson.core.JsonGenerator;
import fr.passerelle.vocab.Association;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Pair;
import java.io.IOException;
import java.util.List;

/**
 * Writes a correspondence as a head line, then one line for each pair and association; {@link
 * CorrespondenceParser} reads it back.
 */
final class CorrespondenceJson {
  private final JsonGenerator json;

  CorrespondenceJson(JsonGenerator json) {
    this.json = json;
  }

  void write(Correspondence correspondence) throws IOException {
    json.writeStartObject();
    json.writeStringField("correspondence", correspondence.author().id());
    json.writeStringField("author", correspondence.author().name());
    json.writeStringField("source", correspondence.source());
    json.writeStringField("target", correspondence.target());
    json.writeStringField("sourceVersion", correspondence.versions().source());
    json.writeStringField("targetVersion", correspondence.versions().target());
    json.writeStringField("method", correspondence.method());
    json.writeEndObject();
    for (Pair pair : correspondence.pairs()) {
      write(pair);
    }
    for (Association association : correspondence.associations()) {
      write(association);
    }
  }

  private void write(Pair pair) throws IOException {
    json.writeStartArray();
    json.writeString(pair.predicate().name());
    json.writeString(pair.from().code());
    json.writeString(pair.to().code());
    json.writeString(pair.justification().name());
    json.writeString(
        pair.confidence().isPresent() ? Double.toString(pair.confidence().getAsDouble()) : "");
    json.writeNumber(pair.order());
    json.writeString(pair.note().author());
    json.writeString(pair.note().reviewer());
    json.writeString(pair.note().date());
    json.writeString(pair.note().comment());
    json.writeEndArray();
  }

  private void write(Association association) throws IOException {
    json.writeStartArray();
    json.writeString(CorrespondenceParser.ASSOCIATION);
    codes(association.sources());
    codes(association.targets());
    json.writeString(association.comment());
    json.writeEndArray();
  }

  private void codes(List<ConceptRef> refs) throws IOException {
    json.writeStartArray();
    for (ConceptRef ref : refs) {
      json.writeString(ref.code());
    }
    json.writeEndArray();
  }
}
