package fr.passerelle.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.RunningService;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CachingTest {
  private static final String CONCEPT = "/api/v1/vocabs/rome-4/concepts/M1805";

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void the_cache_says_what_it_did() {
    String unasked = "/api/v1/search?q=caching&limit=7";

    assertThat(header(RunningService.get(unasked), "Cache-Status"))
        .isEqualTo("passerelle; fwd=miss; stored");
    assertThat(header(RunningService.get(unasked), "Cache-Status")).isEqualTo("passerelle; hit");
    assertThat(header(RunningService.get("/oai?verb=Identify"), "Cache-Status"))
        .isEqualTo("passerelle; fwd=bypass");
  }

  @Test
  void what_has_not_changed_is_told_with_all_that_a_cache_needs() {
    HttpResponse<String> whole = RunningService.get(CONCEPT);
    for (String[] condition :
        new String[][] {
          {"If-None-Match", header(whole, "ETag")},
          {"If-None-Match", "\"x\", W/" + header(whole, "ETag")},
          {"If-Modified-Since", header(whole, "Last-Modified")},
        }) {
      HttpResponse<String> unchanged = RunningService.get(CONCEPT, condition);

      assertThat(unchanged.statusCode()).isEqualTo(304);
      assertThat(unchanged.body()).isEmpty();
      for (String name : List.of("ETag", "Vary", "Cache-Control", "Last-Modified", "Link")) {
        assertThat(header(unchanged, name)).as(name).isEqualTo(header(whole, name)).isNotEmpty();
      }
      assertThat(header(unchanged, "Date")).isNotEmpty();
      assertThat(header(unchanged, "Content-Type")).isEmpty();
      assertThat(header(unchanged, "Content-Encoding")).isEmpty();
    }
  }

  @Test
  void who_asks_on_condition_that_nothing_has_changed_is_refused_once_it_has() {
    String etag = header(RunningService.get(CONCEPT), "ETag");

    assertThat(RunningService.get(CONCEPT, "If-Match", etag).statusCode()).isEqualTo(200);
    HttpResponse<String> failed = RunningService.get(CONCEPT, "If-Match", "\"other\"");
    assertThat(failed.statusCode()).isEqualTo(412);
    assertThat(failed.body()).contains("/problems/precondition-failed");
    assertThat(
            RunningService.get(CONCEPT, "If-Unmodified-Since", "Sun, 06 Nov 1994 08:49:37 GMT")
                .statusCode())
        .isEqualTo(412);
  }

  @Test
  void what_is_asked_for_often_is_sent_in_brotli_and_zstandard() throws InterruptedException {
    String target = "/api/v1/vocabs/rome-4/concepts?limit=17";
    for (int i = 0; i < 600 && coding(target, "br").isEmpty(); i++) {
      Thread.sleep(20);
    }

    assertThat(coding(target, "gzip, deflate, br, zstd")).isEqualTo("br");
    assertThat(coding(target, "zstd, gzip")).isEqualTo("zstd");
    assertThat(coding(target, "br;q=0.1, gzip")).isEqualTo("gzip");
    assertThat(coding(target, "br;q=0, zstd;q=0, gzip;q=0")).isEmpty();
    assertThat(
            Stream.of("br", "zstd", "gzip", "identity")
                .map(each -> RunningService.get(target, "Accept-Encoding", each))
                .map(each -> header(each, "ETag"))
                .collect(Collectors.toSet()))
        .hasSize(4);
  }

  private static String coding(String target, String accepted) {
    return header(RunningService.get(target, "Accept-Encoding", accepted), "Content-Encoding");
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity;q=0", "*;q=0", "identity;q=0, br;q=0, gzip;q=0"})
  void who_takes_no_coding_at_all_gets_a_problem(String accepted) {
    HttpResponse<String> answer = RunningService.get(CONCEPT, "Accept-Encoding", accepted);

    assertThat(answer.statusCode()).isEqualTo(406);
    assertThat(answer.body()).contains("Accept-Encoding");
  }

  @Test
  void what_a_key_asks_for_is_kept_by_no_shared_cache() {
    HttpResponse<String> open = RunningService.get(CONCEPT);
    HttpResponse<String> own = RunningService.get(CONCEPT, "Authorization", "Bearer nope");

    assertThat(header(open, "Cache-Control"))
        .contains("public", "max-age=", "stale-while-revalidate=", "stale-if-error=");
    assertThat(header(own, "Cache-Control")).doesNotContain("public").matches("private.*|no-store");
    assertThat(header(RunningService.get(CONCEPT), "Cache-Control")).contains("public");
    assertThat(header(RunningService.get("/api/v1/studies"), "Vary")).contains("Authorization");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/vocabs/rome-4/concepts/M1805, edition-rome-4",
    "/api/v1/studies, studies",
    "/graphql?query=%7Bvocabs%7Bid%7D%7D, indicators",
    "/data/vocab/rome-4/M1805.ttl, vocabularies"
  })
  void a_shared_cache_in_front_knows_what_to_purge_it_with(String target, String name) {
    List<String> names = List.of(header(RunningService.get(target), "Surrogate-Key").split(" "));

    assertThat(names).contains(name, "vocabularies").doesNotHaveDuplicates();
    assertThat(names).contains("state-" + RunningService.vocabularies().snapshot().version());
  }

  static List<String> reads() {
    return HitsTest.channels();
  }

  @ParameterizedTest
  @MethodSource("reads")
  void every_open_read_is_asked_by_head_and_options_and_from_any_origin(String target) {
    HttpResponse<String> get = RunningService.get(target);
    HttpResponse<String> head = RunningService.send("HEAD", target, "");
    HttpResponse<String> options =
        RunningService.send("OPTIONS", target, "", "Access-Control-Request-Method", "GET");

    assertThat(head.statusCode()).isEqualTo(get.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(names(head)).isEqualTo(names(get));
    for (String name : List.of("ETag", "Content-Type", "Content-Length", "Vary", "Link")) {
      assertThat(header(head, name)).as(name).isEqualTo(header(get, name));
    }
    assertThat(options.statusCode()).isEqualTo(204);
    assertThat(header(options, "Allow")).contains("GET", "HEAD", "OPTIONS");
    assertThat(header(options, "Access-Control-Allow-Headers"))
        .contains("Authorization", "Content-Type", "If-None-Match", "If-Modified-Since")
        .contains("Prefer", "Accept-Datetime", "Idempotency-Key");
    for (HttpResponse<String> each : List.of(get, head, options)) {
      assertThat(each.headers().allValues("Access-Control-Allow-Origin")).containsExactly("*");
      assertThat(each.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
      assertThat(header(each, "Access-Control-Expose-Headers"))
          .contains("ETag", "Link", "RateLimit", "Retry-After", "Cache-Status")
          .contains("Deprecation", "Sunset");
    }
  }

  private static Set<String> names(HttpResponse<String> answer) {
    return answer.headers().map().keySet();
  }

  @ParameterizedTest
  @CsvSource({"/api/v1/vocabs/nope, 404", "/nowhere, 404", "/api/v1/vocabs?nope=1, 400"})
  void a_problem_is_read_from_any_origin_too(String target, int status) {
    HttpResponse<String> answer = RunningService.get(target, "Origin", "https://example.org");

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
  }

  static List<String> hostile() {
    return Stream.of(
            "a/b;q=0.1,",
            "*/*;q=x,",
            "text/html;;;;,",
            ",",
            ";",
            "\"",
            "q=1;",
            "W/\"x\",",
            "gzip;q=0.001,",
            "fr-FR;q=0.1,",
            "*,",
            "a".repeat(900),
            "\u00e9,",
            "=,",
            "\t,")
        .map(each -> each.repeat(6_000 / each.length()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void a_hostile_header_is_refused_or_ignored(String value) {
    for (String name :
        List.of(
            "Accept",
            "Accept-Language",
            "Accept-Encoding",
            "If-None-Match",
            "If-Match",
            "If-Modified-Since",
            "Cache-Control",
            "Range")) {
      for (String target : List.of(CONCEPT, "/catalog", "/data/vocab/rome-4.ttl")) {
        assertThat(RunningService.get(target, name, value).statusCode())
            .as("%s of %s", name, target)
            .isLessThan(500);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "AAAA", "....", "%00", "é", "null", "0"})
  void a_forged_cursor_is_refused(String forged) {
    String cursor =
        RunningService.get(
                "/api/v1/vocabs/rome-4/concepts?limit=1&cursor="
                    + java.net.URLEncoder.encode(forged, java.nio.charset.StandardCharsets.UTF_8))
            .body();

    assertThat(cursor).contains("/problems/bad-cursor");
  }
}
