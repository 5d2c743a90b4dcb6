package fr.passerelle.vocab.skos;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.vocab.Scheme;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The integrity conditions of the SKOS Reference (W3C, 2009), asked of what is written. */
class SkosConditionsTest {
  private static final String PREFIXES =
      """
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      PREFIX : <https://data.example.org/id/vocab/rome-4/>
      """;

  /** Each breach as a pattern. */
  private static final Map<String, String> BREACHES =
      Map.ofEntries(
          Map.entry("S9", "?x a skos:Concept, skos:ConceptScheme"),
          Map.entry(
              "S13",
              "{ ?x skos:prefLabel ?l ; skos:altLabel|skos:hiddenLabel ?l }"
                  + " UNION { ?x skos:altLabel ?l ; skos:hiddenLabel ?l }"),
          Map.entry(
              "S14",
              "?x skos:prefLabel ?a, ?b FILTER(?a != ?b && lcase(lang(?a)) = lcase(lang(?b)))"),
          Map.entry(
              "S27",
              "?x skos:related|skos:relatedMatch|^skos:related|^skos:relatedMatch ?y ."
                  + " ?x (skos:broader|skos:broadMatch|^skos:narrower|^skos:narrowMatch)+ ?y"),
          Map.entry("S37", "?x a skos:Concept, skos:Collection"),
          Map.entry(
              "S46",
              "?x skos:exactMatch|^skos:exactMatch ?y ."
                  + " ?x skos:broadMatch|skos:narrowMatch|skos:relatedMatch|^skos:relatedMatch ?y"),
          Map.entry(
              "orphan",
              "?x a skos:Concept FILTER NOT EXISTS { ?x skos:broader|skos:topConceptOf ?y }"),
          Map.entry("scheme", "?x a skos:Concept FILTER NOT EXISTS { ?x skos:inScheme ?y }"),
          Map.entry(
              "language",
              "?x skos:prefLabel|skos:altLabel|dct:title|rdfs:label ?l FILTER(lang(?l) = '')"),
          Map.entry("hidden", "?x skos:hiddenLabel ?l"),
          Map.entry(
              "top", "?x skos:topConceptOf ?s FILTER NOT EXISTS { ?s skos:hasTopConcept ?x }"),
          Map.entry("cycle", "?x skos:broader+ ?x"),
          Map.entry("notation", "?x skos:notation ?n . ?y skos:notation ?n FILTER(?x != ?y)"),
          Map.entry("date", "?x dct:issued|dct:modified ?d FILTER(datatype(?d) != xsd:date)"));

  /** For each breach, triples that commit it when they join the dump. */
  static Stream<Arguments> breaches() {
    return Stream.of(
        Arguments.of("S9", "<https://data.example.org/id/vocab/rome-4> a skos:Concept"),
        Arguments.of("S13", ":M1805 skos:altLabel 'Études et développement'@fr"),
        Arguments.of("S14", ":M1805 skos:prefLabel 'Autre'@FR"),
        Arguments.of("S27", ":M skos:related :M1805"),
        Arguments.of("S37", ":M1805 a skos:Collection"),
        Arguments.of("S46", ":M1805 skos:exactMatch <https://data.example.org/id/vocab/region/44>"),
        Arguments.of("orphan", ":X a skos:Concept"),
        Arguments.of("scheme", ":X a skos:Concept"),
        Arguments.of("language", ":M1805 skos:altLabel 'sans langue'"),
        Arguments.of("hidden", ":M1805 skos:hiddenLabel 'X'@fr"),
        Arguments.of("top", ":M18 skos:topConceptOf <https://data.example.org/id/vocab/rome-4>"),
        Arguments.of("cycle", ":M skos:broader :M1805"),
        Arguments.of("notation", ":X skos:notation 'M1805'"),
        Arguments.of("date", ":X dct:issued '2025'"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("breaches")
  void no_dump_breaks_the_condition_and_the_question_would_find_it(String rule, String breach) {
    for (Scheme scheme : Sample.RELEASE.release().schemes()) {
      assertThat(breaks(rule, dump(scheme))).as(scheme.id()).isFalse();
    }
    Graph broken = dump(Sample.ROME);
    Graph added =
        Graphs.parse(RdfFormat.TURTLE, (PREFIXES + breach + " .").getBytes(StandardCharsets.UTF_8));
    GraphUtil.addInto(broken, added);
    assertThat(breaks(rule, broken)).as("with " + breach).isTrue();
  }

  private static boolean breaks(String rule, Graph graph) {
    String ask = PREFIXES + "ASK { " + BREACHES.get(rule) + " }";
    try (QueryExecution query =
        QueryExecution.create().query(ask).model(ModelFactory.createModelForGraph(graph)).build()) {
      return query.execAsk();
    }
  }

  private static Graph dump(Scheme scheme) {
    Graph graph = GraphFactory.createDefaultGraph();
    byte[] bytes =
        Graphs.bytes(
            RdfFormat.TURTLE,
            (f, out) -> Sample.SKOS.dump(f, out, Sample.RELEASE, scheme, Sample.INVERSE));
    GraphUtil.addInto(graph, Graphs.parse(RdfFormat.TURTLE, bytes));
    return graph;
  }
}
