package fr.passerelle.api.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import fr.passerelle.api.KitsService;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kit followed through its releases, by GraphQL: the same as by REST. */
class FollowingTest {
  private static String ask(String query) {
    String body = KitsService.graphql(query);
    assertThat(body).doesNotContain("\"errors\"");
    return body;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "diff(vocab: \"kit-apprentissage\", from: \"v1.0\", to: \"v2.9\", first: 1) | 2694 | 1588",
        "diff(vocab: \"kit-apprentissage/cfd--rncp\", from: \"v2.9\", to: \"v3.0\") | 285 | 171",
        "diff(vocab: \"kit-apprentissage\", from: \"20241129\", first: 1) | 170 | 0",
        "changes(vocab: \"kit-apprentissage\", since: \"v3.0\", first: 1) | 1924 | 629",
        "changes(vocab: \"kit-apprentissage/cfd--rncp\", since: \"2024-12-25\") | 170 | 0",
      })
  void changes_of_pairs_are_counted_as_in_rest(String field, int added, int removed) {
    String answer =
        ask(
            """
            { it: %s { from to totalCount pairCounts { added changed removed } counts { added changed moved retired } } }
            """
                .formatted(field));

    assertThat(JsonPath.<Integer>read(answer, "$.data.it.pairCounts.added")).isEqualTo(added);
    assertThat(JsonPath.<Integer>read(answer, "$.data.it.pairCounts.removed")).isEqualTo(removed);
    assertThat(JsonPath.<Integer>read(answer, "$.data.it.totalCount")).isEqualTo(added + removed);
  }

  @Test
  void pages_of_changes_give_each_pair_once_with_both_ends() {
    Set<String> seen = new HashSet<>();
    int items = 0;
    String after = "";
    do {
      String page =
          ask(
              """
              { diff(vocab: "kit-apprentissage", from: "v2.9", to: "v3.0", what: PAIR, first: 100, after: "%s") {
                pageInfo { hasNextPage endCursor } edges { node { kind predicateBefore concept { code }
                  pair { release from { code prefLabel } to { code prefLabel } } } } } }
              """
                  .formatted(after));
      List<String> from = JsonPath.read(page, "$.data.diff.edges[*].node.pair.from.code");
      List<String> to = JsonPath.read(page, "$.data.diff.edges[*].node.pair.to.code");
      List<String> kinds = JsonPath.read(page, "$.data.diff.edges[*].node.kind");
      for (int i = 0; i < from.size(); i++) {
        seen.add(from.get(i) + " " + to.get(i) + " " + kinds.get(i));
        items++;
      }
      assertThat(JsonPath.<List<String>>read(page, "$..prefLabel")).noneMatch(String::isBlank);
      boolean more = JsonPath.read(page, "$.data.diff.pageInfo.hasNextPage");
      after = more ? JsonPath.read(page, "$.data.diff.pageInfo.endCursor") : "";
    } while (!after.isEmpty());

    assertThat(items).isEqualTo(285 + 171);
    assertThat(seen)
        .hasSize(items)
        .contains("01022103 RNCP37566 ADDED", "01022103 RNCP958 REMOVED");
  }

  @Test
  void another_predicate_is_a_change() {
    String answer =
        ask(
            """
            { diff(vocab: "table", from: "1", kind: CHANGED) { totalCount edges { node { fields predicateBefore
                pair { predicate correspondence { id } } } } } }
            """);

    String node = "$.data.diff.edges[0].node";
    assertThat(JsonPath.<String>read(answer, node + ".predicateBefore")).isEqualTo("RELATED_MATCH");
    assertThat(JsonPath.<String>read(answer, node + ".pair.predicate")).isEqualTo("CLOSE_MATCH");
    assertThat(JsonPath.<String>read(answer, node + ".pair.correspondence.id"))
        .isEqualTo("someone/left--right");
  }

  @Test
  void releases_are_paged_and_an_earlier_one_is_read() {
    String first =
        ask(
            """
            { vocab(id: "kit-apprentissage") { conceptCount correspondences { id } concepts { totalCount emptyReason }
                releases(first: 2) { totalCount pageInfo { endCursor } edges { node { id uri issued published sample
                  conceptCount imported licence { code } } } } }
              v1: correspondence(id: "kit-apprentissage/cfd--rncp", release: "v1.0") { pairCount source { release }
                releases { totalCount } mappings(first: 1) { totalCount } }
              v3: correspondence(id: "kit-apprentissage/cfd--rncp", release: "v3.0") { pairCount } }
            """);
    String second =
        ask(
            "{ vocab(id: \"kit-apprentissage\") { releases(first: 2, after: \"%s\") { edges { node"
                    .formatted(
                        JsonPath.<String>read(first, "$.data.vocab.releases.pageInfo.endCursor"))
                + " { id } } } } }");

    assertThat(JsonPath.<List<String>>read(first, "$.data.vocab.releases.edges[*].node.id"))
        .containsExactly("20250131", "20241129");
    assertThat(JsonPath.<List<String>>read(second, "$.data.vocab.releases.edges[*].node.id"))
        .containsExactly("v3.0", "v2.9");
    assertThat(JsonPath.<String>read(first, "$.data.vocab.concepts.emptyReason"))
        .isEqualTo("NO_CONCEPTS");
    assertThat(JsonPath.<Integer>read(first, "$.data.v1.pairCount")).isEqualTo(4276);
    assertThat(JsonPath.<String>read(first, "$.data.v1.source.release")).isEqualTo("v1.0");
    assertThat(JsonPath.<Integer>read(first, "$.data.v1.mappings.totalCount")).isEqualTo(4276);
    assertThat(JsonPath.<Integer>read(first, "$.data.v3.pairCount")).isEqualTo(5496);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{changes(vocab:\"kit-apprentissage\",since:\"hier\"){to}} | BAD_PARAMETER",
        "{diff(vocab:\"kit-apprentissage\",from:\"v9\"){to}} | BAD_PARAMETER",
        "{diff(vocab:\"kit-aprentissage\",from:\"v9\"){to}} | UNKNOWN_VOCABULARY",
        "{diff(vocab:\"a/b--c\",from:\"v9\"){to}} | NOT_FOUND",
        "{vocab(id:\"table\",release:\"9\"){id}} | BAD_PARAMETER",
        "{diff(vocab:\"table\",from:\"1\",after:\"AAAA\"){totalCount}} | BAD_CURSOR",
      })
  void a_mistake_names_its_kind(String query, String code) {
    assertThat(JsonPath.<String>read(KitsService.graphql(query), "$.errors[0].extensions.code"))
        .isEqualTo(code);
  }
}
