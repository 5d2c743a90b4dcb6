package fr.passerelle.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.vocab.FormacodeEditions.Term;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormacodeEditionsTest {
  private static final Term SHARED = new Term("21538", "Boulangerie");
  private static final Term ONLY_14 = new Term("31045", "Cybersécurité");
  private static final Term ONLY_13 = new Term("31067", "Analyse programmation");

  private static final FormacodeEditions BOTH =
      FormacodeEditions.of(
          release(Edition.FORMACODE_13, "21538 BOULANGERIE", "31067 ANALYSE PROGRAMMATION"),
          release(
              Edition.FORMACODE_14,
              "21538 Boulangerie",
              "31067 Développement informatique",
              "31045 Cybersécurité",
              "45072 Œuvre d'art"));

  @ParameterizedTest
  @CsvSource({
    "31067, Analyse programmation,    formacode-13",
    "31067, Développement informatique, formacode-14",
    "31067, DEVELOPPEMENT INFORMATIQUE, formacode-14",
    "31067, Un autre libellé,         formacode-inconnu",
    "31045, '',                       formacode-14",
    "45072, OEUVRE D’ART,             formacode-14",
    "21538, Boulangerie,              formacode-inconnu",
    "21538, '',                       formacode-inconnu",
    "70710, Logiciel e-commerce,      formacode-annexes",
    "11111, Inconnu,                  formacode-inconnu"
  })
  void a_term_is_attached_to_the_only_edition_that_has_its_code_and_label(
      String code, String label, String scheme) {
    Term term = new Term(code, label);
    assertThat(BOTH.judge(List.of()).ref(term)).isEqualTo(new ConceptRef(scheme, code));
  }

  @Test
  void a_term_of_both_editions_follows_what_the_other_terms_of_its_source_prove() {
    assertThat(BOTH.judge(List.of(SHARED, ONLY_14)).ref(SHARED).scheme()).isEqualTo("formacode-14");
    assertThat(BOTH.judge(List.of(SHARED, ONLY_13)).ref(SHARED).scheme()).isEqualTo("formacode-13");
    assertThat(BOTH.judge(List.of(SHARED)).ref(SHARED).scheme()).isEqualTo("formacode-inconnu");
  }

  @Test
  void a_source_that_proves_both_editions_proves_none_for_the_terms_they_share() {
    FormacodeEditions.Verdict verdict = BOTH.judge(List.of(SHARED, ONLY_13, ONLY_14));
    assertThat(verdict.edition()).isEmpty();
    assertThat(verdict.ref(SHARED).scheme()).isEqualTo("formacode-inconnu");
    assertThat(verdict.ref(ONLY_13).scheme()).isEqualTo("formacode-13");
    assertThat(verdict.ref(ONLY_14).scheme()).isEqualTo("formacode-14");
    assertThat(verdict.summary())
        .contains("1 termes propres à formacode-13", "1 termes propres à formacode-14");
  }

  @Test
  void one_stray_among_twenty_proofs_does_not_unsettle_a_source() {
    List<Term> many =
        IntStream.range(0, 20).mapToObj(i -> new Term("4" + (2000 + i), "Terme " + i)).toList();
    String[] rows =
        Stream.concat(
                many.stream().map(each -> each.code() + " " + each.label()),
                Stream.of("21538 Boulangerie"))
            .toArray(String[]::new);
    FormacodeEditions editions =
        FormacodeEditions.of(
            release(Edition.FORMACODE_14, rows),
            release(Edition.FORMACODE_13, "21538 BOULANGERIE", "31067 ANALYSE PROGRAMMATION"));
    List<Term> cited = Stream.concat(many.stream(), Stream.of(SHARED, ONLY_13)).toList();
    assertThat(editions.judge(cited).edition()).contains("formacode-14");
    assertThat(editions.judge(cited.subList(1, cited.size())).edition()).isEmpty();
  }

  @Test
  void without_any_edition_no_term_is_attached_to_one() {
    FormacodeEditions.Verdict verdict = FormacodeEditions.none().judge(List.of(ONLY_14));
    assertThat(verdict.ref(ONLY_14).scheme()).isEqualTo("formacode-inconnu");
    assertThat(verdict.summary()).contains("aucune version du Formacode n'est chargée");
  }

  @Test
  void releases_of_other_editions_and_concepts_no_longer_in_use_prove_nothing() {
    FormacodeEditions editions = FormacodeEditions.of(Fixture.rome());
    assertThat(editions.judge(List.of(ONLY_14)).edition()).isEmpty();
  }

  private static Release release(Edition edition, String... terms) {
    List<Concept> concepts =
        Arrays.stream(terms)
            .map(term ->
                Fixture.of(
                    edition.id(),
                    term.substring(0, 5),
                    ConceptType.TERME_FORMACODE,
                    term.substring(6)))
            .toList();
    return Release.of(
        edition,
        "1",
        new Release.Source("f.csv", "0".repeat(64), LocalDate.of(2026, 1, 1), false),
        List.of(Scheme.of(edition.id(), edition.title(), concepts)));
  }
}
