package fr.passerelle.api.graphql;

import static fr.passerelle.api.graphql.Asking.at;
import static fr.passerelle.api.graphql.Asking.code;
import static fr.passerelle.api.graphql.Asking.json;
import static fr.passerelle.api.graphql.Asking.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that cost more to answer than to send. */
class LimitsTest {
  static Stream<Arguments> hostile() {
    String skills = "skills(first:100){edges{node{occupations(first:100){edges{node{";
    return Stream.of(
        Arguments.of("deep", sheet("broader{".repeat(12) + "code" + "}".repeat(12)), 400),
        Arguments.of("deeper", sheet("broader{".repeat(3000) + "code" + "}".repeat(3000)), 400),
        Arguments.of("costly", sheet(skills + "altLabels definition code type uri id}}}}}}"), 400),
        Arguments.of("aliases", many(600, i -> "a" + i + ":vocabs{id}"), 400),
        Arguments.of("searches", many(150, i -> "a" + i + ":search(q:\"a\"){totalCount}"), 400),
        Arguments.of("unknown codes", many(200, LimitsTest::unknown), 200),
        Arguments.of("directives", "{vocabs" + " @a".repeat(4_000) + "{id}}", 400),
        Arguments.of("includes", "{vocabs" + " @include(if:true)".repeat(900) + "{id}}", 400),
        Arguments.of("huge literal", first("9".repeat(30_000)), 400),
        Arguments.of("huge exponent", first("1e999999999"), 400),
        Arguments.of("huge id", "{vocab(id:" + "9".repeat(30_000) + "){id}}", 400),
        Arguments.of("brackets", "{" + "a{".repeat(10_000), 400),
        Arguments.of("list", "{search(q:\"a\",vocab:" + "[".repeat(10_000) + ")}", 400),
        Arguments.of("fragments", bomb(), 400),
        Arguments.of("cycle", "{...A} fragment A on Query{...A}", 400),
        Arguments.of("overlaps", "{" + "vocabs{id}".repeat(2_000) + "}", 400),
        Arguments.of(
            "introspection twice",
            "{__schema{types{fields{type{fields{type{fields{name}}}}}}}}",
            400));
  }

  private static String sheet(String fields) {
    return "{concept(vocab:\"rome-4\",code:\"M1805\"){" + fields + "}}";
  }

  private static String first(String literal) {
    return "{search(q:\"a\",first:" + literal + "){totalCount}}";
  }

  private static String unknown(int i) {
    return "a" + i + ":concept(vocab:\"rome\",code:\"X" + i + "\"){code}";
  }

  private static String many(int count, java.util.function.IntFunction<String> field) {
    return IntStream.range(0, count).mapToObj(field).collect(Collectors.joining(" ", "{", "}"));
  }

  private static String bomb() {
    return "{...F0}"
        + IntStream.range(0, 40)
            .mapToObj(i -> "fragment F%d on Query{...F%d ...F%d}".formatted(i, i + 1, i + 1))
            .collect(Collectors.joining())
        + "fragment F40 on Query{vocabs{id}}";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  @Timeout(30) // one that is worked on takes minutes
  void a_hostile_document_is_answered_briefly(String name, String query, int status) {
    HttpResponse<String> answer = post(query);

    assertThat(answer.statusCode()).isEqualTo(status);
    List<?> errors = (List<?>) Objects.requireNonNull(json(answer.body()).get("errors"));
    assertThat(errors).hasSizeBetween(1, 20);
    assertThat(errors)
        .allMatch(error -> ((String) Objects.requireNonNull(at(error, "message"))).length() <= 300);
  }

  @Test
  void a_refusal_for_its_cost_says_the_cost_and_the_limit() {
    Map<?, ?> response =
        json(
            post(sheet(
                    "skills(first:100){edges{node{occupations(first:100){edges{node{"
                        + "code uri type prefLabel status}}}}}}"))
                .body());

    assertThat(code(response)).isEqualTo("QUERY_TOO_COSTLY");
    assertThat(at(response, "extensions", "cost", "limit")).isEqualTo(50_000);
    assertThat((Integer) at(response, "extensions", "cost", "requested")).isGreaterThan(50_000);
  }

  @Test
  void a_page_size_in_a_variable_counts_as_well() {
    String query =
        """
        query($n: Int) { concept(vocab: "rome-4", code: "M1805") { skills(first: $n) { edges { node {
          occupations(first: $n) { edges { node { code uri type prefLabel status } } } } } } } }
        """;

    assertThat(
            post(Asking.body(query, Map.of("n", 100)), "Content-Type", "application/json")
                .statusCode())
        .isEqualTo(400);
    assertThat(
            post(Asking.body(query, Map.of("n", 10)), "Content-Type", "application/json")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void too_many_errors_are_counted_instead() {
    Map<?, ?> response = json(post(many(50, LimitsTest::unknown)).body());

    assertThat(at(response, "extensions", "errorsOmitted")).isEqualTo(30);
  }
}
