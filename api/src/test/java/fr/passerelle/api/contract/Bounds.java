package fr.passerelle.api.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Bounds of the strings, lists and numbers that a schema leaves open, by the name they have. */
final class Bounds {
  private static final String TEXT = "text";

  private final Map<String, Object> lists;
  private final Map<String, Object> integers;
  private final Map<String, Map<String, Object>> strings = new HashMap<>();
  private final Map<String, Object> text;

  Bounds(Map<String, Object> common) {
    lists = Tree.map(common, "lists");
    integers = Tree.map(common, "integers");
    Map<String, Object> kinds = Tree.map(common, "bounds");
    kinds.forEach((format, kind) -> {
      Map<String, Object> bounds = new HashMap<>(Tree.map(kind));
      List<Object> names = Tree.list(bounds, "names");
      bounds.putIfAbsent("format", format);
      names.forEach(name -> strings.put(String.valueOf(name), bounds));
    });
    Map<String, Object> plain = new HashMap<>(Tree.map(kinds, TEXT));
    plain.put("format", TEXT);
    text = plain;
  }

  /** Bounds a schema and what is in it. */
  void bound(String holder, String name, Map<String, Object> schema) {
    Object type = schema.get("type");
    List<?> types = type instanceof List<?> several ? several : List.of(String.valueOf(type));
    if (types.contains("string")) {
      string(name, schema);
    } else if (types.contains("integer")) {
      integer(schema);
    } else if (types.contains("array")) {
      boolean page = holder.endsWith("Page") && name.equals("items");
      schema.putIfAbsent("maxItems", Objects.requireNonNull(lists.get(page ? "page" : "other")));
      bound(holder, name, Tree.map(schema, "items"));
    }
    if (schema.containsKey("properties")) {
      Tree.map(schema, "properties")
          .forEach((property, of) -> bound(holder, property, Tree.map(of)));
    }
    if (schema.get("additionalProperties") instanceof Map<?, ?> values) {
      bound(holder, name, Tree.map(values));
    }
  }

  private void string(String name, Map<String, Object> schema) {
    if (schema.containsKey("enum") || schema.containsKey("const")) {
      return;
    }
    Map<String, Object> bounds = Objects.requireNonNull(strings.getOrDefault(name, text));
    schema.putIfAbsent("maxLength", Objects.requireNonNull(bounds.get("maxLength")));
    if (!schema.containsKey("pattern")) {
      schema.putIfAbsent("format", Objects.requireNonNull(bounds.get("format")));
    }
  }

  private void integer(Map<String, Object> schema) {
    schema.putIfAbsent("format", "int32");
    Tree.map(integers, Tree.text(schema, "format")).forEach(schema::putIfAbsent);
  }
}
