package fr.passerelle.api.graphql;

import static fr.passerelle.api.graphql.Asking.at;
import static fr.passerelle.api.graphql.Asking.code;
import static fr.passerelle.api.graphql.Asking.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.RunningService;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Documents that are named instead of sent: automatic persisted queries as Apollo's clients expect
 * them, and the appendix "Persisted Documents" of GraphQL over HTTP.
 */
class PersistedDocumentsTest {
  private static final String NEW = "application/graphql-response+json";
  private static final String OLD = "application/json";

  private static Map<String, Object> extension(String hash) {
    return Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash));
  }

  private static HttpResponse<String> post(Map<String, ?> body) {
    return Asking.post(
        new String(JsonWriter.write(body, 1 << 20).orElseThrow(), UTF_8),
        "Content-Type",
        OLD,
        "Accept",
        NEW);
  }

  private static HttpResponse<String> get(String parameters, String... headers) {
    return RunningService.get("/graphql?" + parameters, headers);
  }

  private static String byHash(String hash) {
    String json = new String(JsonWriter.write(extension(hash), 1 << 20).orElseThrow(), UTF_8);
    return "extensions=" + URLEncoder.encode(json, UTF_8);
  }

  /** A text that no other test registers. */
  private static String query(String name) {
    return "query " + name + "{vocabs{id}}";
  }

  @Test
  void a_hash_is_the_one_of_the_appendix() {
    assertThat(PersistedDocuments.sha256("query ($id: ID!) {\n  user(id: $id) {\n    name\n  }\n}"))
        .isEqualTo("7dba4bd717b41f10434822356a93c32b1fb4907b983e854300ad839f84cdcd6e");
    assertThat(PersistedDocuments.sha256("query($id:ID!){user(id:$id){name}}"))
        .isEqualTo("71f7dc5758652baac68e4a10c50be732b741c892ade2883a99358f52b555286b");
  }

  @Test
  void an_unknown_hash_is_told_in_the_words_of_the_clients_and_kept_by_nobody() {
    String hash = PersistedDocuments.sha256("never sent");

    HttpResponse<String> modern = get(byHash(hash), "Accept", NEW);
    HttpResponse<String> legacy = get(byHash(hash), "Accept", OLD);

    assertThat(modern.statusCode()).isEqualTo(400);
    assertThat(legacy.statusCode()).isEqualTo(200);
    assertThat(legacy.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(at(json(legacy.body()), "errors", 0, "message")).isEqualTo("PersistedQueryNotFound");
    assertThat(code(json(legacy.body()))).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
    assertThat((List<?>) json(modern.body()).get("errors")).hasSize(1);
    assertThat(json(modern.body()).containsKey("data")).isFalse();
  }

  @Test
  void a_document_that_was_sent_once_is_found_by_its_hash_by_get_and_can_be_cached() {
    String query = query("Sent");
    String hash = PersistedDocuments.sha256(query);

    HttpResponse<String> sent = post(Map.of("query", query, "extensions", extension(hash)));
    HttpResponse<String> found = get(byHash(hash), "Accept", NEW);
    HttpResponse<String> identified = get("documentId=sha256:" + hash, "Accept", NEW);

    assertThat(sent.statusCode()).isEqualTo(200);
    assertThat(found.body()).isEqualTo(sent.body());
    assertThat(identified.body()).isEqualTo(sent.body());
    assertThat(found.headers().firstValue("Cache-Control").orElse("")).startsWith("public");
    String etag = found.headers().firstValue("ETag").orElseThrow();
    assertThat(get(byHash(hash), "Accept", NEW, "If-None-Match", etag).statusCode()).isEqualTo(304);
    assertThat(post(Map.of("documentId", "sha256:" + hash)).body()).isEqualTo(sent.body());
  }

  @Test
  void a_document_that_is_not_what_its_hash_says_is_refused_and_not_kept() {
    String hash = PersistedDocuments.sha256(query("Meant"));

    HttpResponse<String> sent =
        post(Map.of("query", query("Another"), "extensions", extension(hash)));

    assertThat(sent.statusCode()).isEqualTo(400);
    assertThat(code(json(sent.body()))).isEqualTo("PERSISTED_QUERY_MISMATCH");
    assertThat(code(json(get(byHash(hash)).body()))).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
  }

  @ParameterizedTest
  @CsvSource({"{nope}, VALIDATION_ERROR", "'{', SYNTAX_ERROR"})
  void an_invalid_document_is_not_kept(String query, String why) {
    String hash = PersistedDocuments.sha256(query);

    assertThat(code(json(post(Map.of("query", query, "extensions", extension(hash))).body())))
        .isEqualTo(why);
    assertThat(code(json(get(byHash(hash)).body()))).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"version\":2,\"sha256Hash\":\"ab\"}",
        "{\"version\":1}",
        "{\"version\":1,\"sha256Hash\":7}",
        "{\"version\":1,\"sha256Hash\":\"a b\"}",
        "[]",
      })
  void an_extension_of_another_form_sends_clients_back_to_whole_documents(String extension) {
    HttpResponse<String> answer =
        Asking.post(
            "{\"query\":\"{vocabs{id}}\",\"extensions\":{\"persistedQuery\":%s}}"
                .formatted(extension),
            "Content-Type",
            OLD);

    assertThat(code(json(answer.body()))).isEqualTo("PERSISTED_QUERY_NOT_SUPPORTED");
    assertThat(at(json(answer.body()), "errors", 0, "message"))
        .isEqualTo("PersistedQueryNotSupported");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "documentId=sha256:00                                 | 400 | DOCUMENT_NOT_FOUND",
        "documentId=nobody-knows-it                           | 400 | DOCUMENT_NOT_FOUND",
        "documentId=x-ours:1                                  | 400 | DOCUMENT_NOT_FOUND",
      })
  void an_unknown_identifier_is_a_single_error(String parameters, int status, String code) {
    HttpResponse<String> answer = get(parameters, "Accept", NEW);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(code(json(answer.body()))).isEqualTo(code);
    assertThat((List<?>) json(answer.body()).get("errors")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "documentId=sha256:00&query=%7Bvocabs%7Bid%7D%7D",
    "documentId=a%20b",
    "documentId=",
    "extensions=%7B%7D",
    "extensions=%5B%5D",
  })
  void a_request_that_names_no_document_is_a_problem(String parameters) {
    HttpResponse<String> answer = get(parameters, "Accept", NEW);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  @Test
  void a_mutation_that_is_kept_is_not_executed_by_get() {
    String mutation = "mutation Kept{createPerimeter(members:[\"D13\"]){created}}";
    String hash = PersistedDocuments.sha256(mutation);
    assertThat(post(Map.of("query", mutation, "extensions", extension(hash))).statusCode())
        .isEqualTo(200);

    assertThat(get(byHash(hash)).statusCode()).isEqualTo(405);
    assertThat(get("documentId=sha256:" + hash).statusCode()).isEqualTo(405);
  }

  @Test
  void variables_go_with_a_name_as_with_a_text() {
    String query = "query Named($id:ID!){vocab(id:$id){id}}";
    String hash = PersistedDocuments.sha256(query);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("query", query);
    body.put("variables", Map.of("id", "rome-4"));
    body.put("extensions", extension(hash));
    post(body);

    HttpResponse<String> found =
        get("documentId=sha256:" + hash + "&variables=%7B%22id%22%3A%22themes%22%7D");

    assertThat(at(json(found.body()), "data", "vocab", "id")).isEqualTo("themes");
  }

  @Test
  void a_document_of_a_manifest_is_found_by_its_name() {
    HttpResponse<String> found = get("documentId=" + RunningService.TRUSTED, "Accept", NEW);

    assertThat(found.statusCode()).isEqualTo(200);
    assertThat(at(json(found.body()), "data", "vocab", "id")).isEqualTo("rome-4");
    assertThat(get(byHash(RunningService.TRUSTED), "Accept", NEW).body()).isEqualTo(found.body());
  }
}
