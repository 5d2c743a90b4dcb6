package fr.passerelle.vocab.search;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.vocab.Annotation;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Fixture;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Status;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnnotatedSearchTest {
  private static final Correspondence.Author REGION =
      new Correspondence.Author("carif-exemple", "Carif exemple");

  private ConceptSearch search = ConceptSearch.over(List.of());
  private ConceptSearch plain = search;

  @BeforeAll
  void index(@TempDir Path folder) {
    Release rome = Fixture.rome();
    Map<Concept, List<Annotation>> said = new LinkedHashMap<>();
    say(said, rome, "D1102", Annotation.Kind.LABEL, "Fournier du pays");
    say(said, rome, "D1102", Annotation.Kind.NOTE, "Forte demande dans les vallées alpines");
    say(said, rome, "K1304", Annotation.Kind.LABEL, "Boulanger à domicile");
    Path index = folder.resolve("rome");
    ReleaseIndex.write(rome, index);
    try (ReleaseIndex national = ReleaseIndex.open(index).orElseThrow()) {
      search = ConceptSearch.over(List.of(national), said);
      plain = ConceptSearch.over(List.of(national));
    }
  }

  private static void say(
      Map<Concept, List<Annotation>> said,
      Release rome,
      String code,
      Annotation.Kind kind,
      String text) {
    Concept concept = rome.schemes().getFirst().find(code).orElseThrow();
    said.computeIfAbsent(concept, key -> new ArrayList<>())
        .add(new Annotation(REGION, concept.ref(), kind, text, "fr", ""));
  }

  @AfterAll
  void close() {
    search.close();
    plain.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # text              | concept | matched        | by
          fournier            | D1102   | REGIONAL_LABEL | Fournier du pays
          fourn               | D1102   | REGIONAL_LABEL | Fournier du pays
          fourniers pays      | D1102   | REGIONAL_LABEL | Fournier du pays
          fournire            | D1102   | REGIONAL_LABEL | Fournier du pays
          vallée alpine       | D1102   | REGIONAL_NOTE  | Forte demande dans les vallées alpines
          boulanger alpines   | D1102   | REGIONAL_NOTE  | Forte demande dans les vallées alpines
          boulanger domicile  | K1304   | REGIONAL_LABEL | Boulanger à domicile
          boulangère          | D1102   | PREF_LABEL     | Boulanger / Boulangère
          """)
  void what_a_region_says_finds_the_concept_and_says_so(
      String text, String code, Match.Field matched, String by) {
    Hit first = search.search(SearchQuery.of(text, 10)).hits().getFirst();

    assertThat(first.ref()).isEqualTo(new ConceptRef("rome-4", code));
    assertThat(first.match()).isEqualTo(new Match(matched, by));
  }

  @Test
  void a_concept_found_by_both_its_own_and_a_regional_name_counts_once() {
    SearchQuery query = SearchQuery.of("boulanger", 50);
    List<Page> pages = Searches.pages(search, SearchQuery.of("boulanger", 1));
    Page whole = search.search(query);
    int national = plain.search(query).total();

    assertThat(whole.total()).isEqualTo(national + 1);
    assertThat(whole.hits()).hasSize(whole.total()).extracting(Hit::ref).doesNotHaveDuplicates();
    assertThat(whole.facets().vocabs()).containsEntry("rome-4", whole.total());
    assertThat(pages.stream().flatMap(page -> page.hits().stream())).isEqualTo(whole.hits());
  }

  @Test
  void filters_are_those_of_the_concept() {
    SearchQuery query = SearchQuery.of("fournier", 10);

    assertThat(search.search(query.inVocabs(Set.of("rome-4"))).total()).isEqualTo(1);
    assertThat(search.search(query.inVocabs(Set.of("nsf"))).total()).isZero();
    assertThat(search.search(query.inStatuses(Set.of(Status.RETIRED))).total()).isZero();
  }

  @Test
  void listing_all_lists_each_concept_once() {
    SearchQuery all = SearchQuery.of("", 1000);

    assertThat(search.search(all).total()).isEqualTo(plain.search(all).total());
  }
}
