package fr.passerelle.vocab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Associations follow from pairs, and a correspondence that contradicts itself is refused. */
class CorrespondenceTest {
  private static final ConceptRef A = new ConceptRef("left", "a");
  private static final ConceptRef B = new ConceptRef("left", "b");
  private static final ConceptRef ONE = new ConceptRef("right", "1");
  private static final ConceptRef TWO = new ConceptRef("right", "2");

  @ParameterizedTest(name = "{0} : {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a=1                 | a>1
          a=1,2               | a>1+2
          a=1 b=1             | a+b>1
          a=1,2 b=2,3         | ''
          a=1,2 b=2,3 c=9     | c>9
          a=1 b=-             | a>1 b>
          a=1,2 b=2 c=3 d=3   | c+d>3
          """)
  void a_group_with_one_single_side_is_an_association(String pairs, String associations) {
    assertThat(written(PairsFixture.correspondence(pairs, new Stubs()))).isEqualTo(associations);
  }

  private static String written(Correspondence correspondence) {
    return correspondence.associations().stream()
        .map(each -> codes(each.sources()) + ">" + codes(each.targets()))
        .collect(Collectors.joining(" "));
  }

  private static String codes(List<ConceptRef> refs) {
    return refs.stream().map(ConceptRef::code).collect(Collectors.joining("+"));
  }

  @Test
  void two_relations_for_one_pair_are_refused() {
    assertRefused("S46", Pair.related(A, ONE), matched(A, ONE, Predicate.CLOSE_MATCH, "x"));
  }

  @Test
  void an_exact_match_without_reviewer_is_refused() {
    assertRefused("reviewer", matched(A, ONE, Predicate.EXACT_MATCH, ""));
  }

  @Test
  void an_exact_match_that_would_merge_two_concepts_of_a_scheme_names_both() {
    assertThatThrownBy(() ->
            release(
                matched(A, ONE, Predicate.EXACT_MATCH, "x"),
                matched(A, TWO, Predicate.EXACT_MATCH, "x")))
        .hasMessageContaining("right/1")
        .hasMessageContaining("right/2")
        .hasMessageContaining("left/a");
    assertRefused(
        "S45",
        matched(A, ONE, Predicate.EXACT_MATCH, "x"),
        matched(B, ONE, Predicate.EXACT_MATCH, "x"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x/a=y/1                      | ''
          x/a=y/1 y/1=z/p              | ''
          x/a=y/1 x/b=y/2              | ''
          x/a=y/1 x/a=y/2              | y/1 = x/a, x/a = y/2
          x/a=y/1 y/1=z/p z/p=x/b      | x/a = y/1, y/1 = z/p, z/p = x/b
          x/a=y/1 z/p=y/1 z/p=w/8 w/8=x/c | x/a = y/1, y/1 = z/p, z/p = w/8, w/8 = x/c
          """)
  void a_chain_of_exact_matches_that_merges_two_concepts_is_told_whole(String pairs, String path) {
    List<Correspondence> all =
        Arrays.stream(pairs.split(" ", -1)).map(CorrespondenceTest::exact).toList();
    assertThat(ExactMatches.faults(all))
        .allSatisfy(
            fault -> assertThat(fault.message().replaceAll(" \\(\\S+\\)", "")).contains(path))
        .hasSize(path.isEmpty() ? 0 : 1);
  }

  private static Correspondence exact(String pair) {
    List<ConceptRef> ends =
        Arrays.stream(pair.split("=", -1))
            .map(end -> new ConceptRef(end.substring(0, 1), end.substring(2)))
            .toList();
    return Correspondence.of(
        new Correspondence.Author("someone", "Quelqu'un"),
        ends.get(0).scheme(),
        ends.get(1).scheme(),
        Correspondence.Versions.UNKNOWN,
        "",
        List.of(matched(ends.get(0), ends.get(1), Predicate.EXACT_MATCH, "x")),
        List.of());
  }

  @Test
  void a_reviewed_exact_match_is_published() {
    assertThat(release(matched(A, ONE, Predicate.EXACT_MATCH, "x")).correspondences()).hasSize(1);
  }

  @Test
  void an_end_that_nothing_describes_or_cites_is_refused() {
    assertRefused("dangling-pair", Pair.related(A, new ConceptRef("right", "99")));
    assertRefused("scheme", Pair.related(A, new ConceptRef("elsewhere", "1")));
  }

  @ParameterizedTest
  @CsvSource({"-0.1", "1.1", "NaN"})
  void a_confidence_is_between_0_and_1(double confidence) {
    assertThatThrownBy(() ->
            new Pair(
                A,
                ONE,
                Predicate.CLOSE_MATCH,
                Justification.LEXICAL,
                OptionalDouble.of(confidence),
                0,
                Pair.Remark.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Pair matched(ConceptRef from, ConceptRef to, Predicate predicate, String who) {
    return new Pair(
        from,
        to,
        predicate,
        Justification.REVIEW,
        OptionalDouble.empty(),
        0,
        new Pair.Remark("", who, "", ""));
  }

  private static Release release(Pair... pairs) {
    Stubs stubs = new Stubs();
    List.of(A, B, ONE, TWO).forEach(ref -> stubs.cite(ref, ConceptType.CONCEPT, ref.code()));
    Correspondence correspondence =
        Correspondence.of(
            new Correspondence.Author("someone", "Quelqu'un"),
            "left",
            "right",
            Correspondence.Versions.UNKNOWN,
            "",
            List.of(pairs),
            List.of());
    return Release.of(
        PairsFixture.TABLE,
        "1",
        new Release.Source("table.csv", "0".repeat(64), LocalDate.of(2026, 1, 15), false),
        stubs.schemes(),
        List.of(correspondence));
  }

  private static void assertRefused(String rule, Pair... pairs) {
    assertThatThrownBy(() -> release(pairs))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.faults()).extracting(Fault::rule).contains(rule));
  }
}
