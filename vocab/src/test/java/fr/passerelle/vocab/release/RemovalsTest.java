package fr.passerelle.vocab.release;

import static fr.passerelle.vocab.release.ImportReport.Outcome.PUBLISHED;
import static fr.passerelle.vocab.release.ImportReport.Outcome.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.PairsFixture;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.rome.RomeFixture;
import fr.passerelle.vocab.source.Findings;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A release that removes much waits for a person; what was named once stays named. */
@Timeout(30)
class RemovalsTest {
  private static final String TEN = "a=1 b=2 c=3 d=4 e=5 f=6 g=7 h=8 i=9 j=10";

  private final Lab lab = new Lab();

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a=1 b=2 c=3 d=4 e=5 f=6 g=7 h=8 i=9 j=10 k=11, PUBLISHED, 0",
    "a=1 b=2 c=3 d=4 e=5 f=6 g=7 h=8 i=9, PUBLISHED, 0.1",
    "a=1 b=2 c=3 d=4 e=5 f=6 g=7 h=8, WAITING, 0.2",
    "a=1 b=2 c=3 d=4 e=5 f=6 g=7 h=8 i=- j=-, WAITING, 0.2",
  })
  void more_than_one_pair_in_ten_removed_waits_for_a_person(
      String next, ImportReport.Outcome outcome, double share) {
    publish("1", TEN, Import.USUAL_REMOVALS);
    ImportReport report = publish("2", next, Import.USUAL_REMOVALS);

    assertThat(report.outcome()).isEqualTo(outcome);
    assertThat(report.changes().removedShare()).isEqualTo(share);
    assertThat(lab.served()).containsExactly(outcome == WAITING ? "1" : "2");
  }

  @Test
  void what_waits_is_kept_and_published_at_a_persons_word() {
    publish("1", TEN, Import.USUAL_REMOVALS);
    publish("2", "a=1", Import.USUAL_REMOVALS);
    assertThat(lab.vocabularies().list()).extracting(StoredRelease::waiting).contains(true);

    lab.vocabularies().publish("table", "2");
    lab.vocabularies().reload();

    assertThat(lab.served()).containsExactly("2");
    assertThat(lab.vocabularies().list()).extracting(StoredRelease::waiting).doesNotContain(true);
    assertThat(lab.vocabularies().rollback("table", Optional.empty()).release()).isEqualTo("1");
  }

  @Test
  void a_release_that_waits_is_nothing_to_go_back_to() {
    publish("1", TEN, Import.USUAL_REMOVALS);
    publish("2", "a=1", Import.USUAL_REMOVALS);
    publish("3", TEN + " k=11", Import.USUAL_REMOVALS);

    assertThat(lab.vocabularies().rollback("table", Optional.empty()).release()).isEqualTo("1");
  }

  @Test
  void a_larger_share_may_be_allowed_beforehand() {
    publish("1", TEN, Import.USUAL_REMOVALS);
    assertThat(publish("2", "a=1", 0.9).outcome()).isEqualTo(PUBLISHED);
    assertThat(lab.served()).containsExactly("2");
  }

  @Test
  void a_code_that_is_no_longer_cited_stays_a_stub() {
    publish("1", TEN, Import.USUAL_REMOVALS);
    publish("2", "a=1", 1);
    assertThat(lab.vocabularies().snapshot().find(new ConceptRef("left", "b")))
        .hasValueSatisfying(stub -> {
          assertThat(stub.status()).isEqualTo(Status.REFERENCED);
          assertThat(stub.history().left()).isEqualTo("2");
        });
  }

  @Test
  void what_only_a_withdrawn_release_held_stays_named_as_retired() {
    lab.publish(RomeFixture.whole().withoutSheet("M1203"));
    lab.publish(RomeFixture.whole().version(61));
    lab.vocabularies().rollback("rome-4", Optional.of("60"));
    lab.publish(RomeFixture.whole().withoutSheet("M1203").version(62));

    assertThat(lab.served()).containsExactly("62");
    assertThat(lab.vocabularies().snapshot().find(new ConceptRef("rome-4", "M1203")))
        .hasValueSatisfying(sheet -> assertThat(sheet.status()).isEqualTo(Status.RETIRED));
  }

  private ImportReport publish(String id, String cells, double removals) {
    Release release = PairsFixture.release(id, cells);
    return lab.publish(
        new Import(release, new Findings(), Lab.OPEN, /* dryRun= */ false, removals));
  }
}
