package fr.passerelle.vocab.jskos;

import com.fasterxml.jackson.core.JsonGenerator;
import fr.passerelle.vocab.Association;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.ReleaseConcepts;
import fr.passerelle.vocab.ReleaseUris;
import java.io.IOException;
import java.util.List;

/** Writes pairs, and what has no pair, as JSKOS mappings. */
final class MappingLine {
  private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";

  private final JsonGenerator json;
  private final ReleaseUris uris;
  private final ReleaseConcepts concepts;
  private final PublishedRelease release;
  private final Correspondence correspondence;

  MappingLine(
      JsonGenerator json,
      ReleaseUris uris,
      ReleaseConcepts concepts,
      PublishedRelease release,
      Correspondence correspondence) {
    this.json = json;
    this.uris = uris;
    this.concepts = concepts;
    this.release = release;
    this.correspondence = correspondence;
  }

  void write(Pair pair) throws IOException {
    json.writeStartObject();
    json.writeStringField("uri", uris.pair(correspondence, pair.from(), pair.to()));
    type(pair.predicate().id());
    sides(List.of(pair.from()), List.of(pair.to()));
    json.writeStringField("justification", pair.justification().uri());
    if (pair.confidence().isPresent()) {
      json.writeNumberField("mappingRelevance", pair.confidence().getAsDouble());
    }
    provenance(pair.note().author(), pair.note().date(), pair.note().comment());
    json.writeEndObject();
  }

  /** A side of no concept says that none was found. */
  void write(Association association) throws IOException {
    json.writeStartObject();
    json.writeStringField("uri", uris.association(correspondence, association));
    type("mappingRelation");
    sides(association.sources(), association.targets());
    provenance("", "", association.comment());
    json.writeEndObject();
  }

  private void type(String relation) throws IOException {
    json.writeArrayFieldStart("type");
    json.writeString(SKOS + relation);
    json.writeEndArray();
  }

  private void sides(List<ConceptRef> from, List<ConceptRef> to) throws IOException {
    side("from", from);
    side("to", to);
    scheme("fromScheme", correspondence.source());
    scheme("toScheme", correspondence.target());
  }

  private void side(String name, List<ConceptRef> refs) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeArrayFieldStart("memberSet");
    for (ConceptRef ref : refs) {
      json.writeStartObject();
      json.writeStringField("uri", uris.concept(ref));
      json.writeArrayFieldStart("notation");
      json.writeString(ref.code());
      json.writeEndArray();
      if (!concepts.label(ref).isEmpty()) {
        french("prefLabel", concepts.label(ref));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void scheme(String name, String scheme) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("uri", uris.scheme(scheme));
    json.writeArrayFieldStart("notation");
    json.writeString(scheme);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void provenance(String author, String date, String comment) throws IOException {
    json.writeArrayFieldStart("creator");
    json.writeStartObject();
    french("prefLabel", author.isEmpty() ? correspondence.author().name() : author);
    json.writeEndObject();
    json.writeEndArray();
    if (!date.isEmpty()) {
      json.writeStringField("created", date);
    }
    json.writeStringField("issued", release.release().source().issued().toString());
    if (!comment.isBlank()) {
      json.writeObjectFieldStart("note");
      json.writeArrayFieldStart("fr");
      json.writeString(comment);
      json.writeEndArray();
      json.writeEndObject();
    }
    Resources.write(json, "license", List.of(release.licence().uri()));
    Resources.write(json, "partOf", List.of(uris.correspondence(correspondence)));
  }

  private void french(String name, String text) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("fr", text);
    json.writeEndObject();
  }
}
