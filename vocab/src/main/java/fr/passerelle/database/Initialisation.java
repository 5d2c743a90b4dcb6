package fr.passerelle.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the folder of a cluster is one, or what was left by an {@code initdb} that was killed.
 *
 * @param data data folder of PostgreSQL
 */
record Initialisation(Path data) {
  private static final Logger LOG = LoggerFactory.getLogger(Initialisation.class);
  private static final Duration KILL = Duration.ofSeconds(5);

  /** To be called between {@code initdb} and the first start. */
  void done() {
    try {
      if (Files.notExists(marker())) {
        Files.createFile(marker());
      }
    } catch (IOException e) {
      throw new DatabaseUnavailableException("la base créée ne peut pas être marquée", e);
    }
  }

  /**
   * Makes room for a new start of {@code initdb} where the former was cut.
   *
   * <p>Nothing is ever deleted: the half-made cluster is set aside beside its place.
   */
  void setAsideIfHalfMade() throws IOException {
    if (made()) {
      return;
    }
    endInitdb();
    if (empty()) {
      return;
    }
    Path aside = Files.createTempDirectory(data.toAbsolutePath().getParent(), "postgres-inacheve-");
    Files.move(data, aside, StandardCopyOption.REPLACE_EXISTING);
    LOG.warn("La création de la base n'était pas allée à son terme : elle est refaite.");
    LOG.warn("Ce qui en restait est dans {}, vous pouvez le supprimer.", aside);
  }

  /** A cluster that PostgreSQL has run once keeps its options, with or without our marker. */
  private boolean made() {
    return Files.exists(marker()) || Files.exists(data.resolve("postmaster.opts"));
  }

  private boolean empty() throws IOException {
    if (Files.notExists(data)) {
      return true;
    }
    try (Stream<Path> files = Files.list(data)) {
      return files.findAny().isEmpty();
    }
  }

  private Path marker() {
    return data.resolve("passerelle.initialised");
  }

  /** It outlives the process that started it; left to itself it may clean up the new cluster. */
  private void endInitdb() {
    ProcessHandle.allProcesses().filter(this::isInitdb).forEach(ProcessHandle::destroyForcibly);
    if (!Poll.until(KILL, () -> ProcessHandle.allProcesses().noneMatch(this::isInitdb))) {
      throw new DatabaseUnavailableException("un initdb travaille encore dans " + data);
    }
  }

  private boolean isInitdb(ProcessHandle process) {
    return process
        .info()
        .commandLine()
        .filter(command -> command.contains("initdb") && command.contains(data.toString()))
        .isPresent();
  }
}
