package fr.passerelle.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The main process of a PostgreSQL, as its {@code postmaster.pid} tells.
 *
 * @param data data folder of that PostgreSQL
 * @param pid number of the process, which may be gone or be another program by now
 * @param port TCP port on the loopback address
 * @see <a href="https://www.postgresql.org/docs/18/storage-file-layout.html">PostgreSQL 18, 66.1:
 *     postmaster.pid</a>
 */
record Postmaster(Path data, long pid, int port) {
  private static final Duration FAST_STOP = Duration.ofSeconds(60);
  private static final Duration IMMEDIATE_STOP = Duration.ofSeconds(10);
  private static final int PORT_LINE = 3;

  /** What the file tells; none if there is no file, or one not yet fully written. */
  static Optional<Postmaster> find(Path data) {
    try {
      List<String> lines = Files.readAllLines(file(data));
      if (lines.size() <= PORT_LINE) {
        return Optional.empty();
      }
      long pid = Long.parseLong(lines.getFirst().strip());
      int port = Integer.parseInt(lines.get(PORT_LINE).strip());
      return Optional.of(new Postmaster(data, pid, port));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  static Path file(Path data) {
    return data.resolve("postmaster.pid");
  }

  /** Whether it runs: a process of that number whose command line names this data folder. */
  boolean alive() {
    // A zombie (in a container nobody may collect it) has no command line any more.
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().commandLine())
        .filter(command -> command.contains("postgres") && command.contains(data.toString()))
        .isPresent();
  }

  /**
   * Stops it: at once for its clients, cleanly for its data; nothing to do if it is gone.
   *
   * @throws DatabaseUnavailableException if it does not stop
   */
  void stop() {
    // pg_ctl would do, but it complains where the whole process group was told to end before us.
    boolean gone = !alive() || ended("INT", FAST_STOP) || ended("QUIT", IMMEDIATE_STOP);
    if (!gone) {
      throw new DatabaseUnavailableException(
          "PostgreSQL (processus %d) ne s'arrête pas : arrêtez-le avec kill -QUIT %d"
              .formatted(pid, pid));
    }
  }

  /** PostgreSQL 18, 18.5: SIGINT is the fast shutdown, SIGQUIT the immediate one. */
  private boolean ended(String signal, Duration atMost) {
    try {
      new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid + " 2>/dev/null").start();
    } catch (IOException e) {
      throw new DatabaseUnavailableException("PostgreSQL ne peut pas être arrêté", e);
    }
    return Poll.until(atMost, () -> !alive());
  }
}
