package fr.passerelle.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import fr.passerelle.api.RunningService;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTest {
  private static String walk(String from, String to) {
    return RunningService.get("/api/v1/paths?from=%s&to=%s&limit=100".formatted(from, to)).body();
  }

  @Test
  void an_occupation_reaches_training_domains_through_its_parent_and_certifications() {
    String body = walk("rome-4/M1805", "formacode-14");

    assertThat(JsonPath.<Integer>read(body, "$.total")).isEqualTo(10);
    assertThat(JsonPath.<Boolean>read(body, "$.truncated")).isFalse();
    assertThat(JsonPath.<Integer>read(body, "$.reachedCount")).isEqualTo(9);
    assertThat(JsonPath.<List<String>>read(body, "$.paths[0].hops[*].predicate"))
        .containsExactly("parent_v3", "relatedMatch", "relatedMatch");
    assertThat(JsonPath.<List<String>>read(body, "$.paths[0].hops[*].direction"))
        .containsExactly("stated", "inverse", "stated");
    assertThat(JsonPath.<List<String>>read(body, "$.paths[0].hops[*].to.vocab"))
        .containsExactly("rome-3", "rncp", "formacode-14");
    assertThat(JsonPath.<String>read(body, "$.paths[0].hops[0].explanation"))
        .contains("parent ROME 3");
    assertThat(JsonPath.<String>read(body, "$.paths[0].hops[1].correspondence"))
        .isEqualTo("certifinfo/rncp--rome-3");
    assertThat(JsonPath.<List<Object>>read(body, "$.paths[*].hops[*].release"))
        .containsOnly("echantillon");
  }

  @ParameterizedTest
  @CsvSource({
    "rome-4/109846, terme-formacode, 4",
    "rome-4/109846, certification, 3",
    "rome-4/109846, fiche-metier, 1",
    "rome-4/10944, certification, 3",
    "formacode-14/31089, competence, 4",
    "rncp/36490, competence, 3",
    "rncp/36490, rome-3, 1",
    "rome-3/M1805, rncp, 1"
  })
  void each_hop_begins_where_the_one_before_ends(String from, String to, int hops) {
    String body = walk(from, to);

    assertThat(JsonPath.<Integer>read(body, "$.total")).isPositive();
    List<List<String>> starts = JsonPath.read(body, "$.paths[*].hops[*].from.uri");
    assertThat(starts).isNotEmpty();
    int paths = JsonPath.read(body, "$.paths.length()");
    for (int i = 0; i < paths; i++) {
      List<String> left = JsonPath.read(body, "$.paths[%d].hops[*].from.uri".formatted(i));
      List<String> reached = JsonPath.read(body, "$.paths[%d].hops[*].to.uri".formatted(i));
      assertThat(left).hasSize(hops);
      assertThat(left.subList(1, hops)).isEqualTo(reached.subList(0, hops - 1));
    }
  }

  @Test
  void a_concept_that_leads_nowhere_is_named_with_the_reason() {
    String quality = RunningService.get("/api/v1/paths/quality?vocab=rome-3").body();
    int broken = JsonPath.read(quality, "$.whole.brokenCount");

    assertThat(JsonPath.<Integer>read(quality, "$.whole.occupations.total")).isEqualTo(63);
    assertThat(JsonPath.<Integer>read(quality, "$.whole.occupations.reaching")).isEqualTo(57);
    assertThat(broken).isEqualTo(6);
    assertThat(JsonPath.<List<String>>read(quality, "$.whole.broken[*].reason"))
        .containsExactly("no_certification");
  }

  @Test
  void the_quality_of_the_chain_is_given_by_edition_and_domain() {
    String whole = RunningService.get("/api/v1/paths/quality").body();
    String part = RunningService.get("/api/v1/paths/quality?vocab=rome-4&domain=M18").body();

    assertThat(JsonPath.<Integer>read(whole, "$.whole.occupations.total")).isEqualTo(60);
    assertThat(JsonPath.<Double>read(whole, "$.whole.occupations.share")).isEqualTo(1.0);
    assertThat(JsonPath.<Integer>read(whole, "$.whole.certifications.total")).isEqualTo(61);
    assertThat(
            JsonPath.<List<Integer>>read(whole, "$.parts[*].occupations.total").stream()
                .mapToInt(Integer::intValue)
                .sum())
        .isEqualTo(60);
    assertThat(JsonPath.<Integer>read(part, "$.whole.occupations.total")).isEqualTo(3);
    assertThat(JsonPath.<String>read(part, "$.whole.domain.code")).isEqualTo("M18");
  }

  @Test
  void a_long_answer_is_cut_and_says_so() {
    String body =
        RunningService.get("/api/v1/paths?from=rome-4/M1805&to=formacode-14&limit=2").body();

    assertThat(JsonPath.<List<Object>>read(body, "$.paths")).hasSize(2);
    assertThat(JsonPath.<Integer>read(body, "$.total")).isEqualTo(10);
    assertThat(JsonPath.<Boolean>read(body, "$.truncated")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/paths?to=rncp, 400, from",
    "/api/v1/paths?from=rome-4/M1805, 400, to",
    "/api/v1/paths?from=M1805&to=rncp, 400, rome-4/M1805",
    "/api/v1/paths?from=rome-4/M1805&to=region, 400, parcours",
    "/api/v1/paths?from=rome-4/M1805&to=fiche-metier, 400, parcours",
    "/api/v1/paths?from=themes/emploi&to=rncp, 400, parcours",
    "/api/v1/paths?from=rome-4/M1805&to=formacode14, 404, formacode-14",
    "/api/v1/paths/quality?domain=M99, 404, M99"
  })
  void what_no_walk_goes_to_is_a_problem(String path, int status, String words) {
    HttpResponse<String> answer = RunningService.get(path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(JsonPath.<String>read(answer.body(), "$.detail")).contains(words);
  }
}
