package fr.passerelle.api.graphql;

import static fr.passerelle.api.graphql.Asking.ask;
import static fr.passerelle.api.graphql.Asking.at;
import static fr.passerelle.api.graphql.Asking.code;
import static fr.passerelle.api.graphql.Asking.data;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import fr.passerelle.api.RunningService;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where links come from, why lists are empty, and how much may be asked at once. */
class ProvenanceTest {
  private static final String EDGE =
      """
      totalCount emptyReason emptyExplanation edges { node { code } predicate confidence release inferred explanation
        correspondence { id } via { code vocab { id } }
        statements { from { code } to { code } correspondence { id } } }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "concept(vocab:\"rncp\",code:\"38667\")| romeSheets| certifinfo/rncp--rome-3",
        "concept(vocab:\"rncp\",code:\"38667\")| formacodeTerms| certifinfo/rncp--formacode-14",
        "concept(vocab:\"rome-3\",code:\"M1805\")| certifications| certifinfo/rncp--rome-3",
      })
  void a_link_says_what_states_it(String from, String field, String correspondence) {
    @Nullable Object page =
        data("{ it: " + from + " { " + field + " { " + EDGE + "} } }", "it", field);
    @Nullable Object edge = at(page, "edges", 0);

    assertThat(at(edge, "predicate")).isEqualTo("RELATED_MATCH");
    assertThat(at(edge, "confidence")).isNull();
    assertThat(at(edge, "correspondence", "id")).isEqualTo(correspondence);
    assertThat(at(edge, "release")).isEqualTo("echantillon");
    assertThat(at(edge, "inferred")).isEqualTo(false);
    assertThat((List<?>) at(edge, "via")).isEmpty();
    assertThat(at(edge, "statements", 0, "to", "code")).isEqualTo(at(edge, "node", "code"));
    assertThat(at(page, "emptyReason")).isNull();
  }

  @Test
  void what_comes_through_the_v3_parent_is_inferred_and_says_so_in_both_channels() {
    @Nullable Object page =
        data(
            "{ it: concept(vocab:\"rome\",code:\"M1805\") { certificationsOfV3Parent { "
                + EDGE
                + "} } }",
            "it",
            "certificationsOfV3Parent");
    String rest = RunningService.get("/api/v1/vocabs/rome/concepts/M1805/inherited-from-v3").body();

    assertThat(at(page, "totalCount")).isEqualTo(4);
    @Nullable Object edge = at(page, "edges", 0);
    assertThat(at(edge, "inferred")).isEqualTo(true);
    assertThat(at(edge, "via", 0, "vocab", "id")).isEqualTo("rome-3");
    assertThat(at(edge, "statements", 0, "from", "code")).isEqualTo(at(edge, "via", 0, "code"));
    assertThat((String) at(edge, "explanation")).contains("parent");
    assertThat(JsonPath.<Integer>read(rest, "$.total")).isEqualTo(4);
    assertThat(JsonPath.<List<String>>read(rest, "$.items[*].via[*].vocab")).containsOnly("rome-3");
    assertThat(JsonPath.<List<String>>read(rest, "$.items[*].statements[*].correspondence"))
        .containsOnly("certifinfo/rncp--rome-3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rome-4| M1805| certifications| INDEXED_ON_V3",
        "regions| 44| romeSheets| NO_CORRESPONDENCE",
        "rome-4| M| skills| NOT_OF_THIS_TYPE",
        "rome-4| M| ancestors| NOT_OF_THIS_TYPE",
        "rome-4| M1805| blocks| NOT_OF_THIS_TYPE",
        "rome-4| M18| certificationsOfV3Parent| NOT_OF_THIS_TYPE",
        "rome-3| M1805| skills| ONLY_CITED",
        "rome-4| M1805| mappings(to: \"rncp\")| INDEXED_ON_V3",
        "rome-4| M1805| mappings(predicate: EXACT_MATCH)| FILTERED",
        "rome-4| M1805| narrower(type: SAVOIR)| FILTERED",
        "regions| 44| narrower(type: REGION)| FILTERED",
        "regions| 44| ancestors| NOT_OF_THIS_TYPE",
      })
  void an_empty_list_says_why(String vocab, String code, String list, String reason) {
    @Nullable Object page =
        data(
            "{ it: concept(vocab:\"%s\",code:\"%s\") { list: %s { totalCount emptyReason emptyExplanation } } }"
                .formatted(vocab, code, list),
            "it",
            "list");

    assertThat(at(page, "totalCount")).isEqualTo(0);
    assertThat(at(page, "emptyReason")).isEqualTo(reason);
    assertThat((String) at(page, "emptyExplanation")).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "rome-4/concepts/M/ancestors, not_of_this_type",
    "rome-4/concepts/M1805/related, not_of_this_type",
    "rome-3/concepts/M1805/descendants, only_cited",
    "rome-4/concepts/M1805/mappings, ''",
    "rome-4/concepts/M18/inherited-from-v3, not_of_this_type",
    "rome-4/concepts?q=zzzzzz, filtered",
    "rome-4/concepts?type=fiche-metier, ''",
  })
  void an_empty_list_says_why_in_rest(String path, String reason) {
    String page = RunningService.get("/api/v1/vocabs/" + path).body();

    if (JsonPath.<Integer>read(page, "$.total") > 0) {
      assertThat(JsonPath.<String>read(page, "$.emptyReason")).isNull();
      assertThat(reason).isEmpty();
    } else if (!reason.isEmpty()) {
      assertThat(JsonPath.<String>read(page, "$.emptyReason")).isEqualTo(reason);
    } else {
      assertThat(JsonPath.<String>read(page, "$.emptyExplanation")).isNotBlank();
    }
  }

  @Test
  void a_thousand_codes_are_translated_and_looked_up_at_once() {
    List<String> codes = Collections.nCopies(1_000, "RNCP38667");
    String translate =
        """
        query($codes: [String!]!) { translate(from: "rncp", to: "rome-3", codes: $codes) {
          correspondences { id } items { input outcome concept { code } targets { predicate to { code prefLabel } } } } }
        """;
    String lookup =
        "query($codes: [String!]!) { lookup(vocab: \"rncp\", codes: $codes) { input outcome concept"
            + " { code uri prefLabel status } nearest { code } } }";

    for (String query : List.of(translate, lookup)) {
      String answer = posted(query, codes);
      assertThat(answer).doesNotContain("\"errors\"");
      assertThat(JsonPath.<List<String>>read(answer, "$..input")).hasSize(1_000);
      assertThat(code(Asking.json(posted(query, Collections.nCopies(1_001, "38667")))))
          .isEqualTo("BAD_PARAMETER");
    }
  }

  private static String posted(String query, List<String> codes) {
    return Asking.post(
            Asking.body(query, Map.of("codes", codes)), "Content-Type", "application/json")
        .body();
  }

  @Test
  void the_cost_of_a_thousand_codes_is_that_of_their_fields() {
    String greedy =
        """
        query($codes: [String!]!) { translate(from: "rncp", to: "rome-3", codes: $codes) {
          items { targets { to { narrower(first: 100) { edges { node { code } } } } } } } }
        """;

    assertThat(code(Asking.json(posted(greedy, Collections.nCopies(1_000, "38667")))))
        .isEqualTo("QUERY_TOO_COSTLY");
  }

  @Test
  void quality_history_and_tops_are_those_of_rest() {
    Map<?, ?> graph =
        ask(
            """
            { quality(domain: "M18") { vocab { id } release whole { domain { code } occupations { total reaching share }
                certifications { total reaching } brokenCount broken { reason explanation count } }
                parts { brokenCount } source { edition } }
              concept(vocab: "rome-4", code: "M1805") { history { entered events { kind release issued }
                replacedBy { code } replaces { code } } ancestors { edges { distance node { code } } } }
              vocab(id: "rome-4") { types { value count } top(first: 1) { totalCount edges { node { code } } } }
              mappings(from: "rome-3/M1805", to: "rncp", unassessed: true) { totalCount } }
            """);
    String quality = RunningService.get("/api/v1/paths/quality?domain=M18").body();
    String top = RunningService.get("/api/v1/vocabs/rome-4/top?limit=1").body();

    assertThat(graph.get("errors")).isNull();
    @Nullable Object data = graph.get("data");
    for (String part : List.of("occupations", "certifications")) {
      assertThat(at(data, "quality", "whole", part, "reaching"))
          .isEqualTo(JsonPath.read(quality, "$.whole." + part + ".reaching"));
    }
    assertThat(at(data, "concept", "history", "events", 0, "issued")).isEqualTo("2025-09-18");
    assertThat(at(data, "concept", "ancestors", "edges", 1, "distance")).isEqualTo(2);
    assertThat(at(data, "vocab", "top", "totalCount"))
        .isEqualTo(Objects.requireNonNull(JsonPath.<Integer>read(top, "$.total")));
    assertThat(at(data, "mappings", "totalCount")).isEqualTo(4);
  }

  @Test
  void a_cursor_is_signed_for_its_list() {
    String list =
        "{concept(vocab:\"rome-4\",code:\"%s\"){skills(first:1,after:\"%s\"){pageInfo{endCursor}}}}";
    @Nullable Object cursor =
        data(list.formatted("M1805", ""), "concept", "skills", "pageInfo", "endCursor");

    assertThat(ask(list.formatted("M1805", cursor)).get("errors")).isNull();
    assertThat(code(ask(list.formatted("D1102", cursor)))).isEqualTo("BAD_CURSOR");
    assertThat(code(ask(list.formatted("M1805", String.valueOf(cursor).substring(4)))))
        .isEqualTo("BAD_CURSOR");
  }
}
