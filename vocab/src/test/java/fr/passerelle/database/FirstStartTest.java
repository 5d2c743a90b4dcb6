package fr.passerelle.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first start, cut by a kill at its worst moments. */
class FirstStartTest {
  @TempDir Path temporary;

  @Test
  void what_a_killed_first_start_left_is_done_again() throws Exception {
    DataFolder folder = DataFolder.at(temporary);
    write(folder.postgres().resolve("PG_VERSION"), "18");
    write(folder.postgres().resolve("postgresql.conf"), "# cut he");
    Path truncated = folder.binaries().resolve("PG-0/bin/postgres");
    write(truncated, "cut");

    try (Database database = Database.open(folder, Role.SERVICE)) {
      assertThat(DatabaseTest.ask(database, "select count(*) from release")).isEqualTo("0");
    }
    assertThat(truncated).doesNotExist();
    assertThat(aside())
        .hasSize(1)
        .allSatisfy(each -> assertThat(each.resolve("PG_VERSION")).exists());
  }

  @Test
  void a_cluster_that_has_run_is_never_set_aside() throws Exception {
    Path data = temporary.resolve("postgres");
    write(data.resolve("postmaster.opts"), "postgres");
    new Initialisation(data).setAsideIfHalfMade();
    assertThat(data.resolve("postmaster.opts")).exists();
    assertThat(aside()).isEmpty();
  }

  @Test
  void a_cluster_made_but_never_started_is_kept() throws Exception {
    Path data = temporary.resolve("postgres");
    write(data.resolve("PG_VERSION"), "18");
    new Initialisation(data).done();
    new Initialisation(data).setAsideIfHalfMade();
    assertThat(data.resolve("PG_VERSION")).exists();
    assertThat(aside()).isEmpty();
  }

  private List<Path> aside() throws Exception {
    try (Stream<Path> files = Files.list(temporary)) {
      return files
          .filter(each -> each.getFileName().toString().startsWith("postgres-inacheve-"))
          .toList();
    }
  }

  private static void write(Path file, String content) throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
