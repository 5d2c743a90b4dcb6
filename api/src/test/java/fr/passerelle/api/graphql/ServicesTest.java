package fr.passerelle.api.graphql;

import static fr.passerelle.api.graphql.Asking.ask;
import static fr.passerelle.api.graphql.Asking.at;
import static fr.passerelle.api.graphql.Asking.code;
import static fr.passerelle.api.graphql.Asking.data;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What REST answers, asked by GraphQL. */
class ServicesTest {

  @Test
  void a_correspondence_tells_its_author_coverage_and_pairs() {
    Map<?, ?> response =
        ask(
            """
            { correspondences { id }
              correspondence(id: "certifinfo/rncp--rome-3") { id uri title method pairCount
                author { id name } predicates { value count } source { citation }
                from { vocab { id } matchedRelease mapped concepts unmatched }
                to { vocab { id } mapped concepts unmatched }
                mappings(first: 1) { totalCount edges { node { from { code } to { code } predicate
                  inverse cardinality confidence justification author reviewer date release comment
                  correspondence { id } } } } } }
            """);

    assertThat(response.get("errors")).isNull();
    @Nullable Object found = at(response, "data", "correspondence");
    assertThat(at(found, "pairCount")).isEqualTo(72);
    assertThat(at(found, "from", "mapped")).isEqualTo(61);
    assertThat(at(found, "to", "mapped")).isEqualTo(57);
    assertThat(at(found, "predicates", 0, "value")).isEqualTo("RELATED_MATCH");
    assertThat(at(found, "mappings", "totalCount")).isEqualTo(72);
    assertThat(at(found, "mappings", "edges", 0, "node", "confidence")).isNull();
  }

  @Test
  void pages_of_mappings_give_each_once() {
    Set<@Nullable Object> seen = new LinkedHashSet<>();
    @Nullable Object after = "";
    do {
      @Nullable Object page =
          data(
              """
              { concept(vocab: "rome-3", code: "M1805") { mappings(first: 3, after: "%s", to: "rncp") {
                pageInfo { hasNextPage endCursor } edges { node { to { code } inverse } } } } }
              """
                  .formatted(after),
              "concept",
              "mappings");
      ((List<?>) Objects.requireNonNull(at(page, "edges")))
          .forEach(edge -> seen.add(at(edge, "node", "to", "code")));
      after =
          Boolean.TRUE.equals(at(page, "pageInfo", "hasNextPage"))
              ? at(page, "pageInfo", "endCursor")
              : null;
    } while (after != null);

    assertThat(seen).containsExactlyInAnyOrder("RNCP36490", "RNCP37674", "RNCP37873", "RNCP38616");
  }

  @Test
  void codes_are_translated_and_looked_up() {
    Map<?, ?> response =
        ask(
            """
            { translate(from: "rome-4", to: "rncp", codes: ["M1805", "M18059"]) { from to
                correspondences { id } ambiguous { input }
                items { input outcome reason explanation concept { code } targets { to { code } }
                  replacedBy { code } nearest { code }
                  inheritedFromV3 { parent { vocab { id } } targets { to { code } } } }
                unmapped { input } }
              lookup(codes: ["rome:M1805", "M1805"], labels: ["inconnu au bataillon"]) { input outcome
                concept { code } candidates { code } replacedBy { code } nearest { code } } }
            """);

    assertThat(response.get("errors")).isNull();
    @Nullable Object items = at(response, "data", "translate", "items");
    assertThat(at(items, 0, "reason")).isEqualTo("INHERITED_ONLY");
    assertThat((List<?>) at(items, 0, "inheritedFromV3", 0, "targets")).hasSize(4);
    assertThat(at(items, 1, "reason")).isEqualTo("UNKNOWN_CODE");
    assertThat(at(response, "data", "lookup", 0, "outcome")).isEqualTo("FOUND");
    assertThat(at(response, "data", "lookup", 1, "outcome")).isEqualTo("AMBIGUOUS");
    assertThat(at(response, "data", "lookup", 2, "outcome")).isEqualTo("UNKNOWN");
  }

  @Test
  void a_walk_keeps_what_each_hop_says() {
    @Nullable Object walk =
        data(
            """
            { paths(from: "rome-4/M1805", to: "formacode-14", first: 2) { total truncated reachedCount
                brokenCount broken { reason explanation comment concept { code } } from { code }
                paths { hops { from { code } to { code } predicate inverse mark confidence explanation
                  source { release } mapping { correspondence { id } } } } } }
            """,
            "paths");

    assertThat(at(walk, "total")).isEqualTo(10.0);
    assertThat(at(walk, "truncated")).isEqualTo(true);
    assertThat(at(walk, "paths", 0, "hops", 0, "predicate")).isEqualTo("parent_v3");
    assertThat(at(walk, "paths", 0, "hops", 1, "mapping", "correspondence", "id"))
        .isEqualTo("certifinfo/rncp--rome-3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{correspondence(id:\"x\"){id}}| NOT_FOUND",
        "{translate(from:\"rncp\",to:\"themes\",codes:[]){to}}| BAD_PARAMETER",
        "{paths(from:\"M1805\",to:\"rncp\"){total}}| BAD_PARAMETER",
        "{concept(vocab:\"rome-3\",code:\"M1805\"){mappings(after:\"zz\"){totalCount}}}| BAD_CURSOR"
      })
  void an_error_names_its_kind(String query, String code) {
    assertThat(code(ask(query))).isEqualTo(code);
  }
}
