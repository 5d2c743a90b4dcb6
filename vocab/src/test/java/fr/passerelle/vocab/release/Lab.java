package fr.passerelle.vocab.release;

import fr.passerelle.database.DataFolder;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.rome.RomeFixture;
import fr.passerelle.vocab.search.Hit;
import fr.passerelle.vocab.search.SearchQuery;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** Vocabularies with nothing in them yet, over the one PostgreSQL of the tests. */
final class Lab {
  /** Licence of all imports here that do not say otherwise. */
  static final Optional<Licence> OPEN = Optional.of(Licence.ETALAB_2_0);

  static final Optional<Licence> NO_LICENCE = Optional.empty();

  private static final DataFolder DATA = DataFolder.at(newFolder());
  private static final Database DATABASE = open();

  private final Path folder = newFolder();
  private final Vocabularies vocabularies = another();

  /** All rows of earlier tests are gone. */
  Lab() {
    sql("truncate release, publication, publication_log, delivery");
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("passerelle-lab");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Database open() {
    Database database = Database.open(DATA, Role.COMMAND);
    Runtime.getRuntime().addShutdownHook(new Thread(database::close));
    return database;
  }

  static Database database() {
    return DATABASE;
  }

  static Jdbi jdbi() {
    return Jdbi.create(DATABASE.dataSource());
  }

  static void sql(String statement) {
    jdbi().useHandle(handle -> handle.execute(statement));
  }

  static long ask(String query) {
    return jdbi().withHandle(handle -> handle.createQuery(query).mapTo(Long.class).one());
  }

  Path folder() {
    return folder;
  }

  Vocabularies vocabularies() {
    return vocabularies;
  }

  /** What another process over the same folder would have. */
  Vocabularies another() {
    return Fixtures.over(DATABASE.dataSource(), folder);
  }

  ImportReport publish(RomeFixture fixture) {
    return publish(fixture, OPEN);
  }

  ImportReport publish(RomeFixture fixture, Optional<Licence> licence) {
    return publish(fixture, licence, /* dryRun= */ false);
  }

  ImportReport publish(RomeFixture fixture, Optional<Licence> licence, boolean dryRun) {
    Findings findings = new Findings();
    Release release = fixture.read(folder.resolve("rome.zip"), findings);
    // A sheet less is much of a fixture that has two.
    return publish(new Import(release, findings, licence, dryRun, 1));
  }

  ImportReport publish(Import request) {
    try {
      ImportReport report = vocabularies.publish(request);
      vocabularies.reload();
      return report;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names of the releases that anyone may read. */
  List<String> served() {
    return served(vocabularies);
  }

  static List<String> served(Vocabularies vocabularies) {
    return vocabularies.snapshot().releases().stream().map(each -> each.release().id()).toList();
  }

  List<ConceptRef> search(String text) {
    return vocabularies.snapshot().search().search(SearchQuery.of(text, 10)).hits().stream()
        .map(Hit::ref)
        .toList();
  }

  /** All that an import writes: rows, and files with their dates. */
  List<String> written() {
    List<String> all = new ArrayList<>(files());
    for (String table : List.of("release", "publication", "publication_log")) {
      all.addAll(
          jdbi()
              .withHandle(handle ->
                  handle
                      .createQuery("select cast(t as text) from " + table + " t order by 1")
                      .mapTo(String.class)
                      .list()));
    }
    return all;
  }

  /** Releases and indexes on disk; not the note of what was served, which no import writes. */
  List<String> files() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("rome.zip") && !file.endsWith("last-served"))
          .map(file -> folder.relativize(file) + " " + file.toFile().lastModified())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** File of a release of ROME 4. */
  Path file(String release) {
    return vocabularies.list().stream()
        .filter(each -> each.release().equals(release))
        .map(each -> folder.resolve("releases").resolve(each.file()))
        .findFirst()
        .orElseThrow();
  }

  /** Whether something comes true in time. */
  static boolean soon(Duration atMost, BooleanSupplier condition) {
    Instant end = Instant.now().plus(atMost);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        return false;
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
    return true;
  }

  /** Waits until a statement of another connection waits for a lock of ours. */
  static void awaitBlocked() {
    String waiting = "select count(*) from pg_stat_activity where wait_event_type = 'Lock'";
    if (!soon(Duration.ofSeconds(20), () -> ask(waiting) > 0)) {
      throw new IllegalStateException("nobody waits");
    }
  }
}
