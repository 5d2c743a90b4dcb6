package fr.passerelle.api.contract;

import java.util.Map;
import java.util.Objects;

/**
 * Examples of what is sent and answered, by name of the operation. The module {@code openapi} sends
 * each of them to the running service.
 *
 * @param requests bodies, and values of parameters that the contract has no example of
 * @param answers what the sample answers to them
 */
record Examples(Map<String, Object> requests, Map<String, Object> answers) {

  /** Puts the examples of an operation where readers of the contract look for them. */
  void show(Map<String, Object> operation) {
    String name = Tree.text(operation, "operationId");
    if (requests.get(name) instanceof Map<?, ?> request && request.containsKey("body")) {
      Map<String, Object> content = Tree.map(Tree.map(operation, "requestBody"), "content");
      put(
          content,
          Tree.text(Tree.map(request), "type"),
          Objects.requireNonNull(request.get("body")));
    }
    if (answers.containsKey(name)) {
      Tree.map(operation, "responses").entrySet().stream()
          .filter(each -> each.getKey().startsWith("2"))
          .findFirst()
          .ifPresent(each ->
              put(
                  Tree.map(Tree.map(each.getValue()), "content"),
                  "",
                  Objects.requireNonNull(answers.get(name))));
    }
  }

  private static void put(Map<String, Object> content, String type, Object example) {
    Tree.map(content, type.isEmpty() ? "application/json" : type).put("example", example);
  }
}
