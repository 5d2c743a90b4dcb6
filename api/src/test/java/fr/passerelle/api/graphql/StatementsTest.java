package fr.passerelle.api.graphql;

import static fr.passerelle.api.graphql.Asking.ask;
import static fr.passerelle.api.graphql.Asking.data;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many SQL statements a query takes: as many as it has kinds of things to read, never more. */
class StatementsTest {
  private static final int READ_AND_REMEMBERED = 2;

  private static int statements(String query) {
    assertThat(ask(query).get("errors")).as(query).isNull();
    return Statements.of(() -> ask(query));
  }

  private static List<String> perimeters() {
    return Stream.of("D13", "D83", "D84", "D06", "D05")
        .map(member ->
            String.valueOf(
                data(
                    "mutation{createPerimeter(members:[\"%s\"]){perimeter{hash}}}"
                        .formatted(member),
                    "createPerimeter",
                    "perimeter",
                    "hash")))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{vocabs{id releases{edges{node{id}}}} correspondences{id releases{totalCount}}}",
        "{concept(vocab:\"rome-4\",code:\"M1805\"){history{events{release}} studies{totalCount}"
            + " skills(first:20){edges{node{prefLabel occupations(first:5){edges{node{code}}}}}}}}",
        "{search(q:\"boulanger\"){edges{node{code}}} suggest(q:\"boul\"){concept{code}}}",
        "{studies(first:40){edges{node{title producers{name} history{kind}"
            + " similar{studies{score}}}}}}",
        "{figures(indicators:[\"defm-abc\"],territories:[\"R44\"]){value sources{citation}}}",
        "{territory(code:\"R93\"){name communes{totalCount} studies{totalCount}}}",
      })
  void what_is_published_is_in_memory(String query) {
    assertThat(statements(query)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1", "20", "45"})
  void the_reuses_of_any_number_of_studies_are_one_statement(int studies) {
    String query = "{studies(first:%d){edges{node{reuses{user}}}}}".formatted(studies);

    assertThat(statements(query)).isEqualTo(1);
  }

  @Test
  void the_register_asked_for_many_times_is_one_statement() {
    String query =
        IntStream.range(0, 20)
            .mapToObj(i -> "a" + i + ":reuses{user}")
            .collect(Collectors.joining(" ", "{", "}"));

    assertThat(statements(query)).isEqualTo(1);
  }

  @Test
  void any_number_of_perimeters_is_read_at_once_and_remembered_at_once() {
    List<String> hashes = perimeters();
    String aliases =
        IntStream.range(0, hashes.size())
            .mapToObj(i -> "a%d:perimeter(hash:\"%s\"){size}".formatted(i, hashes.get(i)))
            .collect(Collectors.joining(" ", "{", "}"));
    String twice =
        "{a:perimeter(hash:\"%1$s\"){size} b:perimeter(hash:\"%1$s\"){size}}"
            .formatted(hashes.getFirst());

    assertThat(statements(aliases)).isEqualTo(READ_AND_REMEMBERED);
    assertThat(statements(twice)).isEqualTo(READ_AND_REMEMBERED);
  }

  @Test
  void figures_at_any_number_of_perimeters_read_them_at_once() {
    String names =
        perimeters().stream()
            .map(hash -> '"' + hash + '"')
            .collect(Collectors.joining(",", "[", "]"));
    String query =
        "{a:figures(indicators:[\"population\"],perimeters:%1$s){value} b:figures(indicators:[\"apprentis\"],perimeters:%1$s){value}}"
            .formatted(names);

    assertThat((List<?>) Objects.requireNonNull(data(query, "a"))).hasSize(5);
    assertThat(statements(query)).isEqualTo(READ_AND_REMEMBERED);
  }
}
