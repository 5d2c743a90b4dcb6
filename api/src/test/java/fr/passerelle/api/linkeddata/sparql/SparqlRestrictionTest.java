package fr.passerelle.api.linkeddata.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.OperatedService;
import fr.passerelle.vocab.PairsFixture;
import fr.passerelle.vocab.release.Import;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What may not be published is in no answer, count or graph, from the moment it may not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SparqlRestrictionTest {
  private static final String STUDIES =
      "SELECT (COUNT(*) AS ?n) { ?s a <http://www.w3.org/ns/dcat#Dataset> }";

  private final OperatedService service;

  SparqlRestrictionTest(@TempDir Path folder) throws IOException {
    service = new OperatedService(folder);
  }

  @AfterAll
  void close() {
    service.close();
  }

  private String csv(String query) {
    HttpResponse<String> answer =
        service.get("/sparql?format=csv&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static String form(String word, String visibility) {
    return """
    {"title": "Étude %s", "identifier": "%s", "producers": ["insee"], "themes": ["emploi"],
     "territories": ["R93"], "status": "published", "visibility": "%s", "kind": "report",
     "issued": "2024-05"}
    """
        .formatted(word, word, visibility);
  }

  @Test
  void a_restricted_study_is_nowhere_and_a_public_one_leaves_when_it_is_restricted() {
    String found = "SELECT ?s { ?s ?p ?o FILTER(CONTAINS(STR(?o), 'zibeline')) }";
    String before = csv(STUDIES);
    String hidden = service.deposit(form("zibeline", "network"));

    assertThat(csv(found).lines().count()).isEqualTo(1);
    assertThat(csv(STUDIES)).isEqualTo(before);
    assertThat(csv("ASK { <%s/id/study/%s> ?p ?o }".formatted(service.address(), hidden)))
        .contains("false");
    assertThat(csv("SELECT ?s { ?s ?p <%s/id/study/%s> }".formatted(service.address(), hidden)))
        .doesNotContain(hidden);

    service.put(hidden, form("zibeline", "public"));
    assertThat(csv(found)).contains(hidden);
    assertThat(csv(STUDIES)).isNotEqualTo(before);

    service.put(hidden, form("zibeline", "producer"));
    assertThat(csv(found).lines().count()).isEqualTo(1);
    assertThat(csv(STUDIES)).isEqualTo(before);
  }

  @Test
  void a_vocabulary_without_licence_is_nowhere() throws IOException {
    String graphs = csv("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g");
    service
        .vocabularies()
        .publish(
            new Import(
                PairsFixture.release("1", "zibelin=1 b=2"),
                new Findings(),
                Optional.empty(),
                /* dryRun= */ false,
                /* removals= */ 1));
    service.vocabularies().reload();

    assertThat(csv("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g")).isEqualTo(graphs);
    assertThat(
            csv(
                "SELECT * { ?s ?p ?o FILTER(CONTAINS(STR(?s), 'zibelin') || CONTAINS(STR(?o),"
                    + " 'zibelin')) }"))
        .isEqualToIgnoringWhitespace("s,p,o");
  }

  @Test
  void notes_that_a_licence_does_not_cover_serve_search_only() {
    String scheme = service.address() + "/id/vocab/formacode-14";

    assertThat(
            csv("SELECT ?s { ?s <http://www.w3.org/2004/02/skos/core#inScheme> <%s> } LIMIT 5"
                    .formatted(scheme))
                .lines()
                .count())
        .isEqualTo(6);
    assertThat(
            csv(
                """
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                SELECT ?s { GRAPH <%s> { ?s skos:inScheme <%s> ; skos:definition|skos:scopeNote|skos:note|skos:altLabel ?t } }
                """
                    .formatted(scheme, scheme)))
        .isEqualToIgnoringWhitespace("s");
  }
}
