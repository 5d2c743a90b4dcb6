package fr.passerelle.api.graphql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON from outside as maps, lists, strings, numbers and booleans.
 *
 * <p>Bounded on purpose: a number of a hundred thousand digits would cost seconds, deep nesting the
 * stack; of two members of one name nobody knows which is meant.
 */
final class JsonReader {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(50).maxNumberLength(50).build())
          .build();

  private JsonReader() {}

  /**
   * The one value that the bytes hold.
   *
   * @param name what is read, for the message
   * @throws ProblemException where it is not JSON
   */
  static @Nullable Object read(String name, byte[] json) {
    try (JsonParser parser = FACTORY.createParser(json)) {
      parser.nextToken();
      @Nullable Object value = value(parser);
      if (parser.nextToken() != null) {
        throw notJson(name, "quelque chose suit la fin");
      }
      return value;
    } catch (IOException e) {
      // Jackson's words beyond the first line describe its own internals.
      throw notJson(name, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private static @Nullable Object value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new IOException("vide");
    }
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> parser.getNumberValue();
      // Never BigDecimal: 1e999999999 as an integer would fill the memory.
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IOException("inattendu : " + token);
    };
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      object.put(name, value(parser));
    }
    return object;
  }

  private static List<@Nullable Object> array(JsonParser parser) throws IOException {
    List<@Nullable Object> array = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser));
    }
    return array;
  }

  private static ProblemException notJson(String name, String why) {
    String cut = why.length() > 200 ? why.substring(0, 200) + "…" : why;
    return new ProblemException(
        ProblemType.BAD_REQUEST, "Ce n'est pas du JSON (" + name + ") : " + cut);
  }
}
