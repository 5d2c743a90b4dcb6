package fr.passerelle.vocab.formacode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.source.Findings;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormacodeFileTest {
  private static final String V14 = "formacode-14";

  private static Concept find(Release release, String code) {
    return release.schemes().getFirst().find(code).orElseThrow();
  }

  @Test
  void a_term_has_its_labels_notes_and_links() {
    Concept bakery = find(SmallFormacode.terms().release(), "21538");

    assertThat(bakery.altLabels())
        .containsExactly(Label.fr("panification"), new Label("mitronne", "fr", Label.Kind.METIER));
    assertThat(bakery.hiddenLabels()).containsExactly(Label.fr("BOULANGERIE"), Label.fr("fournil"));
    assertThat(bakery.notes())
        .containsExactly(
            new Note(Note.Kind.DEFINITION, "Apprendre à pétrir.", "fr"),
            new Note(Note.Kind.SCOPE_NOTE, "Voir PAIN 21540.", "fr"),
            new Note(Note.Kind.HISTORY_NOTE, "Terme précisé.", "fr"));
    assertThat(bakery.links())
        .containsExactly(
            Link.of(Link.Kind.BROADER, new ConceptRef(V14, "21554")),
            Link.of(Link.Kind.RELATED, new ConceptRef("formacode-annexes", "70001")));
  }

  @Test
  void a_broad_domain_has_one_code_with_its_file_and_without() {
    List<Release> both =
        List.of(
            SmallFormacode.terms().release(),
            SmallFormacode.terms().and(SmallFormacode.domains()).release());

    assertThat(both)
        .allSatisfy(release -> {
          assertThat(find(release, "00107").prefLabel("fr")).isEqualTo("Industrie");
          assertThat(find(release, "21554").links())
              .containsExactly(Link.of(Link.Kind.BROADER, new ConceptRef(V14, "00107")));
        });
  }

  @Test
  void the_order_of_the_files_is_free() {
    assertThat(SmallFormacode.domains().and(SmallFormacode.terms()).release().size()).isEqualTo(6);
  }

  @Test
  void a_leading_zero_lost_is_restored_and_counted() {
    SmallFormacode files =
        SmallFormacode.terms().and(SmallFormacode.domains().with("00107;", "107;"));

    assertThat(find(files.release(), "00107").prefLabel("fr")).isEqualTo("Industrie");
    assertThat(files.findings().repairs())
        .extracting(Findings.Repair::rule)
        .contains("zéros de tête perdus, rétablis");
  }

  @Test
  void a_label_that_a_reference_gives_otherwise_is_counted_as_its_code_counts() {
    SmallFormacode files = SmallFormacode.terms().with("Agro - 21554", "Agroalimentaire - 21554");

    assertThat(files.release().size()).isEqualTo(6);
    assertThat(files.findings().repairs())
        .extracting(Findings.Repair::rule)
        .contains("renvoi dont le libellé n'est pas celui du terme : le code fait foi");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "21540;PAIN        | 2154;PAIN         | f0.csv:4:1 [code]",
        "21540;PAIN;Pain;  | 21540;PAIN;;      | f0.csv:4:1 [code]",
        "21541;LEVAIN      | 21540;LEVAIN      | f0.csv:5:1 [duplicate-code]",
        "###Levain - 21541 | ''                | f0.csv:5:7 [tg-ts]",
        "###Levain - 21541 | ###Agro - 21554   | f0.csv:3:8 [tg-ts]",
        "###Levain - 21541 | ###Levain         | f0.csv:3:8 [reference]",
        "Agro - 21554;Pain | Agro - 21555;Pain | f0.csv:3:7 [orphan-link]",
        ";Industrie;Boulan | ;;Boulan          | f0.csv:2:7 [orphan]",
        ";;Levain - 21541  | ;;Levain - 21599  | f0.csv:4:9 [orphan-link]",
        ";G0A0A0A0         | ''                | f0.csv:4:13 [row-length]",
        ";;G0A0            | ;;ZZ              | f0.csv:2:7 [domain]",
        "Champ sémantique  | Champ             | f0.csv:1:1 [header]",
        "TA (Termes        | TA (Terme         | f0.csv:1:1 [header]",
        "00107;            | 7;                | f1.csv:2:1 [code]",
        "Industrie ;       | Sciences;         | f0.csv:2:7 [orphan-link]",
        "Agro - 21554;null | Pain - 21540;null | f0.csv:2:7 [tg-ts]",
        "Agro - 21554;null | Agro - 21554###Pain - 21540;null | f1.csv:2:4 [tg-ts]",
      })
  void a_fault_is_refused_with_its_place_and_rule(String right, String wrong, String fault) {
    SmallFormacode files = SmallFormacode.terms();
    if (!fault.startsWith("f0.csv:2:7 [domain]")) {
      files.and(SmallFormacode.domains());
    }
    assertRefused(files.with(right, wrong), fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AGRO 21554       | AGRO          | f0.csv:2:3 [code]",
        ";;;PAIN 21540;;  | ;;;;;PAIN 21540 | f0.csv:4:7 [level]",
        "BOULANGE 21538;; | BOULANGE 21538 | f0.csv:3:6 [row-length]",
        ";;BOULANGE 21538 | ;X 00001;BOULANGE 21538 | f0.csv:3:3 [level]",
        "PAIN 21540       | ''            | f0.csv:4:3 [level]",
        "21549            | 21540         | f0.csv:5:5 [duplicate-code]",
      })
  void a_fault_of_v13_is_refused_with_its_place_and_rule(String right, String wrong, String fault) {
    assertRefused(SmallFormacode.v13().with(right, wrong), fault);
  }

  private static void assertRefused(SmallFormacode files, String fault) {
    assertThatThrownBy(files::read)
        .asInstanceOf(InstanceOfAssertFactories.type(RefusedException.class))
        .satisfies(refused ->
            assertThat(refused.faults()).anyMatch(each -> each.toString().startsWith(fault)));
  }

  @Test
  void another_file_is_refused_by_its_header() {
    assertRefused(SmallFormacode.of("code_rome,libelle\n"), "f0.csv:1:1 [header]");
    assertRefused(SmallFormacode.of(""), "f0.csv:1:1 [header]");
  }

  @Test
  void domains_without_terms_and_a_file_given_twice_are_refused() {
    assertRefused(SmallFormacode.domains(), "f0.csv [missing-file]");
    assertRefused(SmallFormacode.terms().and(SmallFormacode.terms()), "f1.csv [twice]");
  }

  @Test
  void a_succession_tells_kept_relabelled_gone_and_created_codes() {
    var succession =
        SmallFormacode.terms()
            .and(SmallFormacode.v13())
            .read()
            .getLast()
            .correspondences()
            .getFirst();

    assertThat(succession.pairs())
        .extracting(pair -> pair.from().code() + " " + pair.note().comment())
        .containsExactly(
            "21538 libellé changé : « BOULANGE » (V13), « Boulangerie » (V14)", "21540 ", "21554 ");
    assertThat(succession.unmatched())
        .extracting(each -> each.key())
        .containsExactly("-21541", "21549");
  }
}
