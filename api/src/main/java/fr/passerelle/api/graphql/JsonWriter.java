package fr.passerelle.api.graphql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A GraphQL result as JSON, UTF-8, up to a number of bytes. */
final class JsonWriter {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator json;
  private final int most;

  private JsonWriter(JsonGenerator json, int most) {
    this.json = json;
    this.most = most;
  }

  /**
   * The bytes of that value.
   *
   * @param most how many bytes, about
   * @return empty where there would be more
   */
  static Optional<byte[]> write(Map<String, ?> value, int most) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1_000);
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      new JsonWriter(json, most).value(value);
      json.flush();
      return Optional.of(out.toByteArray());
    } catch (TooLongException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void value(@Nullable Object value) throws IOException {
    switch (value) {
      case null -> json.writeNull();
      case String text -> json.writeString(text);
      case Map<?, ?> map -> object(map);
      case Iterable<?> list -> array(list);
      case Integer number -> json.writeNumber(number);
      case Boolean bool -> json.writeBoolean(bool);
      case Number number -> json.writeNumber(number.toString());
      default -> json.writeString(value.toString());
    }
  }

  private void object(Map<?, ?> map) throws IOException {
    json.writeStartObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      json.writeFieldName(String.valueOf(entry.getKey()));
      value(entry.getValue());
    }
    json.writeEndObject();
    if (json.getOutputTarget() instanceof ByteArrayOutputStream out && out.size() > most) {
      throw new TooLongException();
    }
  }

  private void array(Iterable<?> list) throws IOException {
    json.writeStartArray();
    for (Object each : list) {
      value(each);
    }
    json.writeEndArray();
  }

  /** More than was allowed has been written. */
  private static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
