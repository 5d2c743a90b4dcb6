package fr.passerelle.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL of a data folder: made if need be, started, stopped. */
final class Cluster {
  private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
  private static final String SUPERUSER = "postgres";
  private static final int ATTEMPTS = 3;

  /** The library cannot tell a start that failed from one that is slow: this long it waits. */
  private static final Duration START = Duration.ofSeconds(10);

  /** Replaying the journal after a crash can take this long. */
  private static final Duration RECOVERY = Duration.ofMinutes(10);

  private final DataFolder folder;
  private final Path data;
  private final Binaries binaries;
  private final Initialisation initialisation;

  Cluster(DataFolder folder) {
    this.folder = folder;
    this.data = folder.postgres();
    this.binaries = new Binaries(folder.binaries());
    this.initialisation = new Initialisation(data);
  }

  /**
   * Starts it; only for the owner of the folder's lock.
   *
   * @return JDBC address, with its password
   * @throws DatabaseUnavailableException if it does not start
   */
  String start() {
    refuseRootWithoutNamespaces();
    try {
      stopOrphan();
      initialisation.setAsideIfHalfMade();
      binaries.prepare();
      launchRepeatedly(Password.of(folder));
      return url().orElseThrow();
    } catch (DatabaseUnavailableException e) {
      throw e;
    } catch (IOException | RuntimeException | ExceptionInInitializerError e) {
      throw didNotStart(e);
    }
  }

  /** Stops it at once; nothing to do if it is stopped. */
  void stop() {
    Postmaster.find(data).ifPresent(Postmaster::stop);
  }

  /** JDBC address of the PostgreSQL that runs in the folder, if it has come to having one. */
  Optional<String> url() {
    try {
      Optional<Password> password = Password.find(folder);
      return password.flatMap(
          known -> Postmaster.find(data).map(running -> url(running.port(), known.value())));
    } catch (IOException e) {
      throw new DatabaseUnavailableException(
          "le mot de passe de la base (%s) ne peut pas être lu".formatted(folder.password()), e);
    }
  }

  private static String url(int port, String password) {
    return "jdbc:postgresql://127.0.0.1:%d/postgres?user=%s&password=%s&ApplicationName=passerelle"
        .formatted(port, SUPERUSER, password);
  }

  /** The library asks once, by processes of their own that take a tenth of a second. */
  static void lookAhead() {
    LinuxUtils.isUnshareAvailable();
  }

  /** PostgreSQL refuses root; the library hides root from it in a user namespace. */
  private static void refuseRootWithoutNamespaces() {
    if ("root".equals(System.getProperty("user.name")) && !LinuxUtils.isUnshareAvailable()) {
      throw new DatabaseUnavailableException(
          """
          PostgreSQL ne démarre pas sous le compte root ici (espaces de noms utilisateur interdits) : \
          lancez passerelle sous un autre compte, ou donnez l'adresse d'un PostgreSQL avec --db-url\
          """);
    }
  }

  /** What the former owner left running when it was killed. */
  private void stopOrphan() throws IOException {
    Optional<Postmaster> left = Postmaster.find(data);
    if (left.isPresent() && left.get().alive()) {
      LOG.info("PostgreSQL (processus {}) était resté en marche : il redémarre.", left.get().pid());
      left.get().stop();
    } else if (left.isPresent() && ProcessHandle.of(left.get().pid()).isPresent()) {
      // Another program has the number by now. PostgreSQL would take it for itself and refuse;
      // its shared memory still protects the data from a second server.
      Files.deleteIfExists(Postmaster.file(data));
    }
  }

  /** More than once: the port may be taken meanwhile, a killed server may linger. */
  private void launchRepeatedly(Password password) throws IOException {
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      try {
        launch(password);
        return;
      } catch (IOException | IllegalStateException e) {
        LOG.debug("PostgreSQL did not start, once more", e);
      }
    }
    launch(password);
  }

  private void launch(Password password) throws IOException {
    // The library never lets go of this lock when a start fails; ours is the one that counts.
    Files.deleteIfExists(data.resolve("epg-lock"));
    try {
      // What it returns is not kept: it can only stop PostgreSQL, and Postmaster does so better.
      EmbeddedPostgres _ = builder(password).start();
    } catch (IOException e) {
      awaitRecovery(e);
    } finally {
      binaries.protect();
    }
  }

  private EmbeddedPostgres.Builder builder(Password password) {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setOverrideWorkingDirectory(folder.binaries().toFile())
        .setPgBinaryResolver(binaries)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPGStartupWait(START)
        .setDataDirectoryCustomizer(made -> initialisation.done())
        // The options of initdb; the last "auth" wins over the library's "trust".
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        .setLocaleConfig("locale", "C")
        .setLocaleConfig("auth", "scram-sha-256")
        .setLocaleConfig("pwfile", folder.password().toString())
        .setConnectConfig("password", password.value())
        // The library is made for tests and turns these two off.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("max_connections", "50")
        // A week of journal in the data folder: nobody reads our output after we are gone.
        .setServerConfig("logging_collector", "on")
        .setServerConfig("log_filename", "postgresql-%a.log")
        .setServerConfig("log_truncate_on_rotation", "on");
  }

  /** The library gave up, but PostgreSQL may only be replaying its journal. */
  private void awaitRecovery(IOException cause) throws IOException {
    if (!running()) {
      throw cause;
    }
    LOG.info("PostgreSQL remet ses données en ordre, cela peut durer quelques minutes.");
    boolean over = Poll.until(RECOVERY, () -> !running() || answers());
    if (!over || !running()) {
      throw cause;
    }
  }

  private boolean running() {
    return Postmaster.find(data).filter(Postmaster::alive).isPresent();
  }

  private boolean answers() {
    try (Connection connection = DriverManager.getConnection(url().orElseThrow())) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  private DatabaseUnavailableException didNotStart(Throwable thrown) {
    Throwable cause = thrown.getMessage() == null ? thrown.getCause() : thrown;
    return new DatabaseUnavailableException(
        """
        PostgreSQL ne démarre pas dans %s : %s. Son journal est dans %s ; avec --db-url vous \
        pouvez utiliser un PostgreSQL déjà installé.\
        """
            .formatted(data, cause, data.resolve("log")),
        thrown);
  }
}
