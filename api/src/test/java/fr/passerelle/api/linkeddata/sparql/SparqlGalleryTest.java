package fr.passerelle.api.linkeddata.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.Instance;
import fr.passerelle.api.RunningService;
import fr.passerelle.catalog.profile.ProfileFile;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ready questions have answers, and the page shows them. */
class SparqlGalleryTest {
  static Stream<Example> examples() {
    return Example.list(
        new Instance(ProfileFile.demonstration(), RunningService.address(), Path.of("unused")))
        .stream();
  }

  private static String encoded(String query) {
    return URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void each_has_rows_over_the_sample(Example example) {
    boolean triples = example.query().contains("CONSTRUCT");
    HttpResponse<String> answer =
        RunningService.get(
            "/sparql?format=" + (triples ? "nt" : "csv") + "&query=" + encoded(example.query()));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body().lines().count()).isGreaterThan(1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void the_page_shows_its_answer(Example example) {
    HttpResponse<String> page = RunningService.get("/doc/sparql?query=" + encoded(example.query()));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains(example.fr(), "Réponse").doesNotContain("role=\"alert\"");
  }

  @Test
  void the_page_loads_nothing_from_elsewhere_and_runs_no_script() {
    HttpResponse<String> page = RunningService.get("/doc/sparql");

    assertThat(page.body())
        .doesNotContain("<script", "onclick", "src=\"http")
        .contains("<textarea", "Graphes", "/.well-known/void");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'");
  }

  @Test
  void what_is_wrong_is_told_in_the_page_and_shown_as_text() {
    HttpResponse<String> page =
        RunningService.get("/doc/sparql?query=" + encoded("SELECT <script>alert(1)</script>"));

    assertThat(page.body()).contains("role=\"alert\"", "ligne 1").doesNotContain("<script>");
  }

  @Test
  void addresses_that_are_no_pages_are_no_links() {
    HttpResponse<String> page =
        RunningService.get(
            "/doc/sparql?query=" + encoded("SELECT * { VALUES ?x { <javascript:alert(1)> } }"));

    assertThat(page.body()).contains("javascript:alert(1)").doesNotContain("href=\"javascript");
  }

  @Test
  void the_page_speaks_english_too() {
    assertThat(RunningService.get("/doc/sparql", "Accept-Language", "en").body())
        .contains("Ask in SPARQL", "Skills of an occupation");
  }
}
