package fr.passerelle.openapi;

import static fr.passerelle.openapi.CommittedContract.resolved;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An operation of the contract.
 *
 * @param method in lower case
 * @param path with names in braces
 * @param node what the contract says of it
 */
record Operation(String method, String path, JsonNode node) {
  private static final String JSON = "application/json";

  String name() {
    return node.get("operationId").asText();
  }

  @Override
  public String toString() {
    return name();
  }

  /** The path of the example of a request, with the values of that request before all others. */
  String example(JsonNode request) {
    String filled = path;
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    for (JsonNode parameter : parameters().toList()) {
      String name = parameter.get("name").asText();
      if (parameter.get("in").asText().equals("path")) {
        JsonNode given = request.at("/path/" + name);
        JsonNode value = given.isMissingNode() ? parameter.get("example") : given;
        filled = filled.replace("{" + name + "}", encoded(value.asText()));
      } else if (name.equals("limit")) {
        query.add("limit=2");
      } else {
        given(request, name).ifPresent(value -> query.add(name + "=" + encoded(value)));
      }
    }
    return filled + query;
  }

  private static Optional<String> given(JsonNode request, String parameter) {
    JsonNode asked = request.at("/query/" + parameter);
    JsonNode value = asked.isMissingNode() ? request.at("/with/" + parameter) : asked;
    return value.isMissingNode() ? Optional.empty() : Optional.of(value.asText());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The body of a request as it is sent in a media type. */
  static String body(JsonNode body, String mediaType) {
    if (mediaType.equals("application/x-www-form-urlencoded")) {
      StringJoiner form = new StringJoiner("&");
      for (Iterator<Map.Entry<String, JsonNode>> all = body.fields(); all.hasNext(); ) {
        Map.Entry<String, JsonNode> field = all.next();
        form.add(field.getKey() + "=" + encoded(field.getValue().asText()));
      }
      return form.toString();
    }
    return body.isTextual() ? body.asText() : body.toString();
  }

  /** Its parameters, those that it shares with others included. */
  Stream<JsonNode> parameters() {
    return StreamSupport.stream(node.path("parameters").spliterator(), /* parallel= */ false)
        .map(CommittedContract::resolved);
  }

  /** The problem that it answers with that status. */
  JsonNode problem(String status) {
    return resolved(node.at("/responses/" + status)).at("/content/application~1problem+json");
  }

  /** What it answers in JSON with that status. */
  JsonNode answer(int status) {
    return resolved(node.at("/responses/" + status)).path("content").path(JSON);
  }

  /** Its first answer of success in JSON. */
  JsonNode success() {
    for (Iterator<Map.Entry<String, JsonNode>> all = node.get("responses").fields();
        all.hasNext(); ) {
      Map.Entry<String, JsonNode> each = all.next();
      if (each.getKey().startsWith("2")) {
        return resolved(each.getValue()).path("content").path(JSON);
      }
    }
    throw new AssertionError(name());
  }

  /** What is sent to it in that media type. */
  JsonNode body(String mediaType) {
    return node.path("requestBody").path("content").path(mediaType);
  }
}
