package fr.passerelle.api.mcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schema of what a tool takes: every value is bounded, nothing else is taken. */
final class Input {
  private final Map<String, Object> properties = new LinkedHashMap<>();
  private final List<String> required = new ArrayList<>();

  /** A text that is needed. */
  Input needed(String name, int longest, String description) {
    required.add(name);
    properties.put(
        name,
        Map.of("type", "string", "minLength", 1, "maxLength", longest, "description", description));
    return this;
  }

  /** A text. */
  Input text(String name, int longest, String description) {
    properties.put(
        name, Map.of("type", "string", "maxLength", longest, "description", description));
    return this;
  }

  /** A word of a list. */
  Input choice(String name, List<String> words, String description) {
    properties.put(name, Map.of("type", "string", "enum", words, "description", description));
    return this;
  }

  /** How many items are answered at most. */
  Input limit(int usual, int most) {
    properties.put(
        "limit",
        Map.of(
            "type",
            "integer",
            "minimum",
            1,
            "maximum",
            most,
            "default",
            usual,
            "description",
            "Nombre de réponses au plus"));
    return this;
  }

  /** Language of labels. */
  Input lang() {
    return choice("lang", List.of("fr", "en"), "Langue des libellés ; fr si elle n'est pas dite");
  }

  Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", required);
    schema.put("additionalProperties", false);
    return schema;
  }
}
