package fr.passerelle.vocab.skos;

import static fr.passerelle.vocab.CorrespondenceFixture.CORRESPONDENCE;
import static fr.passerelle.vocab.CorrespondenceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.vocab.Association;
import fr.passerelle.vocab.CorrespondenceFixture;
import fr.passerelle.vocab.Predicate;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.rdf.model.ModelFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class XkosTest {
  private static final Skos SKOS = new Skos(CorrespondenceFixture.URIS);
  private static final String PREFIXES =
      """
      PREFIX xkos: <http://rdf-vocabulary.ddialliance.org/xkos#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX foaf: <http://xmlns.com/foaf/0.1/>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      PREFIX c: <https://data.example.org/id/correspondence/france-competences/>
      PREFIX rncp: <https://data.example.org/id/vocab/rncp/>
      PREFIX rome3: <https://data.example.org/id/vocab/rome-3/>
      PREFIX v: <https://data.example.org/id/vocab/>
      BASE <https://data.example.org/id/correspondence/france-competences/>
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c:rncp--rome-3 a xkos:Correspondence ; xkos:compares v:rncp, v:rome-3",
        "c:rncp--rome-3 dct:issued '2026-01-15'^^xsd:date ; dct:title ?t",
        "c:rncp--rome-3 dct:license <https://spdx.org/licenses/etalab-2.0>",
        "c:rncp--rome-3 dct:creator/foaf:name 'France compétences'",
        "c:rncp--rome-3 dct:provenance/rdfs:label ?m FILTER(contains(?m, 'Indexation'))",
        "c:rncp--rome-3 dct:source <https://data.example.org/id/vocab/rome-3/release/3>",
        "c:rncp--rome-3 xkos:madeOf <rncp--rome-3/association/RNCP2>",
        "<rncp--rome-3/association/RNCP2> a xkos:ConceptAssociation ;"
            + " xkos:sourceConcept rncp:RNCP2 ; xkos:targetConcept rome3:D1102, rome3:D1103",
        "<rncp--rome-3/association/RNCP4> xkos:sourceConcept rncp:RNCP4 ; rdfs:comment ?c"
            + " FILTER NOT EXISTS { <rncp--rome-3/association/RNCP4> xkos:targetConcept ?n }",
        "<rncp--rome-3/association/-Z9999> xkos:targetConcept rome3:Z9999",
        "rncp:RNCP2 skos:relatedMatch rome3:D1103",
        "<https://data.example.org/id/vocab/rncp/RNCP4/BC01> skos:relatedMatch rome3:K1304",
      })
  void a_correspondence_says(String pattern) {
    assertThat(asks(dump(RdfFormat.TURTLE), pattern)).as(pattern).isTrue();
  }

  @ParameterizedTest
  @EnumSource(RdfFormat.class)
  void the_four_formats_say_the_same_and_always_in_the_same_bytes(RdfFormat format) {
    assertThat(dump(format).isIsomorphicWith(dump(RdfFormat.N_TRIPLES))).isTrue();
    assertThat(bytes(format)).isEqualTo(bytes(format));
  }

  @Test
  void a_document_of_an_association_holds_its_pairs_only() {
    Association split =
        CORRESPONDENCE.associations().stream()
            .filter(each -> each.key().equals("RNCP2"))
            .findFirst()
            .orElseThrow();
    byte[] bytes =
        Graphs.bytes(
            RdfFormat.JSON_LD, (f, out) -> SKOS.write(f, out, RELEASE, CORRESPONDENCE, split));
    Graph graph = Graphs.parse(RdfFormat.JSON_LD, bytes);

    assertThat(asks(graph, "rncp:RNCP2 skos:relatedMatch rome3:D1102, rome3:D1103")).isTrue();
    assertThat(asks(graph, "rncp:RNCP1 skos:relatedMatch ?x")).isFalse();
  }

  @Test
  void a_concept_is_said_with_what_correspondences_say_of_it_and_a_dump_without() {
    Match match = new Match(Predicate.NARROW_MATCH, "https://x.example.org/1");
    byte[] bytes =
        Graphs.bytes(
            RdfFormat.TURTLE,
            (f, out) ->
                Sample.SKOS.write(
                    f,
                    out,
                    Sample.RELEASE,
                    Sample.concept("M1801"),
                    Sample.INVERSE,
                    List.of(match),
                    List.of()));
    String concept = "<https://data.example.org/id/vocab/rome-4/M1801>";

    assertThat(
            asks(
                Graphs.parse(RdfFormat.TURTLE, bytes),
                concept + " skos:narrowMatch <https://x.example.org/1>"))
        .isTrue();
    assertThat(asks(RdfFormatTest.whole(Sample.ROME), concept + " skos:narrowMatch ?x")).isFalse();
  }

  /** SKOS S27 and S46: what authors say of one pair, and what a document can say of it. */
  @ParameterizedTest
  @CsvSource({
    "EXACT_MATCH, EXACT_MATCH",
    "EXACT_MATCH CLOSE_MATCH, EXACT_MATCH CLOSE_MATCH",
    "EXACT_MATCH BROAD_MATCH, BROAD_MATCH",
    "EXACT_MATCH RELATED_MATCH, RELATED_MATCH",
    "EXACT_MATCH NARROW_MATCH RELATED_MATCH CLOSE_MATCH, CLOSE_MATCH RELATED_MATCH",
    "BROAD_MATCH NARROW_MATCH, BROAD_MATCH NARROW_MATCH",
  })
  void where_authors_differ_the_weakest_is_said(String said, String kept) {
    List<Match> matches = matches(said);

    assertThat(Match.consistent(matches)).containsExactlyElementsOf(matches(kept));
  }

  private static List<Match> matches(String predicates) {
    return List.of(predicates.split(" ", -1)).stream()
        .map(each -> new Match(Predicate.valueOf(each), "https://x.example.org/1"))
        .toList();
  }

  private static boolean asks(Graph graph, String pattern) {
    try (QueryExecution query =
        QueryExecution.create()
            .query(PREFIXES + "ASK { " + pattern + " }")
            .model(ModelFactory.createModelForGraph(graph))
            .build()) {
      return query.execAsk();
    }
  }

  private static String bytes(RdfFormat format) {
    return new String(
        Graphs.bytes(format, (f, out) -> SKOS.dump(f, out, RELEASE, CORRESPONDENCE)),
        StandardCharsets.UTF_8);
  }

  private static Graph dump(RdfFormat format) {
    return Graphs.parse(format, bytes(format).getBytes(StandardCharsets.UTF_8));
  }
}
