package fr.passerelle.vocab.search;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.Fixture;
import fr.passerelle.vocab.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class ConceptSearchPropertyTest {
  private static final List<Concept> CONCEPTS =
      Stream.of(Fixture.rome(), Fixture.formacode())
          .map(Release::schemes)
          .flatMap(List::stream)
          .flatMap(scheme -> scheme.concepts().stream())
          .toList();

  private static ConceptSearch search = ConceptSearch.over(List.of());
  private static Path folder = Path.of("");

  @BeforeContainer
  static void index() throws IOException {
    folder = Files.createTempDirectory("search");
    search = Searches.over(folder, Fixture.rome(), Fixture.formacode());
  }

  @AfterContainer
  static void close() throws IOException {
    search.close();
    Folders.delete(folder);
  }

  @Property(tries = 200)
  void a_preferred_label_finds_its_concept_in_capitals_and_without_accents(
      @ForAll("concepts") Concept concept) {
    String label = concept.prefLabel("fr");
    String bare = Normalizer.normalize(label, Normalizer.Form.NFD).replaceAll("\\p{M}", "");

    for (String text : List.of(label, bare, bare.toUpperCase(Locale.FRENCH))) {
      Page page = search.search(SearchQuery.of(text, 100));
      assertThat(page.hits()).extracting(Hit::ref).contains(concept.ref());
      assertThat(page.relaxed()).isFalse();
    }
  }

  @Property(tries = 300)
  void pages_give_each_concept_once_in_the_order_of_one_large_page(
      @ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 9) int limit) {
    Page whole = search.search(SearchQuery.of(text, 100));
    List<Page> pages = Searches.pages(search, SearchQuery.of(text, limit));

    assertThat(pages.stream().flatMap(page -> page.hits().stream())).isEqualTo(whole.hits());
    assertThat(whole.hits()).hasSize(whole.total()).extracting(Hit::ref).doesNotHaveDuplicates();
    assertThat(pages)
        .allSatisfy(page -> {
          assertThat(page.total()).isEqualTo(whole.total());
          assertThat(page.facets()).isEqualTo(whole.facets());
          assertThat(page.relaxed()).isEqualTo(whole.relaxed());
        });
  }

  @Property(tries = 300)
  void each_facet_sums_to_the_total(@ForAll("texts") String text) {
    Page page = search.search(SearchQuery.of(text, 1));

    Facets facets = page.facets();
    assertThat(List.of(facets.vocabs(), facets.types(), facets.statuses()))
        .allSatisfy(facet -> assertThat(sum(facet)).isEqualTo(page.total()));
  }

  private static int sum(Map<?, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  @Provide
  Arbitrary<Concept> concepts() {
    return Arbitraries.of(CONCEPTS);
  }

  /** Any text, and the beginnings of labels as they are being typed. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> typed =
        concepts()
            .flatMap(concept -> {
              String label = concept.prefLabel("fr");
              return Arbitraries.integers()
                  .between(0, label.length())
                  .map(length -> label.substring(0, length));
            });
    return Arbitraries.oneOf(typed, Arbitraries.strings().ofMaxLength(12));
  }
}
