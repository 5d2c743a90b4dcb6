package fr.passerelle.api.linkeddata;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.RunningService;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdTest {
  @ParameterizedTest(name = "{0} > {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          */*                                            | /doc/vocab/rome-4/M1805
          text/html                                      | /doc/vocab/rome-4/M1805
          text/html,application/xml;q=0.9,*/*;q=0.8      | /doc/vocab/rome-4/M1805
          text/turtle                                    | /data/vocab/rome-4/M1805.ttl
          application/ld+json                            | /data/vocab/rome-4/M1805.jsonld
          application/rdf+xml                            | /data/vocab/rome-4/M1805.rdf
          application/n-triples                          | /data/vocab/rome-4/M1805.nt
          text/html;q=0.5,text/turtle                    | /data/vocab/rome-4/M1805.ttl
          text/turtle;q=0.3,application/rdf+xml;q=0.7    | /data/vocab/rome-4/M1805.rdf
          text/turtle;q=0,text/*                         | /doc/vocab/rome-4/M1805
          application/*                                  | /data/vocab/rome-4/M1805.jsonld
          image/png, application/n-triples;q=0.1         | /data/vocab/rome-4/M1805.nt
          """)
  void a_name_redirects_to_what_the_client_prefers(String accept, String location) {
    HttpResponse<String> answer = RunningService.get("/id/vocab/rome-4/M1805", "Accept", accept);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).hasValue(location);
    assertThat(answer.headers().firstValue("Vary")).hasValue("Accept");
  }

  @Test
  void without_Accept_a_name_redirects_to_its_page() {
    assertThat(location("/id/vocab/rome-4")).isEqualTo("/doc/vocab/rome-4");
  }

  @ParameterizedTest(name = "{0} > {1}")
  @CsvSource({
    "/id/vocab/rome, /data/vocab/rome-4.ttl",
    "/id/vocab/rome-4, /data/vocab/rome-4.ttl",
    "/id/vocab/rome-4/m%201805, /data/vocab/rome-4/M1805.ttl",
    "/id/vocab/rncp/8940, /data/vocab/rncp/RNCP8940.ttl",
    "/id/vocab/rome-4/release/echantillon, /data/vocab/rome-4/release/echantillon.ttl",
  })
  void names_as_people_write_them_redirect_to_the_one_that_stays(String path, String location) {
    assertThat(location(path, "Accept", "text/turtle")).isEqualTo(location);
    assertThat(RunningService.get(location).statusCode()).isEqualTo(200);
  }

  @Test
  void a_client_that_wants_nothing_we_have_is_told_what_there_is() {
    HttpResponse<String> answer =
        RunningService.get("/id/vocab/rome-4/M1805", "Accept", "image/png");

    assertThat(answer.statusCode()).isEqualTo(406);
    assertThat(answer.body()).contains("text/html", "text/turtle", "application/n-triples");
  }

  @ParameterizedTest(name = "{0} > {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /id/vocab/romee                    | unknown-vocabulary | les plus proches : rome-4
          /id/vocab/zzzzzzzzzz               | unknown-vocabulary | les plus proches :
          /id/vocab/rome-4/M1899             | unknown-code       | approchant : M18, M1805
          /id/vocab/rome-4/%3Cscript%3E      | unknown-code       | échantillon
          /id/vocab/rome-4/release/59        | not-found          | celle qui l'est : echantillon
          /data/vocab/rome-4/M1805.csv       | not-found          | .ttl, .jsonld, .rdf, .nt
          /data/vocab/rome-4/M1805           | not-found          | .ttl, .jsonld, .rdf, .nt
          /data/vocab/zzzzzzzzzz.ttl         | unknown-vocabulary | les plus proches :
          /data/vocab/rome-4/ZZ.ttl          | unknown-code       | n'a pas le code « ZZ »
          /ns.docx                           | not-found          | .ttl, .jsonld, .rdf, .nt
          """)
  void what_does_not_exist_says_what_does(String path, String type, String hint) {
    HttpResponse<String> answer = RunningService.get(path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("/problems/" + type).contains(hint);
  }

  private static String location(String path, String... headers) {
    return RunningService.get(path, headers).headers().firstValue("Location").orElse("");
  }
}
