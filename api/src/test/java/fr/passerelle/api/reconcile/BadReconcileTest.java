package fr.passerelle.api.reconcile;

import static fr.passerelle.api.reconcile.Reconciling.SERVICE;
import static fr.passerelle.api.reconcile.Reconciling.encoded;
import static fr.passerelle.api.reconcile.Reconciling.extend;
import static fr.passerelle.api.reconcile.Reconciling.queries;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.RunningService;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in that should not. */
class BadReconcileTest {
  private static String batch(int size) {
    return IntStream.range(0, size)
        .mapToObj(i -> "\"q%d\":{\"query\":\"boulanger %d\"}".formatted(i, i))
        .collect(Collectors.joining(",", "{", "}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /bad",
        "{\"query\": \"\"} | /bad/query",
        "{\"query\": null} | /bad",
        "{\"query\": [\"boulanger\"]} | /bad/query",
        "{\"query\": {\"a\": 1}} | /bad/query",
        "{\"query\": true} | /bad/query",
        "{\"query\": \"a\", \"limit\": 0} | /bad/limit",
        "{\"query\": \"a\", \"limit\": -1} | /bad/limit",
        "{\"query\": \"a\", \"limit\": 1.5} | /bad/limit",
        "{\"query\": \"a\", \"limit\": \"3\"} | /bad/limit",
        "{\"query\": \"a\", \"type\": 1} | /bad/type",
        "{\"query\": \"a\", \"type\": {\"id\": \"rome-4\"}} | /bad/type",
        "{\"query\": \"a\", \"type\": \"Q5\"} | /bad/type",
        "{\"query\": \"a\", \"type_strict\": \"maybe\"} | /bad/type_strict",
        "{\"query\": \"a\", \"properties\": {}} | /bad/properties",
        "{\"query\": \"a\", \"properties\": [1]} | /bad/properties/0",
        "{\"query\": \"a\", \"properties\": [{\"pid\": \"code\"}]} | /bad/properties/0",
        "{\"query\": \"a\", \"properties\": [{\"pid\": 1, \"v\": [[]]}]} | /bad/properties/0/v",
        "{\"query\": \"a\", \"properties\": [{\"pid\": \"P31\", \"v\": 1}]} | /bad/properties",
        "{\"properties\": [{\"pid\": \"level\", \"v\": 5}]} | /bad/query",
        "{\"query\": \"a\", \"quer\": \"b\"} | /bad/quer",
        "[] | /bad",
        "null | /bad",
        "1 | /bad"
      })
  void one_bad_query_says_why_and_spoils_no_other(String bad, String pointer) {
    HttpResponse<String> answer =
        queries("{\"bad\": %s, \"good\": {\"query\": \"M1805\"}}".formatted(bad));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Reconciling.<List<Object>>read(answer, "$.bad.result")).isEmpty();
    assertThat(Reconciling.<String>read(answer, "$.bad.error.pointer")).isEqualTo(pointer);
    assertThat(Reconciling.<String>read(answer, "$.bad.error.rule")).isNotBlank();
    assertThat(Reconciling.<List<Object>>read(answer, "$.good.result")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "1", "\"q\"", "{", "", "{\"q\":", "{'q':{}}", "é"})
  void what_is_no_object_of_queries_is_a_problem(String json) {
    HttpResponse<String> answer = queries(json);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(Reconciling.<String>read(answer, "$.errors[0].pointer")).isEqualTo("queries");
    assertThat(answer.body()).doesNotContain("Exception");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /ids",
        "{\"ids\": []} | /properties",
        "{\"ids\": \"a\", \"properties\": []} | /ids",
        "{\"ids\": [[]], \"properties\": []} | /ids/0",
        "{\"ids\": [], \"properties\": [{}]} | /properties/0/id",
        "{\"ids\": [], \"properties\": [{\"id\": \"altLabels\"}]} | /properties/0/id",
        "{\"ids\": [], \"properties\": [{\"id\": \"code\", \"settings\": 1}]} |"
            + " /properties/0/settings",
        "{\"ids\": [], \"properties\": [{\"id\": \"code\", \"settings\": {\"limit\": -1}}]}"
            + " | /properties/0/settings/limit",
        "{\"ids\": [], \"properties\": [{\"id\": \"code\", \"settings\": {\"content\": \"x\"}}]}"
            + " | /properties/0/settings/content",
        "{\"ids\": [], \"properties\": [], \"more\": 1} | /more"
      })
  void a_bad_extension_names_the_place(String json, String pointer) {
    HttpResponse<String> answer = extend(json);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Reconciling.<String>read(answer, "$.errors[0].pointer")).isEqualTo(pointer);
  }

  @Test
  void batches_are_bounded() {
    HttpResponse<String> many = queries(batch(1_000));

    assertThat(queries(batch(50)).statusCode()).isEqualTo(200);
    assertThat(many.statusCode()).isEqualTo(413);
    assertThat(Reconciling.<String>read(many, "$.errors[0].rule")).contains("50");
    assertThat(queries("{\"q\":{\"query\":\"%s\"}}".formatted("x".repeat(300_000))).statusCode())
        .isEqualTo(413);
    assertThat(
            Reconciling.<String>read(
                queries("{\"q\":{\"query\":\"%s\"}}".formatted("x ".repeat(400))),
                "$.q.error.pointer"))
        .isEqualTo("/q/query");
    String ids = "\"a\",".repeat(1_000) + "\"a\"";
    assertThat(extend("{\"ids\":[%s],\"properties\":[]}".formatted(ids)).statusCode())
        .isEqualTo(400);
  }

  @Test
  void json_without_end_is_refused_before_it_hurts() {
    String deep = "[".repeat(20_000) + "]".repeat(20_000);
    String number = "9".repeat(100_000);

    assertThat(queries(deep).statusCode()).isEqualTo(400);
    assertThat(queries("{\"q\":{\"query\":\"a\",\"type\":%s}}".formatted(deep)).statusCode())
        .isEqualTo(400);
    assertThat(queries("{\"q\":{\"query\":\"a\",\"limit\":%s}}".formatted(number)).statusCode())
        .isIn(200, 400);
    assertThat(queries("{\"q\":{\"query\":\"a\",\"limit\":1e999}}").statusCode()).isIn(200, 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\u0000",
        "boulanger\\u0000\\u0001\\u001b",
        "\\ud800",
        "\\u202e\\ufeff",
        "../../etc/passwd",
        "'; drop table release --",
        "*:* AND title:[a TO b]",
        "((((((",
        "%00%ff",
        "<script>alert(1)</script>"
      })
  void any_characters_are_only_text(String text) {
    HttpResponse<String> answer = queries("{\"q\":{\"query\":\"" + text + "\"}}");

    assertThat(answer.statusCode()).isIn(200, 400);
    assertThat(answer.body()).doesNotContain("Exception").doesNotContain("<script>alert(1)");
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, '{}', 415",
    "text/plain, queries=%7B%7D, 415",
    "application/x-www-form-urlencoded; charset=iso-8859-1, queries=%7B%7D, 415",
    "application/x-www-form-urlencoded, queries=%7B%7D, 200",
    "application/x-www-form-urlencoded, queries=%7, 400",
    "application/x-www-form-urlencoded, queries=%zz, 400",
    "application/x-www-form-urlencoded, queries=%7B%7D&queries=%7B%7D, 400",
    "application/x-www-form-urlencoded, queries=%7B%7D&extend=%7B%7D, 400",
    "application/x-www-form-urlencoded, querys=%7B%7D, 400",
    "application/x-www-form-urlencoded, =, 400",
    "application/x-www-form-urlencoded, '', 400"
  })
  void a_body_is_a_form_of_one_field(String type, String body, int status) {
    assertThat(RunningService.send("POST", SERVICE, body, "Content-Type", type).statusCode())
        .isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?callback=jQuery123",
        "?queries=%7B%7D&extend=%7B%7D",
        "?query=boulanger",
        "/suggest/entity?prefix=a&callback=jQuery123",
        "/suggest/entity?prefix=a&cursor=x",
        "/suggest/entity?prefix=a&cursor=-1",
        "/suggest/entity?prefix=a&cursor=999999",
        "/suggest/entity?prefix=a&type=Q5",
        "/extend/propose?type=Q5",
        "/extend/propose?type=rome-4&limit=0",
        "/extend/propose?type=rome-4&callback=x"
      })
  void a_bad_address_is_a_problem(String path) {
    HttpResponse<String> answer = RunningService.get(SERVICE + path);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void a_long_batch_does_not_fit_an_address() {
    assertThat(RunningService.get(SERVICE + "?queries=" + encoded(batch(200))).statusCode())
        .isEqualTo(414);
    assertThat(
            Reconciling.<List<Object>>read(
                RunningService.get(SERVICE + "?queries=" + encoded(batch(1))), "$.q0.result"))
        .isNotEmpty();
  }

  @Test
  void an_answer_is_read_by_any_origin() {
    HttpResponse<String> answer =
        RunningService.send(
            "POST",
            SERVICE,
            "queries=%7B%7D",
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Origin",
            "http://127.0.0.1:3333");

    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(answer.body()).isEqualTo("{}");
  }
}
