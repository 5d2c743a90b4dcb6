package fr.passerelle.vocab.release;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.testing.RealFiles;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.formacode.FormacodeFile;
import fr.passerelle.vocab.formacode.SmallFormacode;
import fr.passerelle.vocab.search.Hit;
import fr.passerelle.vocab.search.Match;
import fr.passerelle.vocab.search.SearchQuery;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Synonyms and notes of Formacode serve search, and are read by nobody without permission. */
class RedactionTest {
  private static final Optional<Licence> FORMACODE = Optional.of(Licence.FORMACODE);
  private static final ConceptRef BAKERY = new ConceptRef("formacode-14", "21538");

  private final Lab lab = new Lab();

  private ImportReport publish(Release release, Optional<Licence> licence) {
    return lab.publish(new Import(release, new Findings(), licence, /* dryRun= */ false));
  }

  private ImportReport publish(Optional<Licence> licence) {
    return publish(SmallFormacode.terms().release(), licence);
  }

  private Snapshot snapshot() {
    return lab.vocabularies().snapshot();
  }

  private Snapshot permitted() {
    Vocabularies other =
        Fixtures.permitting(Set.of("formacode-14"), Lab.database().dataSource(), lab.folder());
    other.reload();
    return other.snapshot();
  }

  private static Concept bakery(Snapshot snapshot) {
    return snapshot.find(BAKERY).orElseThrow();
  }

  /** Everything that a snapshot says of its concepts, whichever way it is walked. */
  private static List<Concept> concepts(Snapshot snapshot) {
    return Stream.concat(
            snapshot.schemes().stream().flatMap(each -> each.scheme().concepts().stream()),
            snapshot.releases().stream()
                .map(PublishedRelease::release)
                .flatMap(release -> release.schemes().stream())
                .flatMap(scheme -> scheme.concepts().stream()))
        .toList();
  }

  private static List<Hit> search(Snapshot snapshot, String text) {
    return snapshot.search().search(SearchQuery.of(text, 10)).hits();
  }

  @Test
  void codes_labels_and_links_are_published_and_no_synonym_or_note() {
    publish(FORMACODE);

    assertThat(bakery(snapshot()).prefLabel("fr")).isEqualTo("Boulangerie");
    assertThat(bakery(snapshot()).links()).hasSize(2);
    assertThat(bakery(snapshot()).properties()).hasSize(2);
    assertThat(concepts(snapshot()))
        .isNotEmpty()
        .noneSatisfy(concept ->
            assertThat(concept.toString())
                .containsPattern("panification|mitronne|BOULANGERIE|pétrir|21540\\.|précisé"));
  }

  @ParameterizedTest
  @CsvSource({
    "panification, HIDDEN_LABEL",
    "mitronne, HIDDEN_LABEL",
    "panif, HIDDEN_LABEL",
    "pétrir, DEFINITION",
  })
  void a_term_is_found_by_words_that_are_not_shown(String words, Match.Field field) {
    publish(FORMACODE);

    assertThat(search(snapshot(), words))
        .singleElement()
        .satisfies(hit -> {
          assertThat(hit.ref()).isEqualTo(BAKERY);
          assertThat(hit.match()).isEqualTo(new Match(field, ""));
        });
  }

  @Test
  void a_permission_shows_them_and_changes_what_is_cached() {
    publish(FORMACODE);

    assertThat(bakery(permitted()).altLabels())
        .containsExactly(Label.fr("panification"), new Label("mitronne", "fr", Label.Kind.METIER));
    assertThat(bakery(permitted()).notes()).extracting(Note::text).contains("Apprendre à pétrir.");
    assertThat(search(permitted(), "panification"))
        .extracting(Hit::match)
        .containsExactly(new Match(Match.Field.ALT_LABEL, "panification"));
    assertThat(permitted().version()).isNotEqualTo(snapshot().version());
    assertThat(permitted().releases().getFirst().hash())
        .isNotEqualTo(snapshot().releases().getFirst().hash());
  }

  @Test
  void a_permission_withdrawn_hides_them_again() {
    publish(FORMACODE);
    permitted();

    Vocabularies without = Fixtures.permitting(Set.of(), Lab.database().dataSource(), lab.folder());
    without.reload();
    assertThat(bakery(without.snapshot()).altLabels()).isEmpty();
    assertThat(search(without.snapshot(), "panification"))
        .extracting(hit -> hit.match().text())
        .containsExactly("");
  }

  @Test
  void a_licence_declared_later_withholds_as_one_declared_at_once() {
    publish(Optional.empty());
    assertThat(snapshot().releases()).isEmpty();
    publish(FORMACODE);

    assertThat(bakery(snapshot()).altLabels()).isEmpty();
    assertThat(search(snapshot(), "mitronne"))
        .extracting(hit -> hit.match().text())
        .containsExactly("");
  }

  @Test
  void under_a_licence_that_covers_texts_all_is_published() {
    publish(Optional.of(Licence.ETALAB_2_0));

    assertThat(bakery(snapshot()).altLabels()).hasSize(2);
    assertThat(bakery(snapshot()).notes()).hasSize(3);
  }

  @Test
  void history_sees_the_synonyms_that_nobody_reads() {
    publish(FORMACODE);

    assertThat(publish(FORMACODE).outcome()).isEqualTo(ImportReport.Outcome.UNCHANGED);
    ImportReport report =
        publish(SmallFormacode.terms().with("panification", "fournée").release(), FORMACODE);
    assertThat(report.changes().changed()).containsExactly(BAKERY);
    assertThat(snapshot().releases().getFirst().release().id()).isEqualTo("14-2");
  }

  @Test
  void nothing_leaks_of_the_official_formacode() throws IOException {
    Path file = RealFiles.require("formacode/formacodes-v14.csv");
    Origin origin = new Origin(file, Optional.empty(), Optional.of(LocalDate.of(2023, 7, 1)));
    Release release = FormacodeFile.read(origin, new Findings()).getFirst();
    publish(release, FORMACODE);

    assertThat(concepts(snapshot()))
        .hasSize(2 * release.size())
        .allSatisfy(concept -> {
          assertThat(concept.altLabels()).isEmpty();
          assertThat(concept.hiddenLabels()).isEmpty();
          assertThat(concept.notes()).isEmpty();
        });
    List<Concept> terms = release.schemes().getFirst().concepts();
    for (int i = 0; i < terms.size(); i += 20) {
      for (Label synonym : terms.get(i).altLabels()) {
        assertThat(search(snapshot(), synonym.text()))
            .isNotEmpty()
            .allSatisfy(hit -> assertThat(hit.match().field()).isNotEqualTo(Match.Field.ALT_LABEL));
      }
    }
  }
}
