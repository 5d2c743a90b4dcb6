package fr.passerelle.vocab.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.rome.RomeFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Imports killed with {@code kill -9}, at known moments and at any. */
@Timeout(60)
class KilledImportTest {
  private final Lab lab = new Lab();

  @BeforeEach
  void a_release_is_published() {
    lab.publish(RomeFixture.whole());
  }

  /** With a lock on a table, the import stops where it is about to write there: in this order. */
  @ParameterizedTest
  @ValueSource(strings = {"release", "publication", "publication_log"})
  void killed_before_it_is_committed_an_import_leaves_the_release_before(String table)
      throws IOException {
    Process process = importing();
    Lab.jdbi()
        .useTransaction(handle -> {
          handle.execute("lock table " + table + " in exclusive mode");
          process.getOutputStream().close();
          Lab.awaitBlocked();
          process.destroyForcibly().onExit().join();
        });
    assertThat(started().list()).extracting(StoredRelease::release).containsExactly("60");
    assertThat(Lab.served(started())).containsExactly("60");
    importAgain();
  }

  @RepeatedTest(7)
  void killed_at_any_moment_an_import_leaves_a_whole_release(RepetitionInfo repetition)
      throws Exception {
    Process process = importing();
    process.getOutputStream().close();
    process.waitFor(150L * repetition.getCurrentRepetition(), TimeUnit.MILLISECONDS);
    process.destroyForcibly().onExit().join();
    assertThat(Lab.served(started())).hasSize(1);
    assertThat(started().snapshot().find(new ConceptRef("rome-4", "M1805"))).isPresent();
    importAgain();
  }

  /** A process that imports one release after another once its input is closed. */
  private Process importing() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            ImportsUntilKilled.class.getName());
    builder.environment().put("DATABASE", Lab.database().jdbcUrl());
    builder.environment().put("FOLDER", lab.folder().toString());
    Process process = builder.redirectErrorStream(true).start();
    var output = process.inputReader(UTF_8);
    assertThat(output.lines().anyMatch("ready"::equals)).isTrue();
    return process;
  }

  private Vocabularies started() {
    Vocabularies started = lab.another();
    started.reload();
    assertThat(started.unreadable()).isEmpty();
    return started;
  }

  /** PostgreSQL frees the lock of the killed import when it sees that its connection is gone. */
  private void importAgain() {
    assertThat(Lab.soon(Duration.ofSeconds(10), this::imported)).isTrue();
    assertThat(lab.served()).containsExactly("99");
  }

  private boolean imported() {
    try {
      lab.publish(RomeFixture.whole().version(99));
      return true;
    } catch (RefusedException e) {
      assertThat(e.faults()).extracting(Fault::rule).isEqualTo(List.of("busy"));
      return false;
    }
  }
}
