package fr.passerelle.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** Another Java process that holds the database of a folder. */
final class OtherProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private OtherProcess(Process process) {
    this.process = process;
    this.output = process.inputReader(UTF_8);
  }

  /** Starts it; it may not have opened anything yet. */
  static OtherProcess start(DataFolder folder, Role role) throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new OtherProcess(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                HoldsDatabase.class.getName(),
                folder.root().toString(),
                role.name())
            .redirectErrorStream(true)
            .start());
  }

  /**
   * Its next line: {@code owner} or {@code guest}, then {@code closed}, or something went wrong.
   */
  String says() throws IOException {
    return String.valueOf(output.readLine());
  }

  /** All it has left to say before it ends. */
  String lastWords() throws IOException {
    return output.readAllAsString();
  }

  long pid() {
    return process.pid();
  }

  /** {@code kill -9}: nothing it started is told. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** {@code kill -TERM}. */
  void terminate() {
    // By its handle: the process itself would close its output, which is still to be read.
    process.toHandle().destroy();
  }

  /** Tells it to close its database. */
  void finish() throws IOException {
    process.getOutputStream().close();
  }

  @Override
  public void close() {
    kill();
  }
}
