package fr.passerelle.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.RunningService;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTest {
  private static final String CONCEPT = "/api/v1/vocabs/rome-4/concepts/M1805";

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void the_same_answer_asked_for_again_is_not_sent_again() {
    String etag = header(RunningService.get(CONCEPT), "ETag");
    HttpResponse<String> again = RunningService.get(CONCEPT, "If-None-Match", etag);

    assertThat(etag).startsWith("\"").endsWith("\"");
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(header(again, "ETag")).isEqualTo(etag);
    assertThat(header(again, "Cache-Control")).contains("public");
    assertThat(header(again, "Vary")).contains("Accept-Encoding");
  }

  @ParameterizedTest
  @CsvSource({"'\"other\"', 200", "'*', 304", "'\"a\", \"b\"', 200"})
  void conditions_are_compared_as_the_rfc_says(String condition, int status) {
    assertThat(RunningService.get(CONCEPT, "If-None-Match", condition).statusCode())
        .isEqualTo(status);
  }

  @Test
  void each_encoding_has_its_own_strong_etag() {
    HttpResponse<String> plain = RunningService.get(CONCEPT);
    HttpResponse<String> gzip = RunningService.get(CONCEPT, "Accept-Encoding", "gzip");

    assertThat(header(gzip, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(plain, "Content-Encoding")).isEmpty();
    assertThat(header(gzip, "ETag")).isNotEqualTo(header(plain, "ETag")).doesNotStartWith("W/");
    assertThat(
            header(RunningService.get(CONCEPT, "Accept-Encoding", "gzip;q=0"), "Content-Encoding"))
        .isEmpty();
  }

  @Test
  void head_answers_the_headers_of_get_without_the_body() {
    HttpResponse<String> get = RunningService.get(CONCEPT);
    HttpResponse<String> head = RunningService.send("HEAD", CONCEPT, "");

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    for (String name : new String[] {"ETag", "Content-Type", "Content-Length", "Vary", "Link"}) {
      assertThat(header(head, name)).as(name).isEqualTo(header(get, name));
    }
  }

  @Test
  void an_address_too_long_is_a_problem_like_any_other() {
    HttpResponse<String> answer = RunningService.get("/api/v1/search?q=" + "a".repeat(5_000));

    assertThat(answer.statusCode()).isEqualTo(414);
    assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
    assertThat(answer.body()).contains("/problems/uri-too-long").contains("\"status\":414");
  }

  @Test
  void pages_of_any_origin_may_read() {
    HttpResponse<String> answer = RunningService.get(CONCEPT, "Origin", "https://example.org");

    assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(header(answer, "Access-Control-Expose-Headers")).contains("ETag", "Link");
    assertThat(header(answer, "Access-Control-Allow-Credentials")).isEmpty();
  }

  @Test
  void options_says_what_may_be_asked() {
    HttpResponse<String> answer =
        RunningService.send(
            "OPTIONS",
            CONCEPT,
            "",
            "Origin",
            "https://example.org",
            "Access-Control-Request-Method",
            "GET");

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(header(answer, "Allow")).contains("GET", "HEAD", "OPTIONS");
    assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
  void a_method_that_is_not_admitted_is_a_problem_with_allow(String method) {
    HttpResponse<String> answer =
        RunningService.send(method, CONCEPT, "{}", "Content-Type", "application/json");

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(header(answer, "Allow")).contains("GET");
    assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.body()).contains("/problems/method-not-allowed");
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, 200",
    "*/*, 200",
    "application/*, 200",
    "'text/html, application/json;q=0.5', 200",
    "application/xml, 406",
    "image/png, 406"
  })
  void json_is_what_rest_has(String accept, int status) {
    HttpResponse<String> answer = RunningService.get(CONCEPT, "Accept", accept);

    assertThat(answer.statusCode()).isEqualTo(status);
    if (status == 406) {
      assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    }
  }

  @Test
  void hostile_accept_headers_cost_nothing_and_break_nothing() {
    String hostile = "a/b;q=0.1,".repeat(500) + "*/*";

    assertThat(RunningService.get(CONCEPT, "Accept", "x/y;q=999999999999,*/*;q=,;;;").statusCode())
        .isLessThan(500);
    assertThat(RunningService.get(CONCEPT, "Accept", hostile).statusCode()).isLessThan(500);
    assertThat(RunningService.get(CONCEPT, "Accept-Language", "é;q=x,,,;").statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_problem_speaks_the_language_asked() {
    assertThat(RunningService.get("/api/v1/vocabs/nope", "Accept-Language", "en").body())
        .contains("Unknown vocabulary");
    assertThat(RunningService.get("/api/v1/vocabs/nope").body()).contains("Vocabulaire inconnu");
  }

  @Test
  void no_problem_is_kept_by_a_cache() {
    assertThat(header(RunningService.get("/api/v1/vocabs/nope"), "Cache-Control"))
        .isEqualTo("no-store");
  }
}
