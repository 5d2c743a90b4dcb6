package fr.passerelle.client;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.RunningService;
import fr.passerelle.client.model.ConceptItem;
import fr.passerelle.client.model.ConceptPage;
import fr.passerelle.client.model.StudyPage;
import fr.passerelle.client.model.Vocab;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PagesTest {
  private final Passerelle passerelle = Passerelle.at(RunningService.address());

  @Test
  void a_walk_meets_every_item_once() {
    int total = passerelle.vocabularies().listConcepts("rome-4").limit(1).send().total();
    List<String> uris = new ArrayList<>();
    for (ConceptItem concept : passerelle.vocabularies().listConcepts("rome-4").limit(7)) {
      uris.add(concept.uri());
    }

    assertThat(uris).hasSize(total).hasSizeGreaterThan(7).doesNotHaveDuplicates();
  }

  @Test
  void filters_hold_from_page_to_page() {
    List<StudyPage> pages =
        passerelle.studies().listStudies().territory("R93").limit(2).pages().toList();

    assertThat(pages).hasSizeGreaterThan(1);
    assertThat(pages.stream().mapToInt(page -> page.items().size()).sum())
        .isEqualTo(pages.get(0).total());
  }

  @Test
  void no_page_is_asked_for_before_it_is_needed() {
    try (FaultProxy proxy = new FaultProxy()) {
      var concepts = proxy.client().build().vocabularies().listConcepts("rome-4").limit(2).stream();
      assertThat(proxy.seen()).isEmpty();

      assertThat(concepts.limit(3)).hasSize(3);
      assertThat(proxy.seen()).hasSize(2);
    }
  }

  @Test
  void a_walk_goes_on_from_a_cursor() {
    ConceptPage first = passerelle.vocabularies().listConcepts("rome-4").limit(2).send();
    String next = Objects.requireNonNull(first.next());

    assertThat(passerelle.vocabularies().listConcepts("rome-4").limit(100).cursor(next))
        .hasSize(first.total() - 2);
  }

  @Test
  void a_list_without_pages_is_walked_too() {
    assertThat(passerelle.vocabularies().listVocabs()).extracting(Vocab::id).contains("rome-4");
  }
}
