package fr.passerelle.api.study;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.RunningService;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitingTest {
  private static final String PREMIERE = "/api/v1/studies/d76cxwgphh";
  private static final String RIS = "application/x-research-info-systems";

  private static String type(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ris      | application/x-research-info-systems         | ris  | TY  - RPRT
          bibtex   | application/x-bibtex                        | bib  | @techreport{insee2019-d76cxwgphh,
          csl-json | application/vnd.citationstyles.csl+json     | json | [{"id":"insee2019-d76cxwgphh"
          """)
  void a_study_is_cited_by_parameter_and_by_accept(
      String format, String mediaType, String extension, String begin) {
    HttpResponse<String> named = RunningService.get(PREMIERE + "?format=" + format);
    HttpResponse<String> accepted = RunningService.get(PREMIERE, "Accept", mediaType);

    assertThat(named.statusCode()).isEqualTo(200);
    assertThat(type(named)).isEqualTo(mediaType + "; charset=utf-8");
    assertThat(named.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"d76cxwgphh." + extension + "\"");
    assertThat(named.headers().firstValue("Link"))
        .hasValueSatisfying(link -> assertThat(link).contains("rel=\"license\""));
    assertThat(named.body())
        .startsWith(begin)
        .contains("Insee Première")
        .contains("1780")
        .contains(RunningService.address() + "/id/study/d76cxwgphh");
    assertThat(accepted.body()).isEqualTo(named.body());
    assertThat(type(accepted)).isEqualTo(type(named));
    assertThat(accepted.headers().firstValue("Vary"))
        .hasValueSatisfying(vary -> assertThat(vary).contains("Accept"));
  }

  @Test
  void a_search_is_cited_page_after_page() {
    HttpResponse<String> page =
        RunningService.get("/api/v1/studies?format=ris&territory=R52&limit=5");

    assertThat(page.body().lines().filter(line -> line.equals("ER  - "))).hasSize(5);
    assertThat(page.headers().firstValue("Link"))
        .hasValueSatisfying(
            link -> assertThat(link).contains("format=ris").contains("rel=\"next\""));
  }

  @Test
  void json_is_what_is_given_where_all_are_one() {
    assertThat(type(RunningService.get(PREMIERE, "Accept", "*/*"))).startsWith("application/json");
    assertThat(type(RunningService.get(PREMIERE + "?format=json", "Accept", "text/html")))
        .startsWith("application/json");
    assertThat(type(RunningService.get(PREMIERE, "Accept", "application/json;q=0.1, " + RIS)))
        .startsWith(RIS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RIS", "pdf", "ris%0d%0aX-A:%20b", ""})
  void an_unknown_format_is_named(String format) {
    HttpResponse<String> answer = RunningService.get(PREMIERE + "?format=" + format);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("bad-parameter").contains("csl-json");
    assertThat(answer.headers().firstValue("X-A")).isEmpty();
  }

  @Test
  void what_is_neither_is_not_acceptable() {
    HttpResponse<String> answer = RunningService.get(PREMIERE, "Accept", "application/pdf");

    assertThat(answer.statusCode()).isEqualTo(406);
    assertThat(answer.body()).contains(RIS);
  }

  @Test
  void the_graph_cites_too() {
    String query =
        "{\"query\":\"{ study(id: \\\"d76cxwgphh\\\") { citation bibtex: citation(format: BIBTEX) }"
            + " }\"}";
    HttpResponse<String> answer =
        RunningService.send("POST", "/graphql", query, "Content-Type", "application/json");

    assertThat(answer.body())
        .contains("Insee, « Insee Première n° 1780 », 2019")
        .contains("@techreport{insee2019-d76cxwgphh");
  }

  @Test
  void the_graph_says_where_a_search_is_followed() {
    String query =
        "{\"query\":\"{ studies(q: \\\"l'emploi\\\", territory: [\\\"R93\\\"], kind: [SURVEY,"
            + " REPORT]) { feed calendar page } }\"}";
    HttpResponse<String> answer =
        RunningService.send("POST", "/graphql", query, "Content-Type", "application/json");
    String asked = "?q=l%27emploi&territory=R93&kind=report%2Csurvey\"";

    assertThat(answer.body())
        .contains("\"feed\":\"" + RunningService.address() + "/feeds/studies.atom" + asked)
        .contains("\"calendar\":\"" + RunningService.address() + "/calendar.ics" + asked)
        .contains("\"page\":\"" + RunningService.address() + "/etudes" + asked);
  }
}
