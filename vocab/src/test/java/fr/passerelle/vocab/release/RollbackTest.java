package fr.passerelle.vocab.release;

import static fr.passerelle.vocab.release.ImportReport.Outcome.PUBLISHED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.rome.RomeFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Going back to a release that was published before. */
@Timeout(30)
class RollbackTest {
  private final Lab lab = new Lab();

  @Test
  void without_a_name_it_goes_back_one_import_at_a_time() {
    publishThree();
    assertThat(rollback(Optional.empty())).isEqualTo("61");
    assertThat(lab.served()).containsExactly("61");
    assertThat(rollback(Optional.empty())).isEqualTo("60");
    assertRefused(() -> rollback(Optional.empty()), "no-release");
    assertThat(lab.served()).containsExactly("60");
  }

  @Test
  void with_a_name_it_goes_there_forwards_or_backwards() {
    publishThree();
    assertThat(rollback(Optional.of("60"))).isEqualTo("60");
    assertThat(rollback(Optional.of("62"))).isEqualTo("62");
    assertThat(lab.served()).containsExactly("62");
  }

  @Test
  void there_must_be_something_to_go_back_to() {
    assertRefused(() -> rollback(Optional.empty()), "no-release");
    lab.publish(RomeFixture.whole());
    assertRefused(() -> rollback(Optional.empty()), "no-release");
    assertRefused(() -> rollback(Optional.of("99")), "no-release");
    assertThat(lab.served()).containsExactly("60");
  }

  @Test
  void while_an_import_of_the_edition_is_under_way_it_is_refused() {
    publishThree();
    ReleaseStore importing = new ReleaseStore(Lab.database().dataSource());
    boolean ran =
        importing.exclusively(
            "rome-4", () -> assertRefused(() -> rollback(Optional.of("60")), "busy"));
    assertThat(ran).isTrue();
    assertThat(lab.served()).containsExactly("62");
    assertThat(rollback(Optional.of("60"))).isEqualTo("60");
  }

  @Test
  void a_release_whose_file_is_lost_is_not_gone_back_to() throws IOException {
    publishThree();
    Files.delete(lab.file("61"));
    assertRefused(() -> rollback(Optional.empty()), "unreadable");
    assertThat(lab.served()).containsExactly("62");
  }

  @Test
  void what_was_rolled_back_is_published_again_from_what_is_kept() {
    publishThree();
    rollback(Optional.of("61"));
    var files = lab.files();
    ImportReport report = lab.publish(RomeFixture.whole().version(62));
    assertThat(report.outcome()).isEqualTo(PUBLISHED);
    assertThat(report.release()).isEqualTo("62");
    assertThat(lab.served()).containsExactly("62");
    assertThat(lab.files()).isEqualTo(files);
    assertThat(Lab.ask("select count(*) from release")).isEqualTo(3);
    assertThat(Lab.ask("select count(*) from publication_log")).isEqualTo(5);
  }

  private void publishThree() {
    lab.publish(RomeFixture.whole());
    lab.publish(RomeFixture.whole().withoutSheet("M1203").version(61));
    lab.publish(RomeFixture.whole().version(62));
  }

  private String rollback(Optional<String> to) {
    StoredRelease now = lab.vocabularies().rollback("rome-4", to);
    lab.vocabularies().reload();
    return now.release();
  }

  private static void assertRefused(ThrowingCallable call, String rule) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.faults()).extracting(Fault::rule).containsExactly(rule));
  }
}
