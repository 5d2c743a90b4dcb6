package fr.passerelle.api.rest;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serializer;
import jakarta.inject.Singleton;
import java.io.IOException;

/**
 * Concepts of a list as JSON, field by field: a translation holds thousands of them, and the
 * framework's own way of finding each field took half of its time.
 */
@Singleton
final class ConceptItemJson implements Serializer<ConceptItem> {
  private static final Argument<ConceptItem.MatchView> MATCH =
      Argument.of(ConceptItem.MatchView.class);

  @Override
  public void serialize(
      Encoder encoder,
      EncoderContext context,
      Argument<? extends ConceptItem> type,
      ConceptItem item)
      throws IOException {
    Encoder object = encoder.encodeObject(type);
    field(object, "uri", item.uri());
    field(object, "vocab", item.vocab());
    field(object, "code", item.code());
    field(object, "type", item.type());
    field(object, "status", item.status());
    field(object, "prefLabel", item.prefLabel());
    ConceptItem.MatchView match = item.match();
    if (match != null) {
      object.encodeKey("match");
      Encoder matched = object.encodeObject(MATCH);
      field(matched, "field", match.field());
      field(matched, "text", match.text());
      matched.finishStructure();
    }
    object.finishStructure();
  }

  static void field(Encoder object, String name, String value) throws IOException {
    object.encodeKey(name);
    object.encodeString(value);
  }
}
