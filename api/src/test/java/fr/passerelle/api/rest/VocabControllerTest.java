package fr.passerelle.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import fr.passerelle.api.RunningService;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabControllerTest {
  private static final String CONCEPTS = "/api/v1/vocabs/rome-4/concepts";

  private static String text(String path, String field) {
    return JsonPath.read(RunningService.get(path).body(), field);
  }

  @Test
  void every_published_vocabulary_is_listed_with_its_source() {
    String body = RunningService.get("/api/v1/vocabs").body();

    assertThat(JsonPath.<List<String>>read(body, "$.items[*].id"))
        .contains("rome-4", "rome-3", "formacode-14", "rncp", "themes", "regions", "departements");
    assertThat(JsonPath.<List<String>>read(body, "$.items[*].source.citation")).hasSize(7);
    assertThat(JsonPath.<List<Boolean>>read(body, "$.items[?(@.id=='rome-4')].source.sample"))
        .containsExactly(true);
    assertThat(JsonPath.<List<String>>read(body, "$.items[?(@.id=='rome-3')].companionOf"))
        .containsExactly("rome-4");
  }

  @Test
  void a_concept_is_given_whole() {
    String body = RunningService.get(CONCEPTS + "/M1805").body();

    assertThat(JsonPath.<String>read(body, "$.uri"))
        .isEqualTo(RunningService.address() + "/id/vocab/rome-4/M1805");
    assertThat(JsonPath.<String>read(body, "$.prefLabel"))
        .isEqualTo("Développeur / Développeuse informatique");
    assertThat(JsonPath.<String>read(body, "$.type")).isEqualTo("fiche-metier");
    assertThat(JsonPath.<List<String>>read(body, "$.altLabels"))
        .contains("Informaticien / Informaticienne de développement");
    assertThat(JsonPath.<List<String>>read(body, "$.broader[*].code")).containsExactly("M18");
    assertThat(JsonPath.<List<String>>read(body, "$.narrower[*].type")).containsOnly("appellation");
    assertThat(JsonPath.<List<Object>>read(body, "$.related")).isEmpty();
    assertThat(JsonPath.<List<Object>>read(body, "$.links.competence[?(@.mark=='principale')]"))
        .hasSize(10);
    assertThat(JsonPath.<String>read(body, "$.release")).isEqualTo("echantillon");
    assertThat(JsonPath.<String>read(body, "$.source.licence.code")).isEqualTo("etalab-2.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"M1805", "m1805", "M%201805", "m%201805"})
  void a_code_is_accepted_as_people_write_it(String code) {
    assertThat(text(CONCEPTS + "/" + code, "$.code")).isEqualTo("M1805");
  }

  @Test
  void an_alias_means_the_current_edition() {
    assertThat(text("/api/v1/vocabs/rome", "$.id")).isEqualTo("rome-4");
    assertThat(text("/api/v1/vocabs/rncp/concepts/38667", "$.code")).isEqualTo("RNCP38667");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/vocabs/themes/concepts/emploi?lang=en, false",
    "/api/v1/vocabs/themes/concepts/emploi?lang=fr, true",
    "/api/v1/vocabs/themes/concepts/emploi, true"
  })
  void labels_are_in_the_language_asked(String path, boolean french) {
    assertThat(text(path, "$.prefLabel").startsWith("l'emploi")).isEqualTo(french);
  }

  @Test
  void paging_gives_each_concept_once() {
    List<String> codes = new ArrayList<>();
    String path = CONCEPTS + "?type=appellation&limit=100";
    String cursor = "";
    do {
      String body = RunningService.get(path + cursor).body();
      codes.addAll(JsonPath.<List<String>>read(body, "$.items[*].code"));
      String next = JsonPath.read(body, "$.next");
      cursor = next == null ? "" : "&cursor=" + next;
    } while (!cursor.isEmpty());

    assertThat(codes)
        .doesNotHaveDuplicates()
        .isSorted()
        .hasSize(JsonPath.<Integer>read(RunningService.get(path).body(), "$.total"));
  }

  @Test
  void pages_are_linked() {
    HttpResponse<String> first = RunningService.get(CONCEPTS + "?limit=2");

    assertThat(first.headers().firstValue("Link"))
        .hasValueSatisfying(link ->
            assertThat(link)
                .contains("rel=\"next\"", "rel=\"first\"", "rel=\"license\"", "cursor="));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/vocabs/nope, 404, unknown-vocabulary",
    "/api/v1/vocabs/rom-4, 404, unknown-vocabulary",
    "/api/v1/vocabs/rome-4/concepts/M18059, 404, unknown-code",
    "/api/v1/vocabs/rome-4/concepts/%3Cscript%3E, 404, unknown-code",
    "/api/v1/vocabs/rome-4/concepts?typ=x, 400, unknown-parameter",
    "/api/v1/vocabs/rome-4/concepts?type=x, 400, bad-parameter",
    "/api/v1/vocabs/rome-4/concepts?limit=0, 400, bad-parameter",
    "/api/v1/vocabs/rome-4/concepts?limit=101, 400, bad-parameter",
    "/api/v1/vocabs/rome-4/concepts?limit=abc, 400, bad-parameter",
    "/api/v1/vocabs/rome-4/concepts?limit=1&limit=2, 400, bad-parameter",
    "/api/v1/vocabs/rome-4/concepts?cursor=forged, 400, bad-cursor",
    "/api/v1/vocabs/rome-4/concepts?lang=de, 400, bad-parameter",
    "/api/v1/vocabs?x=1, 400, unknown-parameter",
    "/api/v1/vocabs/rome-4/concepts/M1805?code=M1801, 400, unknown-parameter",
    "/api/v1/search?status=dead, 400, bad-parameter",
    "/api/v1/search?vocab=nope, 404, unknown-vocabulary",
    "/api/v1/nope, 404, not-found",
    "/api/v1/vocabs/../../etc/passwd, 404, not-found"
  })
  void what_cannot_be_answered_is_a_typed_problem(String path, int status, String type) {
    HttpResponse<String> answer = RunningService.get(path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(JsonPath.<String>read(answer.body(), "$.type")).endsWith("/problems/" + type);
    assertThat(JsonPath.<String>read(answer.body(), "$.detail"))
        .isNotBlank()
        .doesNotContain("Exception");
  }

  @Test
  void a_cursor_is_good_for_its_own_list_only() {
    String cursor = text(CONCEPTS + "?type=appellation&limit=1", "$.next");

    assertThat(
            RunningService.get(CONCEPTS + "?type=appellation&limit=7&cursor=" + cursor)
                .statusCode())
        .isEqualTo(200);
    assertThat(RunningService.get(CONCEPTS + "?type=savoir&limit=1&cursor=" + cursor).statusCode())
        .isEqualTo(400);
  }

  @Test
  void a_misspelt_parameter_is_answered_with_the_nearest_one() {
    assertThat(RunningService.get(CONCEPTS + "?curser=x").body())
        .contains("vouliez-vous dire « cursor »");
  }
}
