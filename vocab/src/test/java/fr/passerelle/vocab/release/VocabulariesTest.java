package fr.passerelle.vocab.release;

import static fr.passerelle.vocab.release.ImportReport.Outcome.DRY_RUN;
import static fr.passerelle.vocab.release.ImportReport.Outcome.LICENCE_DECLARED;
import static fr.passerelle.vocab.release.ImportReport.Outcome.PUBLISHED;
import static fr.passerelle.vocab.release.ImportReport.Outcome.UNCHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.rome.RomeFixture;
import fr.passerelle.vocab.source.Findings;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a release becomes the published one. */
@Timeout(30)
class VocabulariesTest {
  private static final ConceptRef M1203 = new ConceptRef("rome-4", "M1203");
  private static final ConceptRef M1805 = new ConceptRef("rome-4", "M1805");

  private final Lab lab = new Lab();

  @Test
  void what_is_published_is_read_and_found() {
    ImportReport report = lab.publish(RomeFixture.whole());
    assertThat(report.outcome()).isEqualTo(PUBLISHED);
    assertThat(report.before()).isEmpty();
    assertThat(report.concepts()).containsEntry("rome-4", 30).containsEntry("rome-3", 4);
    assertThat(report.changes().added()).hasSize(53);
    assertThat(lab.served()).containsExactly("60");
    assertThat(concept(M1805).history()).isEqualTo(new Concept.History("60", "60", ""));
    assertThat(lab.search("developpeur")).contains(M1805);
    assertThat(citation()).contains("version 60, 2025-09-18", Licence.ETALAB_2_0.label());
  }

  @Test
  void the_same_file_again_writes_nothing() {
    lab.publish(RomeFixture.whole());
    var before = lab.written();
    ImportReport report = lab.publish(RomeFixture.whole());
    assertThat(report.outcome()).isEqualTo(UNCHANGED);
    assertThat(report.changes()).isEqualTo(Fixtures.NO_CHANGES);
    assertThat(lab.written()).isEqualTo(before);
  }

  @Test
  void a_copy_with_other_apostrophes_says_the_same() {
    lab.publish(RomeFixture.whole());
    RomeFixture copy = RomeFixture.whole();
    for (String stem : RomeFixture.STEMS) {
      if (!stem.equals("arborescence_secteur_naf")) {
        copy.text(stem, copy.text(stem).replace("''", "'").replace('\'', '’'));
      }
    }
    assertThat(lab.publish(copy).outcome()).isEqualTo(UNCHANGED);
  }

  @Test
  void other_content_of_the_same_name_is_a_revision() {
    lab.publish(RomeFixture.whole());
    ImportReport report = lab.publish(relabelled());
    assertThat(report.release()).isEqualTo("60-2");
    assertThat(report.changes().changed()).containsExactly(new ConceptRef("rome-4", "100202"));
    assertThat(lab.served()).containsExactly("60-2");
    assertThat(lab.publish(relabelled()).outcome()).isEqualTo(UNCHANGED);
  }

  @Test
  void what_a_release_no_longer_holds_stays_as_retired_until_it_is_back() {
    lab.publish(RomeFixture.whole());
    ImportReport without = lab.publish(RomeFixture.whole().withoutSheet("M1203").version(61));
    assertThat(without.changes().retired())
        .containsExactlyInAnyOrder(
            M1203, new ConceptRef("rome-4", "11003"), new ConceptRef("rome-4", "11004"));
    assertThat(concept(M1203).status()).isEqualTo(Status.RETIRED);
    assertThat(concept(M1203).history()).isEqualTo(new Concept.History("60", "60", "61"));

    ImportReport back = lab.publish(RomeFixture.whole().version(62));
    assertThat(back.changes().added()).contains(M1203).hasSize(3);
    assertThat(back.changes().retired()).isEmpty();
    assertThat(concept(M1203).status()).isEqualTo(Status.CURRENT);
    assertThat(concept(M1203).history()).isEqualTo(new Concept.History("60", "62", ""));
  }

  @Test
  void the_same_content_under_a_new_name_is_a_new_release_without_changes() {
    lab.publish(RomeFixture.whole());
    String version = lab.vocabularies().snapshot().version();
    ImportReport report = lab.publish(RomeFixture.whole().version(61));
    assertThat(report.outcome()).isEqualTo(PUBLISHED);
    assertThat(report.changes()).isEqualTo(Fixtures.NO_CHANGES);
    assertThat(lab.served()).containsExactly("61");
    assertThat(lab.vocabularies().snapshot().version()).isNotEqualTo(version);
  }

  @Test
  void a_dry_run_compares_and_writes_nothing() {
    lab.publish(RomeFixture.whole());
    var before = lab.written();
    RomeFixture next = RomeFixture.whole().withoutSheet("M1203").version(61);
    ImportReport report = lab.publish(next, Lab.OPEN, /* dryRun= */ true);
    assertThat(report.outcome()).isEqualTo(DRY_RUN);
    assertThat(report.changes().retired()).hasSize(3);
    assertThat(lab.written()).isEqualTo(before);
    assertThat(lab.served()).containsExactly("60");
  }

  @Test
  void without_licence_a_release_is_kept_but_nowhere_to_be_seen() {
    lab.publish(RomeFixture.whole(), Lab.NO_LICENCE);
    assertThat(lab.vocabularies().list()).extracting(StoredRelease::release).containsExactly("60");
    assertThat(lab.served()).isEmpty();
    assertThat(lab.vocabularies().snapshot().schemes()).isEmpty();
    assertThat(lab.vocabularies().snapshot().find(M1805)).isEmpty();
    assertThat(lab.search("developpeur")).isEmpty();
  }

  @Test
  void a_licence_declared_later_makes_it_visible() {
    lab.publish(RomeFixture.whole(), Lab.NO_LICENCE);
    assertThat(lab.publish(RomeFixture.whole(), Lab.OPEN).outcome()).isEqualTo(LICENCE_DECLARED);
    assertThat(lab.served()).containsExactly("60");
    assertThat(lab.search("developpeur")).contains(M1805);
    assertThat(lab.publish(RomeFixture.whole(), Lab.NO_LICENCE).outcome()).isEqualTo(UNCHANGED);
  }

  @Test
  void the_licence_of_an_edition_holds_for_its_next_release() {
    lab.publish(RomeFixture.whole());
    lab.publish(RomeFixture.whole().version(61), Lab.NO_LICENCE);
    assertThat(lab.served()).containsExactly("61");
  }

  @Test
  void a_release_published_again_keeps_its_licence() {
    lab.publish(RomeFixture.whole(), Lab.NO_LICENCE);
    lab.publish(RomeFixture.whole().version(61));
    lab.vocabularies().rollback("rome-4", Optional.of("60"));
    ImportReport report = lab.publish(RomeFixture.whole().version(61), Lab.NO_LICENCE);
    assertThat(report.licence()).contains("etalab-2.0");
    assertThat(lab.served()).containsExactly("61");
  }

  @Test
  void a_real_release_retires_nothing_of_the_sample_before_it() {
    Release sample = Fixtures.sample(Fixtures.read(RomeFixture.whole(), lab.folder()));
    lab.publish(new Import(sample, new Findings(), Lab.OPEN, /* dryRun= */ false));
    assertThat(citation()).contains("(échantillon)");
    ImportReport report = lab.publish(RomeFixture.whole().withoutSheet("M1203").version(61));
    assertThat(report.changes().retired()).isEmpty();
    assertThat(lab.vocabularies().snapshot().find(M1203)).isEmpty();
    assertThat(citation()).doesNotContain("(échantillon)");
  }

  @Test
  void a_refused_file_leaves_the_published_release_as_it_was() {
    lab.publish(RomeFixture.whole());
    var before = lab.written();
    RomeFixture bad = RomeFixture.whole().version(61).row("themes", "001", "Autre", "");
    assertThatThrownBy(() -> lab.publish(bad)).isInstanceOf(RefusedException.class);
    assertThat(lab.written()).isEqualTo(before);
    assertThat(lab.another().list()).hasSize(1);
  }

  @Test
  void of_two_imports_of_an_edition_at_once_one_is_refused() throws Exception {
    CompletableFuture<ImportReport> first = new CompletableFuture<>();
    Lab.jdbi()
        .useTransaction(handle -> {
          handle.execute("lock table release in exclusive mode");
          first.completeAsync(() -> lab.publish(RomeFixture.whole()));
          Lab.awaitBlocked();
          assertThatThrownBy(() -> lab.publish(RomeFixture.whole().version(61)))
              .isInstanceOfSatisfying(
                  RefusedException.class,
                  e -> assertThat(e.faults()).extracting(Fault::rule).containsExactly("busy"));
        });
    assertThat(first.get(10, TimeUnit.SECONDS).outcome()).isEqualTo(PUBLISHED);
    assertThat(lab.served()).containsExactly("60");
  }

  private static RomeFixture relabelled() {
    return RomeFixture.whole()
        .replace("referentiel_savoir", "Langage Java", "Langage Kotlin")
        .replace("item", "Langage Java", "Langage Kotlin");
  }

  private Concept concept(ConceptRef ref) {
    return lab.vocabularies().snapshot().find(ref).orElseThrow();
  }

  private String citation() {
    return lab.vocabularies().snapshot().releases().stream()
        .map(PublishedRelease::citation)
        .findFirst()
        .orElseThrow();
  }
}
