package fr.passerelle.api.rest;

import static fr.passerelle.api.rest.ConceptItemJson.field;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serializer;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Targets of a translation as JSON, field by field, for the reason of {@link ConceptItemJson}. */
@Singleton
final class TranslatedTargetJson implements Serializer<TranslationView.Target> {
  private static final Argument<ConceptItem> ITEM = Argument.of(ConceptItem.class);
  private final ConceptItemJson items;

  TranslatedTargetJson(ConceptItemJson items) {
    this.items = items;
  }

  @Override
  public void serialize(
      Encoder encoder,
      EncoderContext context,
      Argument<? extends TranslationView.Target> type,
      TranslationView.Target target)
      throws IOException {
    Encoder object = encoder.encodeObject(type);
    object.encodeKey("to");
    items.serialize(object, context, ITEM, target.to());
    field(object, "predicate", target.predicate());
    field(object, "direction", target.direction());
    field(object, "cardinality", target.cardinality());
    Double confidence = target.confidence();
    if (confidence != null) {
      object.encodeKey("confidence");
      object.encodeDouble(confidence);
    }
    field(object, "justification", target.justification());
    field(object, "correspondence", target.correspondence());
    said(object, "author", target.author());
    said(object, "reviewer", target.reviewer());
    said(object, "date", target.date());
    said(object, "comment", target.comment());
    object.finishStructure();
  }

  private static void said(Encoder object, String name, @Nullable String value) throws IOException {
    if (value != null) {
      field(object, name, value);
    }
  }
}
