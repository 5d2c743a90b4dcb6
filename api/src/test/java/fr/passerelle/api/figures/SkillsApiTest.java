package fr.passerelle.api.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import fr.passerelle.api.RunningService;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Skills asked for, available and taught, over the sample, which was made by a rule. */
class SkillsApiTest {
  private static final String NOTE = "données synthétiques";

  private static String values(String indicator, String rest) {
    HttpResponse<String> answer =
        RunningService.get("/api/v1/indicators/" + indicator + "/values?" + rest);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static String of(String territory, String period, String skill) {
    return "territory=%s&period=%s&categories=competence-rome%%3D%s"
        .formatted(territory, period, skill);
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource({
    "competences-demandees, R93, 300034, sum, 1117",
    "competences-disponibles, R93, 300034, sum, 1199",
    "competences-enseignees, R93, 300034, sum, 440",
    "competences-demandees, D13, 300034, published, 500",
    "ecart-competences-demandees-disponibles, R93, 300034, difference, -82",
    "ecart-competences-demandees-enseignees, R93, 300034, difference, 677",
    "ecart-competences-demandees-disponibles, D13, 300034, difference, -220",
  })
  void each_view_and_each_gap_is_told_and_says_that_it_is_synthetic(
      String indicator, String territory, String skill, String outcome, double value) {
    String body = values(indicator, of(territory, "2025-Q4", skill));
    assertThat(JsonPath.<Double>read(body, "$.items[0].value")).isEqualTo(value);
    assertThat(JsonPath.<String>read(body, "$.items[0].outcome")).isEqualTo(outcome);
    assertThat(JsonPath.<String>read(body, "$.items[0].status")).isEqualTo("U");
    assertThat(JsonPath.<Boolean>read(body, "$.items[0].synthetic")).isTrue();
    assertThat(JsonPath.<Boolean>read(body, "$.sources[0].synthetic")).isTrue();
    assertThat(JsonPath.<String>read(body, "$.sources[0].citation")).contains(NOTE);
  }

  @Test
  void a_gap_of_which_a_side_is_missing_is_refused_with_the_side() {
    String body =
        values("ecart-competences-demandees-enseignees", of("D13,R93", "2025-Q4", "300072"));
    assertThat(JsonPath.<List<String>>read(body, "$.items[*].refusal.reason"))
        .containsExactly("missing-term", "missing-term");
    assertThat(JsonPath.<List<String>>read(body, "$.items[*].refusal.explanation"))
        .allMatch(each -> each.contains("« Compétences enseignées »"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "sdmx-json", "json-stat", "cube", "json"})
  void every_format_that_has_names_names_skills(String format) {
    String concept = RunningService.get("/api/v1/vocabs/rome-4/concepts/300034").body();
    String name = JsonPath.read(concept, "$.prefLabel");
    assertThat(
            values("competences-demandees", of("R93", "2025-Q4", "300034") + "&format=" + format))
        .contains(name);
  }

  @Test
  void skills_do_not_add_up_to_a_whole() {
    String body = values("competences-demandees", "territory=R93&period=2025-Q4");
    assertThat(JsonPath.<List<Double>>read(body, "$.items[*].value")).containsOnlyNulls();
    String indicator = RunningService.get("/api/v1/indicators/competences-demandees").body();
    assertThat(JsonPath.<List<String>>read(indicator, "$.measure.adds"))
        .containsExactly("territory");
    assertThat(JsonPath.<List<String>>read(indicator, "$.dimensions.competence-rome")).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "sdmx-csv", "sdmx-json", "json-stat", "cube", "json", "csvw"})
  void every_format_says_that_they_are_synthetic(String format) {
    for (String indicator :
        List.of("competences-demandees", "ecart-competences-demandees-disponibles")) {
      assertThat(values(indicator, "territory=R93,D13&period=all&categories=all&format=" + format))
          .contains(NOTE);
    }
  }

  @Test
  void graphql_tells_the_gap_and_names_the_skill() {
    String query =
        "{\"query\":\"{ figures(indicators: [\\\"ecart-competences-demandees-disponibles\\\"],"
            + " territories: [\\\"R93\\\"], period: \\\"2025-Q4\\\", categories:"
            + " \\\"competence-rome=300034\\\") { value minuend subtrahend synthetic categories {"
            + " concept { prefLabel } } sources { synthetic } } indicator(id: \\\"defm-abc\\\") {"
            + " dataset } }\"}";
    String body =
        RunningService.send("POST", "/graphql", query, "Content-Type", "application/json").body();
    Map<String, Object> figure = JsonPath.read(body, "$.data.figures[0]");
    assertThat(figure)
        .containsEntry("value", -82.0)
        .containsEntry("minuend", 1117.0)
        .containsEntry("subtrahend", 1199.0)
        .containsEntry("synthetic", true);
    assertThat(body).contains("Aider la personne");
    assertThat(JsonPath.<String>read(body, "$.data.indicator.dataset"))
        .endsWith("/id/dataset/indicator/defm-abc");
  }
}
