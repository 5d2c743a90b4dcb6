package fr.passerelle.api.graphql;

import fr.passerelle.api.http.Problem;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A well-formed GraphQL-over-HTTP request.
 *
 * @param query source text of the document
 * @param operationName which of its operations; empty where it has one
 * @param variables values of its variables
 * @param safe whether it came by GET, and so may only read
 */
record GraphqlRequest(
    String query, String operationName, Map<String, @Nullable Object> variables, boolean safe) {

  /**
   * Reads the parameters of a GET.
   *
   * @throws ProblemException naming the parameter that is missing or is not what it should be
   */
  static GraphqlRequest ofParameters(
      @Nullable String query,
      @Nullable String operationName,
      @Nullable String variables,
      @Nullable String extensions) {
    object("extensions", parsed("extensions", extensions));
    return new GraphqlRequest(
        text("query", query),
        operationName == null ? "" : operationName,
        object("variables", parsed("variables", variables)),
        /* safe= */ true);
  }

  /**
   * Reads the body of a POST; members that the specification does not know are left aside, as it
   * keeps them for its own future.
   *
   * @throws ProblemException naming what is missing or is not what it should be
   */
  static GraphqlRequest ofBody(byte[] body) {
    @Nullable Object json = JsonReader.read("corps", body);
    if (json instanceof List<?>) {
      throw wrong("", "une seule opération à la fois : un objet JSON, et non un tableau");
    }
    if (!(json instanceof Map<?, ?> members)) {
      throw wrong("", "un objet JSON avec un membre query");
    }
    object("extensions", members.get("extensions"));
    @Nullable Object name = members.get("operationName");
    return new GraphqlRequest(
        text("query", members.get("query")),
        name == null ? "" : text("operationName", name),
        object("variables", members.get("variables")),
        /* safe= */ false);
  }

  private static String text(String name, @Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw wrong(name, "une chaîne" + (value == null ? ", obligatoire" : ""));
  }

  private static @Nullable Object parsed(String name, @Nullable String json) {
    return json == null || json.isEmpty()
        ? null
        : JsonReader.read(name, json.getBytes(StandardCharsets.UTF_8));
  }

  @SuppressWarnings("unchecked") // the keys of a JSON object are strings
  private static Map<String, @Nullable Object> object(String name, @Nullable Object value) {
    if (value == null) {
      return Map.of();
    }
    if (value instanceof Map<?, ?> map) {
      return (Map<String, @Nullable Object>) map;
    }
    throw wrong(name, "un objet JSON");
  }

  private static ProblemException wrong(String name, String rule) {
    String what = name.isEmpty() ? "Le corps" : name;
    return new ProblemException(
        ProblemType.BAD_REQUEST,
        what + " doit être " + rule + ".",
        new Problem.Detail(name.isEmpty() ? "" : "/" + name, rule));
  }
}
