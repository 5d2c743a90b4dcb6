package fr.passerelle.vocab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no release is published with. Concepts are written {@code code>broader~related}. */
class IntegrityTest {
  private static final String ROME = "rome-4";

  @ParameterizedTest(name = "{0}")
  @MethodSource("breaches")
  void a_breach_is_refused_with_its_concept(String concepts, List<String> faults) {
    assertThatThrownBy(() -> release(concepts))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e ->
                assertThat(e.faults())
                    .map(fault -> fault.place() + " " + fault.rule())
                    .containsExactlyElementsOf(faults));
  }

  static Stream<Arguments> breaches() {
    return Stream.of(
        arguments("A>A", List.of("rome-4/A cycle")),
        arguments("A>B B>A", List.of("rome-4/A cycle", "rome-4/B cycle")),
        arguments("A>B B>C C>A", List.of("rome-4/A cycle", "rome-4/B cycle", "rome-4/C cycle")),
        arguments("A>Z", List.of("rome-4/A dangling-link")),
        arguments("A~Z", List.of("rome-4/A dangling-link")),
        arguments("A>B~B B", List.of("rome-4/A S27")),
        arguments("A>B~C B>C C", List.of("rome-4/A S27")),
        arguments("A A", List.of("rome-4/A duplicate-code")),
        arguments("A>Z release", List.of("rome-4/A dangling-link", "rome-4/release code")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A?", "A#b", "A%2F", ".A", "/A", "A b", "A\u0000", "top", "concepts"})
  void a_code_unfit_for_a_uri_is_refused(String code) {
    assertThat(Integrity.faults(unchecked(List.of(concept(code)))))
        .extracting(Fault::rule)
        .containsExactly("code");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A>B B", "A~B B~A", "A>B~C B C", "A>B>C B>D C>D D", "RNCP1/BC01 1.2-b_c"})
  void what_breaks_no_rule_is_published(String concepts) {
    assertThat(release(concepts).size()).isPositive();
  }

  @Test
  void a_link_out_of_the_release_is_no_concern_of_it() {
    Link away = Link.of(Link.Kind.NIVEAU, new ConceptRef("rome-9", "Z"));
    ConceptBuilder concept =
        new ConceptBuilder(new ConceptRef(ROME, "A"), ConceptType.CERTIFICATION, "A");
    concept.link(away);
    assertThat(Integrity.faults(unchecked(List.of(concept.build())))).isEmpty();
  }

  private static Release release(String concepts) {
    List<Concept> all = Arrays.stream(concepts.split(" ", -1)).map(IntegrityTest::concept).toList();
    Release release = unchecked(all);
    return Release.of(release.edition(), release.id(), release.source(), release.schemes());
  }

  private static Release unchecked(List<Concept> concepts) {
    return new Release(
        Edition.ROME_4,
        "60",
        new Release.Source("f", "0", LocalDate.of(2026, 1, 1), false),
        List.of(Scheme.of(ROME, "ROME", concepts)));
  }

  private static Concept concept(String words) {
    String[] parts = words.split("(?=[>~])", -1);
    ConceptBuilder concept =
        new ConceptBuilder(new ConceptRef(ROME, parts[0]), ConceptType.FICHE_METIER, parts[0]);
    for (String part : Arrays.asList(parts).subList(1, parts.length)) {
      Link.Kind kind = part.startsWith(">") ? Link.Kind.BROADER : Link.Kind.RELATED;
      concept.link(Link.of(kind, new ConceptRef(ROME, part.substring(1))));
    }
    return concept.build();
  }
}
