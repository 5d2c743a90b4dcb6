package fr.passerelle.vocab.release;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import fr.passerelle.vocab.Collection;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Correspondence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A collection as a line of a release file. */
final class CollectionJson {
  private CollectionJson() {}

  static void write(JsonGenerator json, Collection collection) throws IOException {
    json.writeStartObject();
    json.writeStringField("collection", collection.id());
    json.writeStringField("author", collection.author().id());
    json.writeStringField("name", collection.author().name());
    json.writeStringField("label", collection.label());
    // What is not said is not written: files and hashes of before stay what they were.
    if (!collection.description().isEmpty()) {
      json.writeStringField("description", collection.description());
    }
    if (!collection.origin().isEmpty()) {
      json.writeStringField("origin", collection.origin());
    }
    if (collection.ordered()) {
      json.writeBooleanField("ordered", true);
    }
    json.writeArrayFieldStart("members");
    for (ConceptRef member : collection.members()) {
      json.writeString(member.scheme());
      json.writeString(member.code());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Reads a collection whose first field name was just read; goes on to what follows it. */
  static @Nullable JsonToken read(JsonParser json, List<Collection> collections)
      throws IOException {
    json.nextToken();
    String id = json.getText();
    Correspondence.Author author =
        new Correspondence.Author(
            ReleaseFile.field(json, "author"), ReleaseFile.field(json, "name"));
    String label = ReleaseFile.field(json, "label");
    Map<String, String> said = new HashMap<>();
    String name = json.nextFieldName();
    while (!"members".equals(name)) {
      json.nextToken();
      said.put(String.valueOf(name), json.getText());
      name = json.nextFieldName();
    }
    json.nextToken();
    collections.add(
        new Collection(
            author,
            id,
            label,
            said.getOrDefault("description", ""),
            said.getOrDefault("origin", ""),
            said.containsKey("ordered"),
            members(json)));
    json.nextToken();
    return json.nextToken();
  }

  private static List<ConceptRef> members(JsonParser json) throws IOException {
    List<ConceptRef> members = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      String scheme = json.getText();
      json.nextToken();
      members.add(new ConceptRef(scheme, json.getText()));
    }
    return members;
  }
}
