package fr.passerelle.vocab.jskos;

import com.fasterxml.jackson.core.JsonGenerator;
import fr.passerelle.vocab.Collection;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.ReleaseConcepts;
import fr.passerelle.vocab.ReleaseUris;
import fr.passerelle.vocab.Uris;
import java.io.IOException;

/** Writes collections as bundles of JSKOS: {@code memberList} where order matters. */
final class CollectionLine {
  private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";

  private final JsonGenerator json;
  private final Uris uris;
  private final Release release;
  private final ReleaseUris names;
  private final ReleaseConcepts concepts;

  CollectionLine(JsonGenerator json, Uris uris, Release release) {
    this.json = json;
    this.uris = uris;
    this.release = release;
    this.names = new ReleaseUris(uris, release);
    this.concepts = new ReleaseConcepts(release);
  }

  void write(Collection collection) throws IOException {
    json.writeStartObject();
    json.writeStringField("uri", uris.collection(release.edition(), collection));
    json.writeArrayFieldStart("type");
    json.writeString(SKOS + (collection.ordered() ? "OrderedCollection" : "Collection"));
    json.writeEndArray();
    json.writeArrayFieldStart("notation");
    json.writeString(collection.key());
    json.writeEndArray();
    label(collection.label());
    if (!collection.description().isEmpty()) {
      json.writeObjectFieldStart("definition");
      json.writeArrayFieldStart("fr");
      json.writeString(collection.description());
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeArrayFieldStart("creator");
    json.writeStartObject();
    label(collection.author().name());
    json.writeEndObject();
    json.writeEndArray();
    members(collection);
    json.writeEndObject();
  }

  private void members(Collection collection) throws IOException {
    json.writeArrayFieldStart(collection.ordered() ? "memberList" : "memberSet");
    for (ConceptRef member : collection.members()) {
      json.writeStartObject();
      json.writeStringField("uri", names.concept(member));
      json.writeArrayFieldStart("notation");
      json.writeString(member.code());
      json.writeEndArray();
      String label = concepts.label(member);
      if (!label.isEmpty()) {
        label(label);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void label(String text) throws IOException {
    json.writeObjectFieldStart("prefLabel");
    json.writeStringField("fr", text);
    json.writeEndObject();
  }
}
