package fr.passerelle.api.linkeddata.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import fr.passerelle.api.RunningService;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The SPARQL 1.1 Protocol over the sample. */
class SparqlProtocolTest {
  private static final String JSON = "application/sparql-results+json";
  private static final String FORM = "application/x-www-form-urlencoded";

  private static final String LABEL =
      "SELECT ?l { <%s/id/vocab/rome-4/M1805> <http://www.w3.org/2004/02/skos/core#prefLabel> ?l }"
          .formatted(RunningService.address());

  private static final String SHEETS =
      "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(?s = <%s/id/vocab/rome-4/M1805>) }"
          .formatted(RunningService.address());

  private static String path(String query) {
    return "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> ask(String query, String... headers) {
    return RunningService.get(path(query), headers);
  }

  private static Model model(HttpResponse<String> answer) {
    Model model = ModelFactory.createDefaultModel();
    String type = answer.headers().firstValue("Content-Type").orElseThrow().replaceAll(";.*", "");
    Lang lang = RDFLanguages.contentTypeToLang(type);
    RDFDataMgr.read(
        model, new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)), lang);
    return model;
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void a_query_is_asked_by_get_by_form_or_alone() {
    String form = "query=" + URLEncoder.encode(LABEL, StandardCharsets.UTF_8);
    List<HttpResponse<String>> answers =
        List.of(
            ask(LABEL, "Accept", JSON),
            RunningService.send("POST", "/sparql", form, "Content-Type", FORM, "Accept", JSON),
            RunningService.send(
                "POST",
                "/sparql",
                LABEL,
                "Content-Type",
                "application/sparql-query; charset=utf-8",
                "Accept",
                JSON));

    assertThat(answers)
        .allSatisfy(answer -> {
          assertThat(answer.statusCode()).isEqualTo(200);
          assertThat(header(answer, "Content-Type")).startsWith(JSON);
          assertThat(header(answer, "ETag")).isNotEmpty();
          assertThat(
                  JsonPath.parse(answer.body()).read("$.results.bindings[0].l.value", String.class))
              .isEqualTo("Développeur / Développeuse informatique");
        });
    assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          */*                                                          | application/sparql-results+json
          application/json                                             | application/sparql-results+json
          application/sparql-results+xml                               | application/sparql-results+xml
          application/xml;q=0.9, text/html;q=0.1                       | application/sparql-results+xml
          text/csv                                                     | text/csv
          text/tab-separated-values                                    | text/tab-separated-values
          text/csv;q=0.2, application/sparql-results+xml;q=0.3, a/b    | application/sparql-results+xml
          """)
  void rows_are_written_as_asked(String accept, String type) {
    HttpResponse<String> answer = ask(LABEL, "Accept", accept);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).startsWith(type);
    assertThat(answer.body()).contains("Développeur / Développeuse informatique");
  }

  @ParameterizedTest
  @CsvSource({
    "text/turtle, ttl",
    "application/ld+json, jsonld",
    "application/rdf+xml, rdf",
    "application/n-triples, nt"
  })
  void triples_are_written_as_asked_and_are_the_same(String type, String format) {
    HttpResponse<String> byAccept = ask(SHEETS, "Accept", type);
    HttpResponse<String> byFormat = RunningService.get(path(SHEETS) + "&format=" + format);

    assertThat(header(byAccept, "Content-Type")).startsWith(type);
    assertThat(byFormat.body()).isEqualTo(byAccept.body());
    assertThat(model(byAccept).isIsomorphicWith(model(ask(SHEETS, "Accept", "text/turtle"))))
        .isTrue();
    assertThat(model(byAccept).size()).isGreaterThan(20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {JSON, "application/sparql-results+xml", "text/csv", "text/tab-separated-values"})
  void yes_or_no_is_written_in_every_format(String type) {
    HttpResponse<String> answer = ask("ASK { ?s a ?o }", "Accept", type);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("true");
  }

  @Test
  void a_thing_is_described() {
    HttpResponse<String> answer =
        ask("DESCRIBE <%s/id/vocab/rome-4/M1805>".formatted(RunningService.address()));

    assertThat(header(answer, "Content-Type")).startsWith("text/turtle");
    assertThat(model(answer).size()).isGreaterThan(20);
  }

  @Test
  void what_is_there_already_is_told_by_its_tag() {
    HttpResponse<String> first = ask(LABEL, "Accept", JSON);
    HttpResponse<String> again = ask(LABEL, "Accept", JSON, "If-None-Match", header(first, "ETag"));

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(header(first, "Link")).contains("/.well-known/void");
    assertThat(RunningService.send("HEAD", path(LABEL), "").statusCode()).isEqualTo(200);
  }

  @Test
  void chance_is_kept_by_nobody() {
    HttpResponse<String> one = ask("SELECT (STRUUID() AS ?x) { }");
    HttpResponse<String> other = ask("SELECT (STRUUID() AS ?x) { }");

    assertThat(one.body()).isNotEqualTo(other.body());
    assertThat(header(one, "Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET  | SELECT          | image/png | | 406 | text/csv
          GET  | SELECT          | text/turtle | | 406 | application/sparql-results+json
          GET  | CONSTRUCT       | text/csv | | 406 | text/turtle
          GET  | SELECT ?        | */* | | 400 | ligne 1, colonne
          POST | SELECT          | */* | text/plain | 415 | application/sparql-query
          POST | SELECT          | */* | application/sparql-query; charset=iso-8859-1 | 415 | UTF-8
          POST |                 | */* | application/sparql-query | 400 | La question manque
          POST | INSERT DATA { } | */* | application/sparql-update | 400 | lecture seule
          POST | update=CLEAR+ALL | */* | application/x-www-form-urlencoded | 400 | lecture seule
          POST | qery=ASK+{}     | */* | application/x-www-form-urlencoded | 400 | connus : query
          POST | query=%zz       | */* | application/x-www-form-urlencoded | 400 | encodé
          POST | query=ASK+{}&query=ASK+{} | */* | application/x-www-form-urlencoded | 400 | une seule fois
          """)
  void what_cannot_be_answered_says_why(
      String method, String query, String accept, String type, int status, String why) {
    String text =
        query == null
            ? " "
            : query.equals("SELECT") ? LABEL : query.equals("CONSTRUCT") ? SHEETS : query;
    HttpResponse<String> answer =
        method.equals("GET")
            ? ask(text, "Accept", accept)
            : RunningService.send(
                "POST", "/sparql", text, "Accept", accept, "Content-Type", String.valueOf(type));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
    assertThat(answer.body()).contains(why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sparql?update=CLEAR+ALL",
        "/sparql?querry=ASK+%7B%7D",
        "/sparql?query=ASK+%7B%7D&format=pdf"
      })
  void parameters_are_known_or_refused(String path) {
    assertThat(RunningService.get(path).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
  void nothing_is_written(String method) {
    assertThat(RunningService.send(method, "/sparql", "").statusCode()).isEqualTo(405);
  }

  @Test
  void graphs_are_chosen_by_the_protocol_before_the_query() {
    String rome = RunningService.address() + "/id/vocab/rome-4";
    String formacode = RunningService.address() + "/id/vocab/formacode-14";
    String count =
        "SELECT (COUNT(*) AS ?n) %s { ?s a <http://www.w3.org/2004/02/skos/core#Concept> }";
    String all = body(count.formatted(""), "");
    String ofQuery = body(count.formatted("FROM <" + rome + ">"), "");
    String ofProtocol =
        body(count.formatted("FROM <" + formacode + ">"), "&default-graph-uri=" + rome);
    String ofBoth =
        body(count.formatted(""), "&default-graph-uri=" + rome + "&default-graph-uri=" + formacode);
    String named =
        body(
            "SELECT ?g { GRAPH ?g { ?s a <http://www.w3.org/2004/02/skos/core#Concept> } } GROUP BY"
                + " ?g",
            "&named-graph-uri=" + rome);

    assertThat(ofProtocol).isEqualTo(ofQuery);
    assertThat(Integer.parseInt(ofBoth)).isGreaterThan(Integer.parseInt(ofQuery));
    assertThat(Integer.parseInt(all)).isGreaterThan(Integer.parseInt(ofBoth));
    assertThat(named).isEqualTo(rome);
  }

  private static String body(String query, String more) {
    HttpResponse<String> answer = RunningService.get(path(query) + more + "&format=csv");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body().lines().skip(1).findFirst().orElse("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/secret",
        "http://169.254.169.254/latest/meta-data",
        "file:///etc/passwd",
        "urn:x-arq:UnionGraph",
        "http://exemple.fr/graphe"
      })
  void no_graph_is_fetched(String graph) {
    for (String path :
        List.of(
            path("SELECT * FROM <%s> { ?s ?p ?o }".formatted(graph)),
            path("SELECT * FROM NAMED <%s> { GRAPH ?g { ?s ?p ?o } }".formatted(graph)),
            path("ASK { ?s ?p ?o }") + "&default-graph-uri=" + graph,
            path("ASK { ?s ?p ?o }") + "&named-graph-uri=" + graph)) {
      HttpResponse<String> answer = RunningService.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(400);
      assertThat(answer.body()).contains("aucun n'est cherché ailleurs");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/sparql, text/turtle",
    "/sparql, application/ld+json",
    "/sparql, application/rdf+xml",
    "/.well-known/void, application/n-triples",
    "/.well-known/void, text/turtle"
  })
  void without_a_query_the_service_says_what_it_is(String path, String type) {
    Model model = model(RunningService.get(path, "Accept", type));
    String ns = "http://www.w3.org/ns/sparql-service-description#";
    String rome = RunningService.address() + "/id/vocab/rome-4";

    assertThat(
            model.contains(
                model.createResource(RunningService.address() + "/sparql"),
                model.createProperty(ns, "supportedLanguage"),
                model.createResource(ns + "SPARQL11Query")))
        .isTrue();
    assertThat(model.contains(null, model.createProperty(ns, "name"), model.createResource(rome)))
        .isTrue();
    assertThat(model.size()).isLessThan(5_000);
  }

  @Test
  void each_graph_says_whose_it_is_and_under_which_licence() {
    Model model = model(RunningService.get("/.well-known/void", "Accept", "text/turtle"));
    String query =
        """
        PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
        PREFIX void: <http://rdfs.org/ns/void#>
        PREFIX dct: <http://purl.org/dc/terms/>
        SELECT ?name ?triples ?licence ?citation {
          ?n sd:name ?name ; sd:graph ?g . ?g void:triples ?triples
          OPTIONAL { ?g dct:license ?licence } OPTIONAL { ?g dct:bibliographicCitation ?citation }
        }
        """;
    int graphs = 0;
    try (var execution = org.apache.jena.query.QueryExecutionFactory.create(query, model)) {
      var rows = execution.execSelect();
      while (rows.hasNext()) {
        var row = rows.next();
        String name = row.getResource("name").getURI();
        graphs++;
        if (!name.endsWith("/ns")) {
          assertThat(row.get("licence")).as(name).isNotNull();
          assertThat(row.get("citation")).as(name).isNotNull();
        }
      }
    }
    assertThat(graphs).isGreaterThan(15);
  }

  @Test
  void a_browser_is_shown_a_page() {
    String browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    HttpResponse<String> bare = RunningService.get("/sparql", "Accept", browser);
    HttpResponse<String> asked = ask("ASK { }", "Accept", browser);

    assertThat(bare.statusCode()).isEqualTo(303);
    assertThat(header(bare, "Location")).isEqualTo("/doc/sparql");
    assertThat(header(asked, "Location")).startsWith("/doc/sparql?query=ASK");
    assertThat(RunningService.get("/.well-known/void", "Accept", browser).statusCode())
        .isEqualTo(303);
  }
}
