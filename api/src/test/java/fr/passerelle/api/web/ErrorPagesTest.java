package fr.passerelle.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.RunningService;
import fr.passerelle.api.http.ProblemType;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorPagesTest {
  private static final String JSON = "application/problem+json";
  private static final String HTML = "text/html; charset=utf-8";

  @ParameterizedTest(name = "{0} with {1} is {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /doc/vocab/zzz            | text/html,*/*;q=0.8        | 404 | html
          /doc/vocab/rome-4/ZZ99    | text/html,*/*;q=0.8        | 404 | html
          /id/vocab/rome-4/ZZ99     | text/html,*/*;q=0.8        | 404 | html
          /rien                     | text/html,*/*;q=0.8        | 404 | html
          /recherche?q=a&typ=b      | text/html,*/*;q=0.8        | 400 | html
          /recherche?type=zz        | text/html,*/*;q=0.8        | 400 | html
          /recherche?vocab=zz       | text/html,*/*;q=0.8        | 400 | html
          /recherche?cursor=zz      | text/html,*/*;q=0.8        | 400 | html
          /problems/zz              | text/html,*/*;q=0.8        | 404 | html
          /doc/vocab/zzz            | */*                        | 404 | json
          /doc/vocab/zzz            | application/json,text/html | 404 | json
          /data/vocab/zzz.ttl       | text/html                  | 404 | json
          /api/rien                 | text/html                  | 404 | json
          /graphql/rien             | text/html                  | 404 | json
          """)
  void a_browser_reads_a_page_and_a_machine_reads_data(
      String path, String accept, int status, String shape) {
    HttpResponse<String> answer = RunningService.get(path, "Accept", accept);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue(shape.equals("html") ? HTML : JSON);
    assertThat(answer.headers().firstValue("Vary")).hasValue("Accept, Accept-Language");
  }

  @Test
  void the_page_says_what_the_problem_says() {
    HttpResponse<String> page =
        RunningService.get("/doc/vocab/rome-4/M1899", "Accept", "text/html");

    assertThat(page.body())
        .contains("Code inconnu")
        .contains("approchant : M18, M1805")
        .contains("href=\"/problems/unknown-code\"");
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @Test
  void every_problem_has_its_page_in_both_languages() {
    assertThat(Arrays.stream(ProblemType.values()).map(type -> "problem." + type.slug()))
        .allMatch(key -> Texts.of("fr").has(key) && Texts.of("fr").has(key + ".todo"));
    assertThat(Texts.of("en").keys()).containsAll(Texts.of("fr").keys());
  }
}
