package fr.passerelle.vocab.search;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.vocab.Fixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpellingTest {
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
          # text                  | first hit          | read as               | what is wrong
          boulangr                | rome-4/D1102       |                       | stems forgive that
          boulagner               | rome-4/D1102       | boulanger             | two letters are swapped
          boullengère             | rome-4/D1102       | boulangère            | two slips in a long word
          boulnag                 | rome-4/D1102       | boulanger             | a word not typed to its end
          soudure TIGG            | rome-4/19364       | soudure tig           | a letter too many
          chaufeur poid lourd     | rome-4/12345       |                       | stems forgive that
          chauffuer poids lourd   | rome-4/12345       | chauffeur poids lourd | one word of three
          develloppuer infrmatique | rome-4/M1805      | développeur informatique | two words, as labels write them
          manoeuvfe               | rome-4/F1704       | manœuvre              | a ligature
          """)
  void a_misspelt_text_is_read_as_the_nearest_one_that_finds_something(
      String text, String first, String readAs) {
    Page page = search.search(SearchQuery.of(text, 10));

    assertThat(page.hits().getFirst().ref()).hasToString(first);
    assertThat(page.reading().text()).isEqualTo(readAs == null ? "" : readAs);
  }

  @ParameterizedTest
  @ValueSource(strings = {"camionneru", "camioneur", "camionneurr", "camionn"})
  void a_slip_is_not_read_as_a_word_that_is_withheld(String text) {
    Reading reading = search.search(SearchQuery.of(text, 10)).reading();

    assertThat(reading.text() + reading.others()).doesNotContain("camionneur");
    assertThat(search.search(SearchQuery.of("camionneur", 10)).hits().getFirst().ref())
        .hasToString("rome-4/N4101");
  }

  @ParameterizedTest
  @ValueSource(strings = {"boulanger", "boulang", "M1805", "soudeuse tig", "développeur licorne"})
  void what_is_found_as_typed_is_read_as_typed(String text) {
    assertThat(search.search(SearchQuery.of(text, 10)).reading()).isEqualTo(Reading.AS_TYPED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tog", "M1899", "xoulanger", "licorne"})
  void short_words_codes_and_first_letters_are_not_guessed(String text) {
    assertThat(search.search(SearchQuery.of(text, 10)).total()).isZero();
  }

  @Test
  void a_known_word_that_the_filters_hold_back_is_not_another_one() {
    SearchQuery query = SearchQuery.of("boulanger", 10).inVocabs(Set.of("formacode-14"));

    assertThat(search.search(query).reading()).isEqualTo(Reading.AS_TYPED);
  }

  @Test
  void pages_of_a_misspelt_text_follow_one_another() {
    List<Page> pages = Searches.pages(search, SearchQuery.of("boulangr", 1));
    Page whole = search.search(SearchQuery.of("boulangr", 100));

    assertThat(pages).hasSize(whole.total()).allMatch(page -> page.total() == whole.total());
    assertThat(pages.stream().flatMap(page -> page.hits().stream())).isEqualTo(whole.hits());
  }

  @Test
  void two_letters_forgotten_are_likelier_than_a_wrong_one() {
    assertThat(Neighbour.of("informatien", "informaticien", 1).cost())
        .isLessThan(Neighbour.of("informatien", "information", 1000).cost());
  }

  @ParameterizedTest
  @CsvSource({
    "boulangr, boulanger, 1",
    "boulagner, boulanger, 1",
    "informatien, informaticien, 2",
    "informatien, information, 1",
    "'', abc, 3",
    "abc, abc, 0",
    "chofeur, chauffeur, 3"
  })
  void letters_missing_wrong_or_swapped_are_counted(String one, String other, int distance) {
    assertThat(Neighbour.distance(one, other)).isEqualTo(distance);
    assertThat(Neighbour.distance(other, one)).isEqualTo(distance);
  }
}
