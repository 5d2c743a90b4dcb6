package fr.passerelle.vocab.release;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Fixture;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Concepts are written {@code code=label}; a slash sets off the companion list. */
class ChangesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A=a B=b      | A=a B=b     |    |    |
          A=a          | A=a B=b     | B  |    |
          A=a B=b      | A=a         |    |    | B
          A=a          | A=b         |    | A  |
          A=l'eau      | A=l’eau     |    |    |
          A=a          | A=A         |    | A  |
          A=a / 1=x    | A=a / 1=y   |    | 1  |
          A=a / 1=x    | A=a         |    |    | 1
          A=a          | A=a / 1=x   | 1  |    |
          A=a B=b      | C=c         | C  |    | A B
          """)
  void two_releases_are_compared_code_by_code(
      String before, String after, String added, String changed, String retired) {
    Changes changes =
        Changes.succeed(Optional.of(release("1", before)), List.of(), release("2", after))
            .changes();
    assertThat(codes(changes.added())).isEqualTo(added == null ? "" : added);
    assertThat(codes(changes.changed())).isEqualTo(changed == null ? "" : changed);
    assertThat(codes(changes.retired())).isEqualTo(retired == null ? "" : retired);
  }

  @Test
  void a_concept_remembers_when_it_entered_changed_left_and_came_back() {
    List<String> lives = new ArrayList<>();
    Optional<Release> before = Optional.empty();
    int number = 1;
    for (String state : List.of("A=a", "A=a B=b", "A=x B=b", "B=b", "B=b", "A=x B=b")) {
      before =
          Optional.of(
              Changes.succeed(before, List.of(), release(String.valueOf(number++), state))
                  .release());
      Concept a = before.get().schemes().getFirst().find("A").orElseThrow();
      lives.add(
          "%s %s %s %s"
              .formatted(
                  a.status(), a.history().entered(), a.history().changed(), a.history().left())
              .strip());
    }
    assertThat(lives)
        .containsExactly(
            "CURRENT 1 1",
            "CURRENT 1 1",
            "CURRENT 1 3",
            "RETIRED 1 3 4",
            "RETIRED 1 3 4",
            "CURRENT 1 6");
  }

  @Test
  void a_list_that_is_gone_stays_with_its_concepts_retired() {
    Release after =
        Changes.succeed(Optional.of(release("1", "A=a / 1=x")), List.of(), release("2", "A=a"))
            .release();
    assertThat(after.schemes()).extracting(Scheme::id).containsExactly("rome-4", "rome-4-theme");
    assertThat(after.schemes().getLast().concepts())
        .extracting(Concept::status)
        .containsExactly(Status.RETIRED);
  }

  private static String codes(List<ConceptRef> refs) {
    return refs.stream().map(ConceptRef::code).collect(Collectors.joining(" "));
  }

  private static Release release(String id, String state) {
    String[] lists = state.split(" / ", -1);
    List<Scheme> schemes = new ArrayList<>();
    schemes.add(scheme("rome-4", lists[0]));
    if (lists.length > 1) {
      schemes.add(scheme("rome-4-theme", lists[1]));
    }
    return new Release(
        Edition.ROME_4,
        id,
        new Release.Source("f", "0", LocalDate.of(2026, 1, 1), /* sample= */ false),
        schemes);
  }

  private static Scheme scheme(String id, String concepts) {
    return Scheme.of(
        id,
        id,
        Arrays.stream(concepts.split(" ", -1))
            .map(word ->
                Fixture.of(
                    id,
                    word.substring(0, word.indexOf('=')),
                    ConceptType.THEME,
                    word.substring(word.indexOf('=') + 1)))
            .toList());
  }
}
