package fr.passerelle.api.graphql;

import static fr.passerelle.api.graphql.Asking.code;
import static fr.passerelle.api.graphql.Asking.get;
import static fr.passerelle.api.graphql.Asking.json;
import static fr.passerelle.api.graphql.Asking.path;
import static fr.passerelle.api.graphql.Asking.post;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.RunningService;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statuses and media types of GraphQL over HTTP (specification, section "Response"). */
class OverHttpTest {
  private static final String NEW = "application/graphql-response+json";
  private static final String OLD = "application/json";
  private static final String FINE = "{vocabs{id}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // what is sent                                    | new | old
        "{\"query\":\"{vocabs{id}}\"}                      | 200 | 200",
        "{\"query\":\"{vocab(id:\\\"x\\\"){id}}\"}         | 200 | 200",
        "{\"query\":\"{\"}                                 | 400 | 200",
        "{\"query\":\"\"}                                  | 400 | 200",
        "{\"query\":\"{nope}\"}                            | 400 | 200",
        "{\"query\":\"query A{vocabs{id}} query B{vocabs{id}}\"} | 400 | 200",
        "{\"query\":\"query A{vocabs{id}}\",\"operationName\":\"B\"} | 400 | 200",
        "{\"query\":\"query($i:ID!){vocab(id:$i){id}}\"}   | 400 | 200",
        "{\"query\":\"query($i:Int){search(q:\\\"a\\\",first:$i){totalCount}}\",\"variables\":{\"i\":1e999999999}}"
            + " | 400 | 200",
        "{\"query\":\"mutation{x}\"}                       | 400 | 200",
        "{\"query\":\"subscription{x}\"}                   | 400 | 200",
        "{\"query\":\"query"
            + " A{vocabs{id}}\",\"operationName\":\"\",\"variables\":null,\"extensions\":null} |"
            + " 200 | 200",
      })
  void a_well_formed_request_gets_a_graphql_response(String body, int modern, int legacy) {
    HttpResponse<String> first = post(body, "Content-Type", OLD, "Accept", NEW);
    HttpResponse<String> second = post(body, "Content-Type", OLD, "Accept", OLD);

    assertThat(first.statusCode()).isEqualTo(modern);
    assertThat(first.headers().firstValue("Content-Type")).contains(NEW + "; charset=utf-8");
    assertThat(first.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(json(first.body()).containsKey("data")).isEqualTo(modern == 200);
    assertThat(second.statusCode()).isEqualTo(legacy);
    assertThat(second.headers().firstValue("Content-Type")).contains(OLD + "; charset=utf-8");
    assertThat(second.body()).isEqualTo(first.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json                  | [{\"query\":\"{vocabs{id}}\"}]                | 400",
        "application/json                  | {\"query\":                                   | 400",
        "application/json                  | {\"query\":\"{vocabs{id}}\"} x                | 400",
        "application/json                  | NONSENSE                                      | 400",
        "application/json                  | {\"qeury\":\"{vocabs{id}}\"}                  | 400",
        "application/json                  | {\"query\":[]}                                | 400",
        "application/json                  | {\"query\":\"{vocabs{id}}\",\"variables\":[7]} | 400",
        "application/json                  | {\"query\":\"{vocabs{id}}\",\"extensions\":1}  | 400",
        "application/json                  | {\"query\":\"a\",\"query\":\"{vocabs{id}}\"}   | 400",
        "text/plain                        | {\"query\":\"{vocabs{id}}\"}                  | 415",
        "application/x-www-form-urlencoded | query=%7Bvocabs%7Bid%7D%7D                    | 415",
        "multipart/form-data; boundary=x   | --x--                                         | 415",
        "application/graphql               | {vocabs{id}}                                  | 415",
        "application/json; charset=utf-16  | {\"query\":\"{vocabs{id}}\"}                  | 415",
      })
  void what_is_no_well_formed_request_is_a_problem(String type, String body, int status) {
    for (String accept : new String[] {NEW, OLD}) {
      HttpResponse<String> answer = post(body, "Content-Type", type, "Accept", accept);

      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
    }
  }

  @Test
  void a_body_without_type_or_beyond_32_kilobytes_is_refused() {
    assertThat(post("{\"query\":\"" + FINE + "\"}", new String[0]).statusCode()).isEqualTo(415);
    assertThat(post("{\"query\":\"" + " ".repeat(33_000) + "\"}", "Content-Type", OLD).statusCode())
        .isEqualTo(413);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                                                 | application/graphql-response+json",
        "*/*                                              | application/graphql-response+json",
        "application/json                                 | application/json",
        "application/json;q=0.5, application/*            | application/graphql-response+json",
        "application/graphql-response+json; charset=utf-8, application/json; charset=utf-8 |"
            + " application/graphql-response+json",
        "text/html, application/json;q=0.9                | application/json",
      })
  void the_media_type_is_the_one_that_accept_prefers(String accept, String type) {
    HttpResponse<String> answer = accept == null ? get(FINE) : get(FINE, "Accept", accept);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains(type + "; charset=utf-8");
  }

  @Test
  void a_media_type_that_cannot_be_given_is_a_406() {
    assertThat(get(FINE, "Accept", "text/html").statusCode()).isEqualTo(406);
  }

  @Test
  void a_get_is_kept_and_revalidated() {
    HttpResponse<String> first = get(FINE, "Accept", NEW);
    String etag = first.headers().firstValue("ETag").orElseThrow();

    assertThat(first.headers().firstValue("Cache-Control").orElse("")).startsWith("public");
    assertThat(get(FINE, "Accept", NEW, "If-None-Match", etag).statusCode()).isEqualTo(304);
  }

  @Test
  void a_get_that_is_refused_is_not_kept() {
    HttpResponse<String> modern = get("{nope}", "Accept", NEW);
    HttpResponse<String> legacy = get("{nope}", "Accept", OLD);

    assertThat(modern.statusCode()).isEqualTo(400);
    assertThat(legacy.statusCode()).isEqualTo(200);
    assertThat(modern.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(legacy.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(code(json(legacy.body()))).isEqualTo("VALIDATION_ERROR");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mutation{x}                            |   | 405",
        "query A{vocabs{id}} mutation B{x}      | B | 405",
        "query A{vocabs{id}} mutation B{x}      | A | 400",
        "query A{vocabs{id}} query B{vocabs{id}} | B | 200",
      })
  void a_mutation_by_get_is_refused(String query, String operation, int status) {
    String name = operation == null ? "" : "&operationName=" + operation;

    HttpResponse<String> answer = RunningService.get(path(query) + name);

    assertThat(answer.statusCode()).isEqualTo(status);
    if (status == 405) {
      assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/graphql                                                             | 400",
        "/graphql?query=%7Bvocabs%7Bid%7D%7D&variables=%5B7%5D                | 400",
        "/graphql?query=%7Bvocabs%7Bid%7D%7D&variables=nonsense               | 400",
        "/graphql?query=%7Bvocabs%7Bid%7D%7D&vriables=%7B%7D                  | 400",
        "/graphql?query=%7Bvocabs%7Bid%7D%7D&variables=%7B%7D&extensions=%7B%7D | 200",
        "/graphql?query=query(%24i%3AID!)%7Bvocab(id%3A%24i)%7Bid%7D%7D&variables=%7B%22i%22%3A%22rome%22%7D"
            + " | 200",
      })
  void a_get_carries_its_request_in_the_address(String path, int status) {
    assertThat(RunningService.get(path).statusCode()).isEqualTo(status);
  }

  @Test
  void a_head_says_what_a_get_would() {
    HttpResponse<String> head = RunningService.send("HEAD", path(FINE), "");

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("ETag")).isEqualTo(get(FINE).headers().firstValue("ETag"));
  }

  @Test
  void a_document_too_long_for_an_address_goes_by_post() {
    assertThat(post("{vocabs{id}}" + "#".repeat(10_000)).statusCode()).isEqualTo(200);
  }
}
