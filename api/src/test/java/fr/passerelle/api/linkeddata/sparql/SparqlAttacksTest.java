package fr.passerelle.api.linkeddata.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.RunningService;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions made to cost: each ends by itself, under the cap, and says why. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SparqlAttacksTest {
  private static final int CAP = 8 << 20;
  private static final String SKOS = "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> ";
  private static final String XSD = "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ";

  private static String doubled(String function) {
    StringBuilder query =
        new StringBuilder("SELECT (STRLEN(?v40) AS ?n) { BIND('abcdefgh' AS ?v0) ");
    for (int i = 0; i < 40; i++) {
      query.append("BIND(%s AS ?v%d) ".formatted(function.replace("?v", "?v" + i), i + 1));
    }
    return query.append("}").toString();
  }

  static Stream<Arguments> attacks() {
    Map<String, String> queries = new LinkedHashMap<>();
    queries.put("cartesian product", "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }");
    queries.put(
        "cartesian product of groups", "SELECT * { { ?a ?b ?c } { ?d ?e ?f } { ?g ?h ?i } }");
    queries.put("cartesian product in order", "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?a ?f");
    queries.put("order of everything", "SELECT * { ?s ?p ?o } ORDER BY ?o DESC(?s)");
    queries.put("everything", "SELECT * { ?s ?p ?o }");
    queries.put("giant limit", "SELECT * { ?s ?p ?o } LIMIT 2147483647");
    queries.put("giant ordered limit", "SELECT * { ?s ?p ?o } ORDER BY ?o LIMIT 2000000000");
    queries.put("limit beyond numbers", "SELECT * { ?s ?p ?o } LIMIT 99999999999999999999");
    queries.put("a dump", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }");
    queries.put("everything described", "DESCRIBE ?s { ?s ?p ?o }");
    queries.put("flood of blank nodes", "CONSTRUCT { _:a ?p [] . [] ?p _:b } WHERE { ?s ?p ?o }");
    queries.put(
        "long paths",
        SKOS
            + "SELECT (COUNT(*) AS ?n) { ?s (skos:broader|^skos:broader|skos:related)* ?o . ?o"
            + " (skos:narrower|!skos:x)* ?z }");
    queries.put("any path", "SELECT (COUNT(*) AS ?n) { ?s (!<urn:x>|^!<urn:x>)* ?o }");
    queries.put(
        "regular expression that goes back",
        "SELECT * { ?s ?p ?o FILTER(REGEX('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!',"
            + " '^(a+)+$')) }");
    queries.put(
        "replacement that goes back",
        "SELECT (REPLACE('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', '(a|aa|a?)+$', 'b') AS"
            + " ?x) { ?s ?p ?o }");
    queries.put(
        "deep regular expression",
        "SELECT (REGEX(CONCAT('" + "ab".repeat(6_000) + "'), '^(a|b|ab)*$') AS ?x) { }");
    queries.put("concatenation doubled", doubled("CONCAT(?v, ?v)"));
    queries.put("replacement doubled", doubled("REPLACE(?v, '^(.*)$', '$1$1')"));
    queries.put("encoding tripled", doubled("ENCODE_FOR_URI(CONCAT('é', ?v))"));
    queries.put(
        "number squared",
        doubled("(xsd:integer(STR(STRLEN(?v) + 9)) * 99999999)")
            .replaceFirst("SELECT", XSD + "SELECT")
            .replace("STRLEN(?v40)", "?v40"));
    queries.put(
        "number doubled",
        XSD
            + "SELECT ?v12 { BIND(99999999999999999999 AS ?v0) "
            + IntStream.range(0, 40)
                .mapToObj(i -> "BIND(?v%d * ?v%d AS ?v%d) ".formatted(i, i, i + 1))
                .reduce("", String::concat)
            + "}");
    queries.put(
        "group in one text",
        "SELECT (GROUP_CONCAT(STR(?o); separator='" + "x".repeat(5_000) + "') AS ?t) { ?s ?p ?o }");
    queries.put(
        "distinct groups in texts",
        "SELECT ?p (GROUP_CONCAT(DISTINCT ?o) AS ?t) { ?s ?p ?o } GROUP BY ?p");
    queries.put(
        "values times values",
        "SELECT (COUNT(*) AS ?n) { "
            + Stream.of("a", "b", "c", "d")
                .map(v -> "VALUES ?" + v + " { " + "1 ".repeat(1_500) + "} ")
                .reduce("", String::concat)
            + "}");
    queries.put("values of thousands", "SELECT * { VALUES ?x { " + "1 ".repeat(6_000) + "} }");
    queries.put(
        "subqueries in a row", "SELECT * { " + "{ SELECT ?s { ?s ?p ?o } } ".repeat(30) + "}");
    queries.put(
        "optionals in a row",
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o "
            + IntStream.range(0, 12)
                .mapToObj(i -> "OPTIONAL { ?s ?p%d ?o%d } ".formatted(i, i))
                .reduce("", String::concat)
            + "}");
    queries.put(
        "unions in a row",
        "SELECT (COUNT(*) AS ?n) { "
            + IntStream.range(0, 200)
                .mapToObj(i -> "{ ?s ?p ?o }")
                .reduce((a, b) -> a + " UNION " + b)
                .orElseThrow()
            + "}");
    queries.put(
        "disjunctions squared",
        "SELECT * { ?s ?p ?o "
            + IntStream.range(0, 20)
                .mapToObj(i -> "FILTER(?s = <urn:a%d> || ?o = <urn:b%d>) ".formatted(i, i))
                .reduce("", String::concat)
            + "}");
    queries.put("additions in a row", "SELECT (1" + " + 1".repeat(2_000) + " AS ?n) { }");
    queries.put("path in a row", "SELECT * { ?s <urn:a>" + "/<urn:a>".repeat(1_000) + " ?o }");
    queries.put("parentheses", "SELECT ((((" + "(".repeat(8_000) + "1");
    queries.put("groups", "SELECT * { " + "{ ".repeat(8_000));
    queries.put("blank nodes in blank nodes", "SELECT * { " + "[ <urn:a> ".repeat(4_000));
    queries.put("negations", "SELECT * { FILTER(" + "!".repeat(20_000) + "true) }");
    queries.put("minus of all", "SELECT * { ?s ?p ?o MINUS { ?a ?b ?o } }");
    queries.put(
        "not exists of all",
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER NOT EXISTS { ?a ?b ?c . ?c ?d ?e . FILTER(?e ="
            + " ?o && ?a != ?s) } }");
    queries.put(
        "digests of all",
        "SELECT (MAX(SHA512(CONCAT(STR(?s), STR(?o)))) AS ?x) { ?s ?p ?o . ?o ?q ?r }");
    queries.put(
        "count of distinct pairs",
        "SELECT (COUNT(DISTINCT CONCAT(STR(?a), STR(?b))) AS ?n) { ?a ?p ?x . ?b ?p ?y }");
    return queries.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
  }

  private static HttpResponse<String> post(String query) {
    return RunningService.send(
        "POST",
        "/sparql",
        query,
        "Content-Type",
        "application/sparql-query",
        "Accept",
        "application/sparql-results+json, text/turtle;q=0.9");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void it_ends_under_the_cap(String name, String query) {
    HttpResponse<String> answer = post(query);

    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 400, 413, 503);
    assertThat(answer.body().length()).isLessThanOrEqualTo(CAP);
    if (answer.statusCode() == 503) {
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
    if (answer.statusCode() != 200) {
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
    }
  }

  @Test
  void what_took_too_long_is_not_tried_again_at_once() {
    String query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k 'encore' }";
    HttpResponse<String> first = post(query.replace("?j ?k 'encore'", "?j ?k ?l"));
    List<Integer> again =
        IntStream.range(0, 50)
            .mapToObj(i -> post(query.replace("?j ?k 'encore'", "?j ?k ?l")).statusCode())
            .distinct()
            .toList();

    assertThat(first.statusCode()).isEqualTo(503);
    assertThat(again).containsExactly(503);
  }

  @Test
  void past_what_it_can_take_the_service_says_so_and_goes_on() {
    List<CompletableFuture<Integer>> many =
        IntStream.range(0, 20)
            .mapToObj(i ->
                CompletableFuture.supplyAsync(
                    () ->
                        post("SELECT (COUNT(*) AS ?n%d) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
                                .formatted(i))
                            .statusCode(),
                    task -> Thread.ofVirtual().start(task)))
            .toList();
    int elsewhere = RunningService.get("/api/v1/vocabs/rome-4/concepts/M1805").statusCode();

    assertThat(elsewhere).isEqualTo(200);
    assertThat(many).extracting(CompletableFuture::join).containsOnly(503);
    assertThat(post("ASK { ?s a ?o }").statusCode()).isEqualTo(200);
  }
}
