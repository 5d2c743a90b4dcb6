package fr.passerelle.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import fr.passerelle.api.RunningService;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranslateTest {
  private static HttpResponse<String> post(String body) {
    return RunningService.send(
        "POST", "/api/v1/translate", body, "Content-Type", "application/json");
  }

  private static String translate(String from, String to, String codes) {
    return post("{\"from\":\"%s\",\"to\":\"%s\",\"codes\":[%s]}".formatted(from, to, codes)).body();
  }

  @Test
  void each_code_gets_its_targets_or_the_reason_why_there_are_none() {
    String body = translate("rncp", "rome-3", "\"38667\",\"rncp 35191\",\"RNCP38668\"");

    assertThat(JsonPath.<List<String>>read(body, "$.items[*].outcome"))
        .containsExactly("mapped", "ambiguous", "unmapped");
    assertThat(JsonPath.<List<String>>read(body, "$.items[0].targets[*].to.code"))
        .containsExactly("M1604");
    assertThat(JsonPath.<String>read(body, "$.items[0].targets[0].predicate"))
        .isEqualTo("relatedMatch");
    assertThat(JsonPath.<List<String>>read(body, "$.ambiguous")).containsExactly("rncp 35191");
    assertThat(JsonPath.<List<String>>read(body, "$.unmapped[*].reason"))
        .containsExactly("unknown_code");
    assertThat(JsonPath.<List<String>>read(body, "$.unmapped[0].nearest")).contains("RNCP38667");
    assertThat(JsonPath.<List<String>>read(body, "$.correspondences[*].id"))
        .containsExactly("certifinfo/rncp--rome-3");
    assertThat(JsonPath.<List<String>>read(body, "$.correspondences[*].edition"))
        .containsExactly("rncp");
    assertThat(JsonPath.<String>read(body, "$.items[0].targets[0].correspondence"))
        .isEqualTo("certifinfo/rncp--rome-3");
  }

  @Test
  void a_correspondence_is_read_backwards_too() {
    String body = translate("rome-3", "certifinfo/rncp--rome-3", "\"M1805\"");

    assertThat(JsonPath.<List<String>>read(body, "$.items[0].targets[*].to.code"))
        .containsExactlyInAnyOrder("RNCP36490", "RNCP37674", "RNCP37873", "RNCP38616");
    assertThat(JsonPath.<List<String>>read(body, "$.items[0].targets[*].direction"))
        .containsOnly("inverse");
  }

  @Test
  void a_rome_4_sheet_has_the_certifications_of_its_parent_in_a_list_apart() {
    String body = translate("rome-4", "rncp", "\"M1805\"");

    assertThat(JsonPath.<List<Object>>read(body, "$.items[0].targets")).isEmpty();
    assertThat(JsonPath.<String>read(body, "$.items[0].inheritedFromV3[0].parent.vocab"))
        .isEqualTo("rome-3");
    assertThat(
            JsonPath.<List<String>>read(body, "$.items[0].inheritedFromV3[0].targets[*].to.code"))
        .hasSize(4)
        .contains("RNCP36490");
    assertThat(JsonPath.<String>read(body, "$.unmapped[0].reason")).isEqualTo("inherited_only");
  }

  @Test
  void a_code_that_is_known_but_not_joined_says_so() {
    List<String> none =
        JsonPath.read(
            RunningService.get("/api/v1/vocabs/formacode-14/concepts?limit=100").body(),
            "$.items[*].code");
    String codes = String.join(",", none.stream().map(code -> '"' + code + '"').toList());

    String body = translate("formacode-14", "rncp", codes);

    assertThat(JsonPath.<List<String>>read(body, "$.unmapped[*].reason"))
        .isNotEmpty()
        .containsOnly("no_pair");
  }

  @Test
  void a_thousand_codes_are_translated_at_once_and_not_one_more() {
    String code = "\"RNCP38667\"";

    assertThat(
            JsonPath.<List<Object>>read(
                translate("rncp", "rome-3", String.join(",", Collections.nCopies(1000, code))),
                "$.items"))
        .hasSize(1000);
    assertThat(
            post("{\"from\":\"rncp\",\"to\":\"rome-3\",\"codes\":[%s]}"
                    .formatted(String.join(",", Collections.nCopies(1001, code))))
                .body())
        .contains("bad-parameter", "1000 éléments au plus");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"from\":\"rncp\",\"to\":\"themes\",\"codes\":[]} | 400 | rome-3",
        "{\"from\":\"rncp\",\"to\":\"rom-3\",\"codes\":[]} | 404 | rome-3",
        "{\"from\":\"rncp\",\"to\":\"a/b\",\"codes\":[]} | 404 | certifinfo",
        "{\"from\":\"rncp\",\"codes\":[]} | 400 | /to",
        "{\"from\":\"rncp\",\"to\":\"rome-3\",\"code\":[]} | 400 | codes",
        "{\"from\":\"rncp\",\"to\":\"rome-3\",\"codes\":[{}]} | 400 | /codes/0",
        "{\"from\":\"rncp\",\"to\":\"rome-3\",\"codes\":\"x\"} | 400 | /codes",
        "[] | 400 | objet",
        "{ | 400 | JSON",
        "[[[[[[[[[[ | 400 | JSON"
      })
  void a_bad_body_is_a_problem_that_names_the_place(String body, int status, String words) {
    HttpResponse<String> answer = post(body);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(JsonPath.<String>read(answer.body(), "$.detail"))
        .contains(words)
        .doesNotContain("Exception");
  }

  @Test
  void a_body_is_json_and_bounded() {
    assertThat(
            RunningService.send("POST", "/api/v1/translate", "a=b", "Content-Type", "text/plain")
                .statusCode())
        .isEqualTo(415);
    assertThat(post("[\"" + "x".repeat(300_000) + "\"]").statusCode()).isEqualTo(413);
  }
}
