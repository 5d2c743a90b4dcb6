package fr.passerelle.vocab.release;

import static fr.passerelle.vocab.release.ImportReport.Outcome.PUBLISHED;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Fixture;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.rome.RomeFixture;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of releases that are lost, damaged, or left behind. */
@Timeout(30)
class LostFilesTest {
  private final Lab lab = new Lab();

  /** What may befall a file. */
  enum Mishap {
    DELETED,
    EMPTY,
    CUT,
    FOREIGN,
    BIT_TURNED;

    void befall(Path file) throws IOException {
      byte[] bytes = Files.readAllBytes(file);
      switch (this) {
        case DELETED -> Files.delete(file);
        case EMPTY -> Files.write(file, new byte[0]);
        case CUT -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        case FOREIGN -> Files.writeString(file, "not a release");
        case BIT_TURNED -> {
          bytes[bytes.length / 2] ^= 1;
          Files.write(file, bytes);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Mishap.class)
  void a_release_that_cannot_be_read_leaves_the_state_before_it_served(Mishap mishap)
      throws IOException {
    Vocabularies running = running();
    lab.publish(RomeFixture.whole().version(61));
    mishap.befall(lab.file("61"));

    running.reload();
    assertThat(running.unreadable()).containsExactly("rome-4");
    assertThat(Lab.served(running)).containsExactlyInAnyOrder("14", "60");

    Vocabularies started = lab.another();
    started.reload();
    assertThat(started.unreadable()).containsExactly("rome-4");
    assertThat(Lab.served(started)).containsExactly("14");
  }

  @ParameterizedTest
  @EnumSource(Mishap.class)
  void importing_the_source_again_makes_up_for_a_lost_file(Mishap mishap) throws IOException {
    lab.publish(RomeFixture.whole().withoutSheet("M1203"));
    lab.publish(RomeFixture.whole().withoutSheet("M1801").version(61));
    mishap.befall(lab.file("61"));
    ImportReport report = lab.publish(RomeFixture.whole().withoutSheet("M1801").version(61));
    assertThat(report.outcome()).isEqualTo(PUBLISHED);
    assertThat(report.release()).isEqualTo("61-2");
    assertThat(report.remarks())
        .contains("la version publiée 61 ne peut pas être lue : comparaison avec une autre");
    assertThat(lab.vocabularies().unreadable()).isEmpty();
    assertThat(lab.served()).containsExactly("61-2");
    assertThat(lab.vocabularies().snapshot().find(new ConceptRef("rome-4", "M1801")))
        .get()
        .matches(concept -> concept.status() == Status.RETIRED);
  }

  @Test
  void an_index_that_is_lost_is_made_again() throws IOException {
    lab.publish(RomeFixture.whole());
    Files.move(lab.folder().resolve("index"), lab.folder().resolve("elsewhere"));
    Vocabularies started = lab.another();
    started.reload();
    assertThat(Lab.served(started)).containsExactly("60");
    assertThat(lab.folder().resolve("index")).isNotEmptyDirectory();
  }

  @Test
  void a_part_left_by_a_killed_import_is_harmless() throws IOException {
    lab.publish(RomeFixture.whole());
    Path file = lab.file("60");
    Files.writeString(file.resolveSibling(file.getFileName() + ".part"), "half");
    Files.writeString(file.resolveSibling("61-0123456789ab.jsonl.gz.part"), "half");
    Vocabularies started = lab.another();
    started.reload();
    assertThat(Lab.served(started)).containsExactly("60");
    assertThat(lab.publish(RomeFixture.whole().version(61)).outcome()).isEqualTo(PUBLISHED);
  }

  /** A process that serves ROME 60 and another edition. */
  private Vocabularies running() {
    lab.publish(RomeFixture.whole());
    lab.publish(new Import(Fixture.formacode(), new Findings(), Lab.OPEN, /* dryRun= */ false));
    Vocabularies running = lab.another();
    running.reload();
    return running;
  }
}
