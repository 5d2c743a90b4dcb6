package fr.passerelle.database;

import static fr.passerelle.database.DatabaseTest.ask;
import static fr.passerelle.database.DatabaseTest.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One folder, and the processes that come to it, are killed, or get in each other's way. */
@Timeout(60)
class SharedFolderTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Patience IMPATIENT = new Patience(SHORT, SHORT, SHORT);

  @TempDir static Path temporary;

  /** Its database is stopped before and after each test, and holds one row. */
  static DataFolder folder;

  @BeforeAll
  static void make() throws Exception {
    folder = DataFolder.at(temporary);
    try (Database database = Database.open(folder, Role.COMMAND)) {
      tell(database, "create table kept (word text)", "insert into kept values ('gardé')");
    }
  }

  @Test
  void a_second_start_reuses_the_data() throws Exception {
    assertThat(postmaster()).isEmpty();
    theDataAreThere();
  }

  @Test
  void a_killed_service_leaves_a_server_that_the_next_one_replaces() throws Exception {
    Postmaster orphan;
    try (OtherProcess service = OtherProcess.start(folder, Role.SERVICE)) {
      assertThat(service.says()).isEqualTo("owner");
      orphan = postmaster().orElseThrow();
      service.kill();
    }
    assertThat(orphan.alive()).isTrue();
    theDataAreThere();
    assertThat(orphan.alive()).isFalse();
  }

  @Test
  void a_server_killed_with_its_service_recovers() throws Exception {
    try (OtherProcess service = OtherProcess.start(folder, Role.SERVICE)) {
      assertThat(service.says()).isEqualTo("owner");
      service.kill();
    }
    Postmaster orphan = postmaster().orElseThrow();
    ProcessHandle.of(orphan.pid()).ifPresent(ProcessHandle::destroyForcibly);
    assertThat(Poll.until(Duration.ofSeconds(5), () -> !orphan.alive())).isTrue();
    theDataAreThere();
  }

  @ParameterizedTest
  @ValueSource(strings = {"of nobody", "of another program"})
  void a_process_number_left_behind_is_no_obstacle(String whose) throws Exception {
    long pid =
        "of nobody".equals(whose)
            ? ended(new ProcessBuilder("true").start())
            : ProcessHandle.current().pid();
    Files.writeString(
        Postmaster.file(folder.postgres()),
        "%d\n%s\n1700000000\n5432\n\n127.0.0.1\n".formatted(pid, folder.postgres()));
    theDataAreThere();
  }

  @Test
  void a_service_waits_for_the_command_that_has_the_folder() throws Exception {
    try (OtherProcess command = OtherProcess.start(folder, Role.COMMAND)) {
      assertThat(command.says()).isEqualTo("owner");
      assertThatThrownBy(() -> Database.open(folder, Role.SERVICE, IMPATIENT))
          .isInstanceOf(DatabaseUnavailableException.class)
          .hasMessageContaining("le processus " + command.pid() + " utilise toujours");
      var service = CompletableFuture.supplyAsync(() -> Database.open(folder, Role.SERVICE));
      command.finish();
      try (Database database = service.get(30, TimeUnit.SECONDS)) {
        assertThat(database.owner()).isTrue();
      }
    }
  }

  @Test
  void a_command_that_is_done_waits_for_the_one_that_joined_it() throws Exception {
    try (OtherProcess owner = OtherProcess.start(folder, Role.COMMAND)) {
      assertThat(owner.says()).isEqualTo("owner");
      try (Database guest = Database.open(folder, Role.COMMAND)) {
        owner.finish();
        TimeUnit.MILLISECONDS.sleep(500);
        assertThat(guest.owner()).isFalse();
        assertThat(ask(guest, "select word from kept")).isEqualTo("gardé");
      }
      assertThat(owner.says()).isEqualTo("closed");
    }
    assertThat(postmaster()).isEmpty();
  }

  @Test
  void a_command_interrupted_with_its_server_ends_cleanly() throws Exception {
    try (OtherProcess command = OtherProcess.start(folder, Role.COMMAND)) {
      assertThat(command.says()).isEqualTo("owner");
      ProcessHandle server = ProcessHandle.of(postmaster().orElseThrow().pid()).orElseThrow();
      server.descendants().forEach(ProcessHandle::destroy);
      server.destroy();
      command.terminate();
      assertThat(command.lastWords()).isEmpty();
    }
    assertThat(postmaster()).isEmpty();
    theDataAreThere();
  }

  @Test
  void a_command_says_who_holds_a_folder_whose_server_does_not_answer() {
    try (FolderLock held = FolderLock.take(folder, Role.SERVICE).orElseThrow()) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> Database.open(folder, Role.COMMAND, IMPATIENT))
          .isInstanceOf(DatabaseUnavailableException.class)
          .hasMessageContaining("le processus %d tient".formatted(ProcessHandle.current().pid()));
    }
  }

  private static void theDataAreThere() throws Exception {
    try (Database database = Database.open(folder, Role.SERVICE)) {
      assertThat(database.owner()).isTrue();
      assertThat(ask(database, "select word from kept")).isEqualTo("gardé");
    }
  }

  private static long ended(Process process) throws InterruptedException {
    process.waitFor();
    return process.pid();
  }

  private static Optional<Postmaster> postmaster() {
    return Postmaster.find(folder.postgres());
  }
}
