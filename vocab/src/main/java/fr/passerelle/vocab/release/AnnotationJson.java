package fr.passerelle.vocab.release;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import fr.passerelle.vocab.Annotation;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Correspondence;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An annotation as a line of a release file. */
final class AnnotationJson {
  private AnnotationJson() {}

  static void write(JsonGenerator json, Annotation annotation) throws IOException {
    json.writeStartObject();
    json.writeStringField("annotation", annotation.kind().name());
    json.writeStringField("author", annotation.author().id());
    json.writeStringField("name", annotation.author().name());
    json.writeStringField("scheme", annotation.target().scheme());
    json.writeStringField("code", annotation.target().code());
    json.writeStringField("text", annotation.text());
    json.writeStringField("lang", annotation.lang());
    json.writeStringField("link", annotation.link());
    json.writeEndObject();
  }

  /** Reads an annotation whose first field name was just read; goes on to what follows it. */
  static @Nullable JsonToken read(JsonParser json, List<Annotation> annotations)
      throws IOException {
    json.nextToken();
    Annotation.Kind kind = Annotation.Kind.valueOf(json.getText());
    Correspondence.Author author =
        new Correspondence.Author(
            ReleaseFile.field(json, "author"), ReleaseFile.field(json, "name"));
    ConceptRef target =
        new ConceptRef(ReleaseFile.field(json, "scheme"), ReleaseFile.field(json, "code"));
    annotations.add(
        new Annotation(
            author,
            target,
            kind,
            ReleaseFile.field(json, "text"),
            ReleaseFile.field(json, "lang"),
            ReleaseFile.field(json, "link")));
    json.nextToken();
    return json.nextToken();
  }
}
