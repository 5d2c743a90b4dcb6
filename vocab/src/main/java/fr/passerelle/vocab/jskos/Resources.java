package fr.passerelle.vocab.jskos;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** A set of resources of which only the URI is said; nothing is written where it is empty. */
final class Resources {
  private Resources() {}

  static void write(JsonGenerator json, String name, List<String> uris) throws IOException {
    if (uris.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart(name);
    for (String uri : uris) {
      json.writeStartObject();
      json.writeStringField("uri", uri);
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
