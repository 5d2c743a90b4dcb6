package fr.passerelle.api.linkeddata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.RunningService;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataTest {
  private static final String M1805 = "/data/vocab/rome-4/M1805.";

  @Test
  void the_four_syntaxes_say_the_same() {
    List<Model> models =
        List.of("ttl", "jsonld", "rdf", "nt").stream()
            .map(each -> Rdf.read(each, RunningService.get(M1805 + each).body().getBytes(UTF_8)))
            .toList();

    assertThat(models.getFirst().size()).isGreaterThan(50);
    assertThat(models).allMatch(each -> each.isIsomorphicWith(models.getFirst()));
    String uri = RunningService.address() + "/id/vocab/rome-4/M1805";
    assertThat(models.getFirst().getResource(uri).getProperty(SKOS.prefLabel).getString())
        .isEqualTo("Développeur / Développeuse informatique");
    assertThat(models.getFirst().listObjectsOfProperty(DCTerms.bibliographicCitation).toList())
        .anyMatch(citation -> citation.toString().contains("France Travail"));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "ttl, text/turtle",
    "jsonld, application/ld+json",
    "rdf, application/rdf+xml",
    "nt, application/n-triples"
  })
  void a_document_says_its_type_and_what_goes_with_it(String extension, String mediaType) {
    HttpResponse<String> answer = RunningService.get(M1805 + extension);

    assertThat(answer.headers().firstValue("Content-Type")).hasValue(mediaType + "; charset=utf-8");
    assertThat(answer.headers().firstValue("Link").orElseThrow())
        .contains("<" + RunningService.address() + "/id/vocab/rome-4/M1805>; rel=\"canonical\"")
        .contains("</doc/vocab/rome-4/M1805>; rel=\"alternate\"; type=\"text/html\"")
        .contains("</data/vocab/rome-4/release/echantillon.ttl>; rel=\"describedby\"")
        .contains("<https://spdx.org/licenses/etalab-2.0>; rel=\"license\"")
        .contains("<" + M1805 + extension + ">; rel=\"original timegate\"")
        .doesNotContain("<" + M1805 + extension + ">; rel=\"alternate\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/data/vocab/rome-4/M1805.ttl",
        "/doc/vocab/rome-4/M1805",
        "/id/vocab/rome-4/M1805",
        "/ns.ttl",
        "/"
      })
  void HEAD_has_the_headers_of_GET(String path) {
    HttpResponse<String> get = RunningService.get(path);
    HttpResponse<String> head = RunningService.send("HEAD", path, "");

    assertThat(head.statusCode()).isEqualTo(get.statusCode());
    assertThat(head.body()).isEmpty();
    assertThat(stable(head)).isEqualTo(stable(get));
  }

  private static Map<String, List<String>> stable(HttpResponse<String> answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    headers.remove("connection");
    return headers;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/data/vocab/rome-4/M1805.ttl", "/data/vocab/rome-4.ttl", "/"})
  void who_has_it_already_gets_a_304(String path) {
    String etag = RunningService.get(path).headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = RunningService.get(path, "If-None-Match", etag);

    assertThat(etag).startsWith("\"");
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.headers().firstValue("ETag")).hasValue(etag);
  }

  @Test
  void the_ontology_of_our_own_terms_is_at_ns() {
    HttpResponse<String> turtle = RunningService.get("/ns");
    HttpResponse<String> xml = RunningService.get("/ns", "Accept", "application/rdf+xml");

    assertThat(turtle.headers().firstValue("Content-Type")).hasValue("text/turtle; charset=utf-8");
    assertThat(Rdf.read("ttl", turtle.body().getBytes(UTF_8)).size()).isGreaterThan(50);
    assertThat(
            Rdf.read("rdf", xml.body().getBytes(UTF_8))
                .isIsomorphicWith(
                    Rdf.read("nt", RunningService.get("/ns.nt").body().getBytes(UTF_8))))
        .isTrue();
    assertThat(RunningService.get("/ns", "Accept", "text/csv").statusCode()).isEqualTo(406);
  }

  @Test
  void a_query_parameter_is_refused() {
    assertThat(RunningService.get("/data/vocab/rome-4/M1805.ttl?release=60").statusCode())
        .isEqualTo(400);
  }
}
