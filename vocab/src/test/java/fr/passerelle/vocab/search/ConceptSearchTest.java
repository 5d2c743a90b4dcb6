package fr.passerelle.vocab.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Fixture;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConceptSearchTest {
  private ConceptSearch search = ConceptSearch.over(List.of());

  @BeforeAll
  void index(@TempDir Path folder) {
    search = Searches.over(folder, Fixture.rome(), Fixture.formacode());
  }

  @AfterAll
  void close() {
    search.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # text                          | first hit                | matched      | by
          developpeur                     | rome-4/M1805             | PREF_LABEL   | Développeur / Développeuse informatique
          DÉVELOPPEUR                     | rome-4/M1805             | PREF_LABEL   | Développeur / Développeuse informatique
          développeuse                    | rome-4/M1805             | PREF_LABEL   | Développeur / Développeuse informatique
          developpeu                      | rome-4/M1805             | PREF_LABEL   | Développeur / Développeuse informatique
          développeuse web                | rome-4/14154             | PREF_LABEL   | Développeur / Développeuse web
          Développeur / Développeuse web  | rome-4/14154             | PREF_LABEL   | Développeur / Développeuse web
          développement w                 | formacode-14/30854       | PREF_LABEL   | Développement web
          boulangere                      | rome-4/D1102             | PREF_LABEL   | Boulanger / Boulangère
          boulangers                      | rome-4/D1102             | PREF_LABEL   | Boulanger / Boulangère
          boulanger patissier             | rome-4/11574             | PREF_LABEL   | Boulanger-pâtissier / Boulangère-pâtissière
          boulangerie                     | formacode-14/21528       | PREF_LABEL   | Boulangerie
          manoeuvre                       | rome-4/F1704             | PREF_LABEL   | Manœuvre du bâtiment
          manœuvre                        | rome-4/F1704             | PREF_LABEL   | Manœuvre du bâtiment
          MANŒUVRES BATIMENTS             | rome-4/F1704             | PREF_LABEL   | Manœuvre du bâtiment
          aide a domicile                 | rome-4/K1304             | PREF_LABEL   | Aide à domicile
          aide domicile                   | rome-4/K1304             | PREF_LABEL   | Aide à domicile
          aide à                          | rome-4/K1304             | PREF_LABEL   | Aide à domicile
          aide soignante                  | rome-4/J1501             | PREF_LABEL   | Aide-soignant / Aide-soignante
          agent sécurité                  | rome-4/K2503             | PREF_LABEL   | Agent / Agente de sécurité
          chef d'equipe                   | rome-4/12346             | PREF_LABEL   | Chef / Cheffe d’équipe de sécurité
          cheffe d’équipe                 | rome-4/12346             | PREF_LABEL   | Chef / Cheffe d’équipe de sécurité
          systeme d'information           | rome-4/M18               | PREF_LABEL   | Systèmes d’information
          son                             | rome-4/13000             | PREF_LABEL   | Ingénieur / Ingénieure du son
          soudeuse tig                    | rome-4/19364             | PREF_LABEL   | Soudeur / Soudeuse TIG (Tungsten Inert Gas)
          soud                            | rome-4/H2913             | PREF_LABEL   | Soudeur / Soudeuse
          chauffeuse poids lourd          | rome-4/12345             | PREF_LABEL   | Chauffeur / Chauffeuse poids lourd
          auxiliaire vie                  | rome-4/K1304             | ALT_LABEL    | Auxiliaire de vie
          panification                    | formacode-14/21528       | ALT_LABEL    | Panification
          camionneur                      | rome-4/N4101             | HIDDEN_LABEL | ''
          comptable                       | rome-4/M1203             | PREF_LABEL   | Comptable
          viennoiserie                    | rome-4/D1102             | DEFINITION   | ''
          c++                             | rome-4/400100            | PREF_LABEL   | Langage C++
          M1805                           | rome-4/M1805             | NOTATION     | M1805
          m 1805                          | rome-4/M1805             | NOTATION     | M1805
          m180                            | rome-4/M1805             | NOTATION     | M1805
          M18                             | rome-4/M18               | NOTATION     | M18
          d                               | rome-4/D                 | NOTATION     | D
          formacode 30854                 | formacode-14/30854       | NOTATION     | 30854
          11573                           | rome-4/11573             | NOTATION     | 11573
          d'                              | rome-4/D                 | NOTATION     | D
          """)
  void what_is_typed_finds_first(String text, String ref, Match.Field field, String label) {
    Page page = search.search(SearchQuery.of(text, 10));

    assertThat(page.hits()).isNotEmpty();
    Hit first = page.hits().getFirst();
    assertThat(first.ref()).hasToString(ref);
    assertThat(first.match()).isEqualTo(new Match(field, label));
    assertThat(page.relaxed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"de la", "l'", "de", "et"})
  void stop_words_alone_are_words(String text) {
    assertThat(search.search(SearchQuery.of(text, 50)).total()).isPositive();
  }

  @Test
  void a_code_typed_in_part_lists_what_it_starts() {
    assertThat(refs(SearchQuery.of("M18", 10)))
        .containsExactly("rome-4/M18", "rome-4/M1805", "rome-4/M1801");
  }

  @Test
  void an_occupation_is_also_found_by_the_words_of_an_employer() {
    assertThat(refs(SearchQuery.of("chauffeur poids lourd", 10)))
        .containsExactly("rome-4/12345", "rome-4/N4101");
  }

  @Test
  void what_is_not_in_use_comes_after_what_is() {
    assertThat(refs(SearchQuery.of("développeur", 10)))
        .containsExactly("rome-4/M1805", "rome-4/14154", "rome-4/M1801");
    assertThat(refs(SearchQuery.of("soudeur", 10)))
        .containsExactly("rome-4/H2913", "rome-4/19364", "rome-4/H9999");
  }

  @Test
  void where_no_label_has_all_the_words_those_with_most_are_given_and_it_is_said() {
    Page page = search.search(SearchQuery.of("développeur web licorne", 10));

    assertThat(page.relaxed()).isTrue();
    assertThat(page.hits().getFirst().ref()).hasToString("rome-4/14154");
    assertThat(search.search(SearchQuery.of("M1805 licorne", 10)).hits().getFirst().ref())
        .hasToString("rome-4/M1805");
  }

  @ParameterizedTest
  @ValueSource(strings = {"licorne", "licorne arc-en-ciel", "???", "+-&&||!(){}[]^\"~*?:\\/", "'"})
  void what_nothing_answers_finds_nothing(String text) {
    Page page = search.search(SearchQuery.of(text, 10));

    assertThat(page)
        .isEqualTo(new Page(0, List.of(), page.facets(), "", false, Reading.AS_TYPED))
        .extracting(found -> found.facets().types())
        .isEqualTo(Map.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"boulanger AND (", "type:boulanger*", "\"boulanger", "boulanger~ OR"})
  void signs_of_a_query_language_are_just_text(String text) {
    assertThat(refs(SearchQuery.of(text, 10))).contains("rome-4/D1102");
  }

  @Test
  void a_very_long_text_is_answered() {
    assertThat(search.search(SearchQuery.of("boulanger ".repeat(1000), 10)).total()).isPositive();
    assertThat(search.search(SearchQuery.of("x".repeat(100_000), 10)).total()).isZero();
  }

  @Test
  void without_a_text_all_is_listed_by_scheme_and_code() {
    Page page = search.search(SearchQuery.of(" ", 100));

    assertThat(page.total()).isEqualTo(Fixture.rome().size() + Fixture.formacode().size());
    assertThat(page.hits()).extracting(Hit::ref).isSorted().hasSize(page.total());
    assertThat(page.hits()).extracting(Hit::match).containsOnly(Match.NONE);
  }

  @Test
  void filters_narrow_what_is_found() {
    SearchQuery developer = SearchQuery.of("develop", 10);

    assertThat(refs(developer.inVocabs(Set.of("formacode-14"))))
        .containsExactly("formacode-14/30854");
    assertThat(refs(developer.ofTypes(Set.of(ConceptType.COMPETENCE))))
        .containsExactly("rome-4/300200");
    assertThat(refs(developer.inStatuses(Set.of(Status.RETIRED)))).containsExactly("rome-4/M1801");
    assertThat(refs(developer.inFields(Set.of(Match.Field.ALT_LABEL))))
        .containsExactly("rome-4/M1805");
    assertThat(refs(developer.inLang("fr"))).hasSize(5);
    assertThat(refs(developer.inLang("en"))).isEmpty();
    assertThat(refs(SearchQuery.of("", 10).ofTypes(Set.of(ConceptType.GRAND_DOMAINE))))
        .containsExactly("rome-4/D", "rome-4/M");
  }

  @Test
  void facets_count_all_that_is_found() {
    Facets facets = search.search(SearchQuery.of("boulang", 1)).facets();

    assertThat(facets.vocabs()).isEqualTo(Map.of("rome-4", 3, "formacode-14", 1));
    assertThat(facets.types())
        .containsEntry(ConceptType.APPELLATION, 2)
        .containsEntry(ConceptType.TERME_FORMACODE, 1);
    assertThat(facets.statuses()).isEqualTo(Map.of(Status.CURRENT, 4));
  }

  @Test
  void a_language_narrows_to_its_labels(@TempDir Path folder) {
    Concept firefighter =
        new Concept(
            new ConceptRef("rome-4", "K1706"),
            ConceptType.FICHE_METIER,
            Status.CURRENT,
            List.of(Label.fr("Pompier"), new Label("Firefighter", "en")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Concept.History.NONE);
    Scheme scheme = Scheme.of("rome-4", "ROME", List.of(firefighter));
    Release release = Release.of(Edition.ROME_4, "60", Fixture.rome().source(), List.of(scheme));

    try (ConceptSearch bilingual = Searches.over(folder, release)) {
      SearchQuery english = SearchQuery.of("firefighters", 1).inLang("en");
      assertThat(bilingual.search(english).hits())
          .extracting(Hit::match)
          .containsExactly(new Match(Match.Field.PREF_LABEL, "Firefighter"));
      assertThat(bilingual.search(SearchQuery.of("pompier", 1).inLang("en")).total()).isZero();
    }
  }

  @Test
  void threads_that_search_at_once_find_the_same() {
    Page alone = search.search(SearchQuery.of("d", 100));

    assertThat(
            IntStream.range(0, 200)
                .parallel()
                .mapToObj(each -> search.search(SearchQuery.of("d", 100))))
        .containsOnly(alone);
  }

  @Test
  void a_cursor_of_ones_own_making_is_refused() {
    for (String forged : List.of("x", "!!!", "c2Zv", "AAAA", "czEyMzQ")) {
      assertThatThrownBy(() -> search.search(SearchQuery.of("a", 1).after(forged)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private List<String> refs(SearchQuery query) {
    return search.search(query).hits().stream().map(hit -> hit.ref().toString()).toList();
  }
}
