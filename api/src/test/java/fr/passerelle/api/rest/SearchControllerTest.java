package fr.passerelle.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import fr.passerelle.api.RunningService;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchControllerTest {
  private static String search(String text, String filters) {
    return RunningService.get(
            "/api/v1/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + filters)
        .body();
  }

  @ParameterizedTest
  @CsvSource({
    "developpeur informatique, M1805, pref_label",
    "DÉVELOPPEUR INFORMATIQUE, M1805, pref_label",
    "développeur inf, M1805, pref_label",
    "boulangere, D1102, pref_label",
    "BOULANGÈRE, D1102, pref_label",
    "boulang, D1102, pref_label",
    "M1805, M1805, notation",
    "m 1805, M1805, notation"
  })
  void words_are_found_whatever_their_case_and_accents(String text, String code, String field) {
    String body = search(text, "&type=fiche-metier");

    assertThat(JsonPath.<String>read(body, "$.items[0].code")).isEqualTo(code);
    assertThat(JsonPath.<String>read(body, "$.items[0].match.field")).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource({"manœuvre, manoeuvre", "MANŒUVRE, manoeuvre", "l’emploi, l'emploi"})
  void ligatures_and_apostrophes_do_not_matter(String one, String other) {
    assertThat(JsonPath.<Integer>read(search(one, ""), "$.total"))
        .isPositive()
        .isEqualTo(JsonPath.<Integer>read(search(other, ""), "$.total"));
  }

  @Test
  void an_employers_words_lead_through_an_appellation_to_the_occupation() {
    String body = search("aide a domicile", "&type=fiche-metier");

    assertThat(JsonPath.<List<String>>read(body, "$.items[*].match.field")).contains("alt_label");
    assertThat(JsonPath.<List<String>>read(body, "$.items[*].match.text"))
        .contains("Aide à domicile");
  }

  @Test
  void facets_add_up_to_the_total_and_can_be_given_back_as_filters() {
    String body = search("boulanger", "");
    int total = JsonPath.read(body, "$.total");

    for (String facet : List.of("vocab", "type", "status")) {
      List<Integer> counts = JsonPath.read(body, "$.facets." + facet + "[*].count");
      assertThat(counts.stream().mapToInt(Integer::intValue).sum()).as(facet).isEqualTo(total);
      String value = JsonPath.read(body, "$.facets." + facet + "[0].value");
      assertThat(JsonPath.<Integer>read(search("boulanger", "&" + facet + "=" + value), "$.total"))
          .as(facet)
          .isEqualTo(counts.getFirst());
    }
  }

  @Test
  void paging_gives_each_result_once() {
    List<String> uris = new ArrayList<>();
    String cursor = "";
    do {
      String body = search("conducteur", "&limit=7" + cursor);
      uris.addAll(JsonPath.<List<String>>read(body, "$.items[*].uri"));
      String next = JsonPath.read(body, "$.next");
      cursor = next == null ? "" : "&cursor=" + next;
    } while (!cursor.isEmpty());

    assertThat(uris)
        .doesNotHaveDuplicates()
        .hasSize(JsonPath.<Integer>read(search("conducteur", ""), "$.total"));
  }

  @Test
  void each_answer_names_the_sources_of_its_items() {
    assertThat(
            JsonPath.<List<String>>read(search("boulanger", "&limit=100"), "$.sources[*].producer"))
        .contains("France Travail", "France compétences");
  }

  @ParameterizedTest
  @CsvSource({"'\"'", "'*:*'", "'title:[a TO b]'", "'((((('", "'AND OR NOT'", "'\\'", "'<script>'"})
  void signs_of_a_query_language_are_only_text(String text) {
    assertThat(
            RunningService.get(
                    "/api/v1/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"boulagner, boulanger, D1102", "develloppuer informatique, développeur, M1805"})
  void a_misspelt_text_is_answered_as_the_nearest_one_and_it_is_said(
      String text, String readAs, String code) {
    String body = search(text, "&type=fiche-metier");

    assertThat(JsonPath.<String>read(body, "$.interpretedAs")).startsWith(readAs);
    assertThat(JsonPath.<List<String>>read(body, "$.items[*].code")).contains(code);
    assertThat(JsonPath.<String>read(search("boulanger", ""), "$.interpretedAs")).isNull();
    assertThat(
            JsonPath.<String>read(
                RunningService.get("/api/v1/suggest?q=boulagner").body(), "$.interpretedAs"))
        .isEqualTo("boulanger");
    assertThat(
            JsonPath.<String>read(
                RunningService.get("/api/v1/vocabs/rome-4/concepts?q=boulagner").body(),
                "$.interpretedAs"))
        .isEqualTo("boulanger");
    assertThat(RunningService.get("/recherche?q=boulagner").body())
        .containsPattern("Résultats pour «.boulanger.»");
  }

  @ParameterizedTest
  @CsvSource({
    "/search?q=zzzzzz, not_found",
    "/search?q=boulanger&type=theme, filtered",
    "/suggest?q=zzzzzz, not_found",
    "/suggest, not_asked"
  })
  void nothing_found_says_why(String address, String reason) {
    String body = RunningService.get("/api/v1" + address).body();

    assertThat(JsonPath.<List<Object>>read(body, "$.items")).isEmpty();
    assertThat(JsonPath.<String>read(body, "$.emptyReason")).isEqualTo(reason);
    assertThat(JsonPath.<String>read(body, "$.emptyExplanation")).isNotBlank();
  }

  @Test
  void a_collection_is_found_by_its_name() {
    String body = search("transition ecologique", "");

    assertThat(JsonPath.<List<String>>read(body, "$.collections[*].label"))
        .isNotEmpty()
        .allMatch(label -> label.startsWith("Transition écologique"));
    assertThat(JsonPath.<List<Object>>read(search("boulanger", ""), "$.collections")).isEmpty();
  }

  @Test
  void what_is_typed_is_suggested_with_what_matched() {
    String body =
        RunningService.get("/api/v1/suggest?q=boulang&vocab=rome&type=fiche-metier").body();

    assertThat(JsonPath.<String>read(body, "$.items[0].code")).isEqualTo("D1102");
    assertThat(JsonPath.<String>read(body, "$.items[0].match.field")).isEqualTo("pref_label");
    assertThat(JsonPath.<List<String>>read(body, "$.items[*].type")).containsOnly("fiche-metier");
    assertThat(
            JsonPath.<List<Object>>read(
                RunningService.get("/api/v1/suggest?q=boulang&limit=2").body(), "$.items"))
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"'', 200", "'?q=', 200", "'?q=a&limit=0', 400", "'?q=a&vocab=nope', 404"})
  void a_suggestion_needs_something_typed(String parameters, int status) {
    HttpResponse<String> answer = RunningService.get("/api/v1/suggest" + parameters);

    assertThat(answer.statusCode()).isEqualTo(status);
    if (status == 200) {
      assertThat(JsonPath.<List<Object>>read(answer.body(), "$.items")).isEmpty();
    }
  }
}
