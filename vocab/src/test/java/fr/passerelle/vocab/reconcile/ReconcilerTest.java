package fr.passerelle.vocab.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.vocab.Fixture;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.reconcile.Candidate.Feature;
import fr.passerelle.vocab.reconcile.Question.Constraint;
import fr.passerelle.vocab.reconcile.Question.Strictness;
import fr.passerelle.vocab.release.Published;
import fr.passerelle.vocab.release.Snapshot;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReconcilerTest {
  private static final Uris URIS = new Uris("https://n.example", "https://r.example");
  private static final Snapshot SNAPSHOT = Published.of(Fixture.rome(), Fixture.formacode());

  private static List<Candidate> answer(Question question) {
    return new Reconciler(SNAPSHOT, URIS, Optional.empty(), new Properties(SNAPSHOT, URIS))
        .answer(question);
  }

  private static Question question(String text, String types, Constraint... constraints) {
    List<String> asked =
        Arrays.stream(types.split(" ", -1)).filter(each -> !each.isEmpty()).toList();
    return new Question(text, asked, Strictness.ANY, List.of(constraints), 10);
  }

  private static Constraint given(String property, String... values) {
    return new Constraint(property, List.of(values));
  }

  private static List<String> ids(List<Candidate> candidates) {
    return candidates.stream().map(each -> each.concept().ref().toString()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "M1805 |  | rome-4/M1805 | 100 | true",
        "m 1805 | rome-4 | rome-4/M1805 | 100 | true",
        "rome-4/M1805 |  | rome-4/M1805 | 100 | true",
        "rome:M1805 |  | rome-4/M1805 | 100 | true",
        "https://n.example/id/vocab/rome-4/M1805 |  | rome-4/M1805 | 100 | true",
        "formacode 31812 |  | formacode-14/31812 | 100 | true",
        "BOULANGERE | rome-4/fiche-metier | rome-4/D1102 | 100 | true",
        "boulangère | rome/fiche-metier | rome-4/D1102 | 100 | true",
        "boulanger | fiche-metier | rome-4/D1102 | 100 | true",
        "chauffeur poids lourd | rome-4/fiche-metier | rome-4/N4101 | 95 | true",
        "compta | rome-4/fiche-metier | rome-4/M1203 | 57 | false",
        "soudeur TIG | rome-4/fiche-metier | rome-4/H2913 | 57 | false",
        "camionneur |  | rome-4/N4101 | 60 | false",
        "pétrir et façonner | formacode-14 | formacode-14/21528 | 25 | false"
      })
  void a_cell_finds_its_concept(
      String text, @Nullable String types, String id, double score, boolean match) {
    Candidate best = answer(question(text, types == null ? "" : types)).getFirst();

    assertThat(best.concept().ref()).hasToString(id);
    assertThat(best.score()).isEqualTo(score);
    assertThat(best.match()).isEqualTo(match);
  }

  @Test
  void namesakes_of_two_types_are_for_a_person_to_choose() {
    List<Candidate> both = answer(question("boulanger", ""));

    assertThat(ids(both)).contains("rome-4/D1102", "rome-4/11573");
    assertThat(both).noneMatch(Candidate::match);
    assertThat(both.subList(0, 2)).allMatch(each -> each.score() == 100);
  }

  @Test
  void the_label_that_matched_is_said() {
    Candidate best = answer(question("chauffeur poids lourd", "rome-4/fiche-metier")).getFirst();

    assertThat(best.description())
        .isEqualTo("fiche métier · rome-4 N4101 ; trouvé par « Chauffeur poids lourd »");
    assertThat(best.features())
        .contains(
            new Feature("code", false),
            new Feature("prefLabel", false),
            new Feature("altLabel", true),
            new Feature("labelSimilarity", 100.0));
  }

  @Test
  void a_word_that_is_not_published_finds_and_is_not_shown() {
    Candidate best = answer(question("camionneur", "")).getFirst();

    assertThat(best.features()).contains(new Feature("hiddenLabel", true));
    assertThat(best.description()).contains("synonyme qui n'est pas publié");
    assertThat(best.toString()).doesNotContain("trouvé par « camionneur");
  }

  @Test
  void a_retired_concept_says_so_and_only_its_code_is_certain() {
    Candidate named =
        answer(question("developpeur d'applications", "rome-4/fiche-metier")).getFirst();
    Candidate coded = answer(question("M1801", "")).getFirst();

    assertThat(named.concept().code()).isEqualTo("M1801");
    assertThat(named.match()).isFalse();
    assertThat(named.score()).isEqualTo(90);
    assertThat(named.description()).contains("retiré").contains("sans remplaçant connu");
    assertThat(coded.match()).isTrue();
    assertThat(coded.features()).contains(new Feature("retired", true));
  }

  @Test
  void a_property_that_contradicts_halves_the_score_and_the_others_come_first() {
    List<Candidate> found = answer(question("boulanger", "", given(Properties.BROADER, "D1102")));

    assertThat(found.getFirst().concept().code()).isEqualTo("11573");
    assertThat(found.getFirst().match()).isTrue();
    assertThat(found.getFirst().features()).contains(new Feature("property:broader", true));
    assertThat(found)
        .filteredOn(each -> each.concept().code().equals("D1102"))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.score()).isEqualTo(50);
          assertThat(each.match()).isFalse();
        });
  }

  @Test
  void what_is_not_known_of_a_concept_takes_a_fifth_and_certainty() {
    Candidate best =
        answer(question("comptable", "rome-4/fiche-metier", given(Properties.LEVEL, "5")))
            .getFirst();

    assertThat(best.score()).isEqualTo(80);
    assertThat(best.match()).isFalse();
    assertThat(best.features()).noneMatch(each -> each.id().startsWith("property:"));
  }

  @ParameterizedTest
  @CsvSource({
    "broader, D11, D1102",
    "broader, D, D1102",
    "broader, rome-4/D, D1102",
    "broader, commerce alimentaire, D1102",
    "code, m1805, M1805",
    "prefLabel, comptable, M1203",
    "altLabel, auxiliaire de vie, K1304"
  })
  void a_question_without_text_is_answered_from_what_is_beside(
      String property, String value, String code) {
    List<Candidate> found = answer(question("", "rome-4/fiche-metier", given(property, value)));

    assertThat(found.getFirst().concept().code()).isEqualTo(code);
  }

  @Test
  void a_code_beside_brings_its_concept_whatever_the_name() {
    List<Candidate> found = answer(question("pain", "rome-4/fiche-metier", given("code", "D1102")));

    assertThat(found.getFirst().concept().code()).isEqualTo("D1102");
    assertThat(found.getFirst().score()).isGreaterThanOrEqualTo(80);
    assertThat(found.getFirst().match()).isFalse();
  }

  @Test
  void all_types_are_needed_where_the_question_is_strict() {
    Question strict =
        new Question("boulanger", List.of("rome-4", "fiche-metier"), Strictness.ALL, List.of(), 10);

    assertThat(ids(answer(strict))).startsWith("rome-4/D1102").doesNotContain("rome-4/11573");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Q5", "rome-4/Q5", "nope/fiche-metier"})
  void an_unknown_type_is_said(String type) {
    assertThatThrownBy(() -> answer(question("boulanger", type)))
        .isInstanceOf(UnanswerableException.class)
        .hasMessageContaining("type inconnu");
  }

  @Test
  void an_unknown_property_is_said() {
    assertThatThrownBy(() -> answer(question("boulanger", "", given("P31", "x"))))
        .isInstanceOf(UnanswerableException.class)
        .hasMessageContaining("propriété inconnue");
  }

  @Test
  void candidates_come_best_first_and_no_more_than_asked() {
    Question two = new Question("soudeur", List.of(), Strictness.ANY, List.of(), 2);
    List<Candidate> found = answer(two);

    assertThat(found)
        .hasSize(2)
        .isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
  }

  @Test
  void columns_hold_values_as_asked() {
    Properties properties = new Properties(SNAPSHOT, URIS);
    List<Extension.Column> columns =
        List.of(
            new Extension.Column(
                properties.find("broader").orElseThrow(), Extension.Content.CODE, 0),
            new Extension.Column(
                properties.find("altLabel").orElseThrow(), Extension.Content.ENTITY, 1));

    assertThat(
            new Extension(SNAPSHOT, URIS)
                .rows(List.of("rome-4/M1805", "M1203", "rome-4/nope"), columns, "fr"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "rome-4/M1805",
                Map.of(
                    "broader", List.of(new Value.Text("M18")),
                    "altLabel", List.of(new Value.Text("Développeur / Développeuse web"))),
                "M1203",
                Map.of(
                    "broader", List.of(new Value.Text("M12")),
                    "altLabel", List.of(new Value.Text("Teneur / Teneuse de comptes"))),
                "rome-4/nope",
                Map.of("broader", List.of(), "altLabel", List.of())));
  }

  @Test
  void properties_proposed_are_those_that_the_type_has() {
    Optional<EntityType> sheets = EntityType.find(SNAPSHOT, "rome-4/fiche-metier");

    assertThat(new Properties(SNAPSHOT, URIS).of(sheets, Optional.empty()))
        .extracting(EntityProperty::id)
        .contains("code", "prefLabel", "altLabel", "broader", "definition")
        .doesNotContain("bloc", "actif", "level");
  }

  @Test
  void types_name_their_vocabulary() {
    TypeList types = new TypeList(SNAPSHOT, SNAPSHOT.findScheme("rome"));

    assertThat(types.usual())
        .extracting(each -> each.type().id())
        .containsExactly("rome-4/fiche-metier");
    assertThat(types.typed("fiche"))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.name()).isEqualTo("fiche métier (rome-4)");
          assertThat(each.broader().orElseThrow().type().id()).isEqualTo("rome-4");
        });
  }
}
