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
 * @param document how it says which document it means
 * @param operationName which of its operations; empty where it has one
 * @param variables values of its variables
 * @param safe whether it came by GET, and so may only read
 */
record GraphqlRequest(
    DocumentSource document,
    String operationName,
    Map<String, @Nullable Object> variables,
    boolean safe) {

  /**
   * Parameters of a GET as they came.
   *
   * @param query text of the document
   * @param documentId its identifier, in the place of a text
   * @param operationName which of its operations
   * @param variables JSON
   * @param extensions JSON
   */
  record Parameters(
      @Nullable String query,
      @Nullable String documentId,
      @Nullable String operationName,
      @Nullable String variables,
      @Nullable String extensions) {}

  /**
   * Reads the parameters of a GET.
   *
   * @throws ProblemException naming the parameter that is missing or is not what it should be
   */
  static GraphqlRequest ofParameters(Parameters given) {
    return new GraphqlRequest(
        document(
            given.query(),
            given.documentId(),
            object("extensions", parsed("extensions", given.extensions()))),
        given.operationName() == null ? "" : given.operationName(),
        object("variables", parsed("variables", given.variables())),
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
    @Nullable Object name = members.get("operationName");
    return new GraphqlRequest(
        document(
            members.get("query"),
            members.get("documentId"),
            object("extensions", members.get("extensions"))),
        name == null ? "" : text("operationName", name),
        object("variables", members.get("variables")),
        /* safe= */ false);
  }

  private static DocumentSource document(
      @Nullable Object query,
      @Nullable Object documentId,
      Map<String, @Nullable Object> extensions) {
    if (documentId != null) {
      if (query != null) {
        throw wrong("documentId", "donné à la place de query, et non avec");
      }
      String id = text("documentId", documentId);
      if (!DocumentSource.NAME.matcher(id).matches()) {
        throw wrong("documentId", "un identifiant de document : sha256: et 64 chiffres, ou un nom");
      }
      return new DocumentSource.Id(id);
    }
    @Nullable Object persisted = extensions.get(DocumentSource.PERSISTED_QUERY);
    if (persisted != null) {
      return DocumentSource.persisted(persisted, query == null ? null : text("query", query));
    }
    return new DocumentSource.Text(text("query", query));
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
