package fr.passerelle.api.contract;

import java.util.Map;
import java.util.Optional;

/**
 * Says of an operation that it answers a list in pages: {@code x-page-items} names the schema of
 * its items. Generators of clients tell a list from an object by nothing else.
 */
final class Lists {
  private static final String NAME = "#/components/schemas/";
  private static final String REFERENCE = "$ref";

  private final Map<String, Object> schemas;

  Lists(Map<String, Object> schemas) {
    this.schemas = schemas;
  }

  void mark(Map<String, Object> operation) {
    answered(operation)
        .map(page -> Tree.map(Tree.map(schemas, page), "properties"))
        .filter(page -> page.containsKey("items") && page.containsKey("next"))
        .flatMap(page -> referred(Tree.map(Tree.map(page, "items"), "items")))
        .ifPresent(item -> operation.put("x-page-items", item));
  }

  /** The schema of a successful answer in JSON. */
  private static Optional<String> answered(Map<String, Object> operation) {
    return Optional.ofNullable(Tree.map(operation, "responses").get("200"))
        .map(response -> Tree.map(response).get("content"))
        .map(content -> Tree.map(content).get("application/json"))
        .flatMap(media -> referred(Tree.map(Tree.map(media), "schema")));
  }

  private static Optional<String> referred(Map<String, Object> schema) {
    return Optional.of(Tree.text(schema, REFERENCE))
        .filter(each -> each.startsWith(NAME))
        .map(each -> each.substring(NAME.length()));
  }
}
