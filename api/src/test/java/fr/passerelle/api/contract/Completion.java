package fr.passerelle.api.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What every operation of a contract has, added to what the controllers declare: tags, errors,
 * headers, parameters that many share, and bounds. All of it is said in {@code common.yaml}.
 */
final class Completion {
  private static final String PARAMETERS = "parameters";
  private static final String HEADERS = "headers";
  private static final String RESPONSES = "responses";
  private static final String CONTENT = "content";
  private static final String DESCRIPTION = "description";
  private static final String SCHEMA = "schema";
  private static final String ANY = "*/*";

  /** What the processor says of an answer of which the controller says nothing. */
  private static final String UNSAID = "Ok";

  private final Map<String, Object> common;
  private final Bounds bounds;
  private final Examples examples;

  Completion(Map<String, Object> common, Examples examples) {
    this.common = common;
    this.bounds = new Bounds(common);
    this.examples = examples;
  }

  Map<String, Object> complete(Map<String, Object> declared) {
    Map<String, Object> contract = new LinkedHashMap<>();
    contract.put("openapi", Objects.requireNonNull(declared.get("openapi")));
    Map<String, Object> info = new LinkedHashMap<>(Tree.map(declared, "info"));
    info.putAll(Tree.map(common, "info"));
    contract.put("info", info);
    for (String each : List.of("servers", "security", "tags")) {
      contract.put(each, Objects.requireNonNull(common.get(each)));
    }
    Map<String, Object> paths = Tree.map(declared, "paths");
    paths.forEach((path, methods) ->
        Tree.map(methods)
            .forEach((method, operation) -> operation(path, method, Tree.map(operation))));
    contract.put("paths", paths);
    Map<String, Object> components = components(Tree.map(declared, "components"));
    Lists lists = new Lists(Tree.map(components, "schemas"));
    paths
        .values()
        .forEach(methods ->
            Tree.map(methods).values().forEach(operation -> lists.mark(Tree.map(operation))));
    contract.put("components", components);
    return contract;
  }

  private void operation(String path, String method, Map<String, Object> operation) {
    operation.put("tags", List.of(tag(path)));
    if (operation.containsKey(PARAMETERS)) {
      operation.computeIfPresent(
          PARAMETERS,
          (name, all) ->
              Tree.list(operation, PARAMETERS).stream()
                  .map(each -> parameter(Tree.map(each)))
                  .toList());
    }
    if (operation.containsKey("requestBody")) {
      body(Tree.map(Tree.map(operation, "requestBody"), CONTENT));
    }
    responses(method, operation);
    examples.show(operation);
  }

  private String tag(String path) {
    String segment = path.replaceFirst("^/api/v1/", "/").split("/", -1)[1];
    String group = path.contains("/reconcile") ? "reconcile" : segment;
    return Objects.requireNonNull(Tree.map(common, "groups").get(group), path).toString();
  }

  /** One that is not described is one of those that many have. */
  private Object parameter(Map<String, Object> parameter) {
    if (parameter.containsKey(DESCRIPTION)) {
      bounds.bound("", Tree.text(parameter, "name"), Tree.map(parameter, SCHEMA));
      return parameter;
    }
    String name = Tree.text(parameter, "name");
    String key = Tree.text(parameter, "in").equals("path") ? name + "OfPath" : name;
    if (!Tree.map(common, PARAMETERS).containsKey(key)) {
      throw new AssertionError("Neither its controller nor common.yaml describes " + key);
    }
    return reference(PARAMETERS, key);
  }

  /** The processor adds the type of the argument, a stream, to those that are declared. */
  private void body(Map<String, Object> content) {
    if (content.size() > 1) {
      content.remove(ANY);
    }
    content.values().forEach(each -> media(Tree.map(each)));
  }

  private void media(Map<String, Object> media) {
    bounds.bound("", "", Tree.map(media, SCHEMA));
  }

  private void responses(String method, Map<String, Object> operation) {
    Map<String, Object> responses = new TreeMap<>();
    Tree.map(operation, RESPONSES)
        .forEach((status, response) -> {
          if (status.startsWith("2")) {
            responses.put(status, success(method, operation, Tree.map(response)));
          }
        });
    Tree.map(common, RESPONSES)
        .forEach((status, response) -> {
          if (occurs(Tree.text(Tree.map(response), "of"), method, operation)) {
            responses.put(status, reference(RESPONSES, Tree.text(Tree.map(response), "name")));
          }
        });
    operation.put(RESPONSES, responses);
  }

  private static boolean occurs(String of, String method, Map<String, Object> operation) {
    return switch (of) {
      case "all" -> true;
      case "read" -> method.equals("get");
      case "keyed" -> operation.containsKey("security");
      case "sent" -> operation.containsKey("requestBody");
      default -> throw new AssertionError(of);
    };
  }

  private Map<String, Object> success(
      String method, Map<String, Object> operation, Map<String, Object> response) {
    Map<String, Object> completed = new LinkedHashMap<>();
    String said = Tree.text(response, DESCRIPTION);
    completed.put(DESCRIPTION, said.equals(UNSAID) ? Tree.text(operation, "summary") : said);
    completed.put(HEADERS, headers("always", method.equals("get") ? "read" : ""));
    if (response.containsKey(CONTENT)) {
      Map<String, Object> content = new LinkedHashMap<>();
      // Any Accept reaches the controllers, which is not what they answer.
      Tree.map(response, CONTENT)
          .forEach(
              (type, media) -> content.put(type.equals(ANY) ? "application/json" : type, media));
      content.values().forEach(each -> media(Tree.map(each)));
      completed.put(CONTENT, content);
    }
    return completed;
  }

  private Map<String, Object> headers(String... kinds) {
    Map<String, Object> headers = new LinkedHashMap<>();
    for (String kind : kinds) {
      Tree.list(Tree.map(common, "headersOf"), kind)
          .forEach(
              name -> headers.put(String.valueOf(name), reference(HEADERS, String.valueOf(name))));
    }
    return headers;
  }

  private Map<String, Object> components(Map<String, Object> declared) {
    Map<String, Object> schemas = Tree.map(declared, "schemas");
    schemas.forEach((name, schema) -> bounds.bound(name, name, Tree.map(schema)));
    Map<String, Object> components = new LinkedHashMap<>();
    components.put("schemas", schemas);
    Map<String, Object> responses = new LinkedHashMap<>();
    Tree.map(common, RESPONSES)
        .forEach((status, response) ->
            responses.put(
                Tree.text(Tree.map(response), "name"), problem(status, Tree.map(response))));
    components.put(RESPONSES, responses);
    components.put(PARAMETERS, Tree.map(common, PARAMETERS));
    components.put(HEADERS, Tree.map(common, HEADERS));
    components.put("securitySchemes", Tree.map(declared, "securitySchemes"));
    return components;
  }

  private Map<String, Object> problem(String status, Map<String, Object> response) {
    boolean error = status.compareTo("400") >= 0;
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put(DESCRIPTION, Tree.text(response, DESCRIPTION));
    problem.put(
        HEADERS,
        headers("always", error ? "" : "read", response.containsKey("busy") ? "busy" : ""));
    if (error) {
      Map<String, Object> media = new LinkedHashMap<>();
      media.put(SCHEMA, reference("schemas", "Problem"));
      problem.put(CONTENT, Map.of("application/problem+json", media));
    }
    return problem;
  }

  private static Map<String, Object> reference(String kind, String name) {
    return new LinkedHashMap<>(Map.of("$ref", "#/components/" + kind + "/" + name));
  }
}
