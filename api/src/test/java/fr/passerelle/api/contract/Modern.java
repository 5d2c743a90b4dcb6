package fr.passerelle.api.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The step from OpenAPI 3.0 to 3.1: {@code nullable} becomes a type, as in JSON Schema 2020-12.
 *
 * <p>The annotation processor writes 3.0 soundly and 3.1 badly: a nullable reference becomes a
 * schema that nothing satisfies.
 */
final class Modern {
  private Modern() {}

  static Map<String, Object> of(Map<String, Object> contract) {
    Map<String, Object> modern =
        new LinkedHashMap<>(Tree.map(upgrade(contract, /* parameter= */ false)));
    modern.put("openapi", "3.1.0");
    return modern;
  }

  private static Object upgrade(Object node, boolean parameter) {
    if (node instanceof List<?> list) {
      List<Object> items = new ArrayList<>();
      list.forEach(item -> items.add(upgrade(item, parameter)));
      return items;
    }
    if (!(node instanceof Map<?, ?>)) {
      return node;
    }
    Map<String, Object> upgraded = new LinkedHashMap<>();
    Tree.map(node)
        .forEach((key, value) ->
            upgraded.put(key, upgrade(value, parameter || key.equals("parameters"))));
    // Values of any type: the processor says "object" where Java does.
    upgraded.replace("additionalProperties", Map.of("type", "object"), Map.of());
    boolean nullable = Boolean.TRUE.equals(upgraded.remove("nullable"));
    // A parameter that is not given is not null; and explode means nothing for a single value.
    upgraded.remove("explode");
    if (nullable && !parameter) {
      return nullable(upgraded);
    }
    return upgraded;
  }

  private static Map<String, Object> nullable(Map<String, Object> schema) {
    Object references = schema.remove("allOf");
    if (references instanceof List<?> list) {
      List<Object> either = new ArrayList<>(list);
      either.add(Map.of("type", "null"));
      schema.put("anyOf", either);
    } else {
      schema.put("type", List.of(String.valueOf(schema.get("type")), "null"));
    }
    return schema;
  }
}
