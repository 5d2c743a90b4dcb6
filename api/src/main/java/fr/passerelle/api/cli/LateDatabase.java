package fr.passerelle.api.cli;

import fr.passerelle.api.Service;
import fr.passerelle.catalog.audit.AuditTrail;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import fr.passerelle.vocab.release.Vocabularies;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The database of an installation, opened while the file is read where there is one already, and
 * otherwise when it is first needed: a file that is refused makes no database.
 */
final class LateDatabase implements AutoCloseable {
  private final Installation installation;
  private @Nullable CompletableFuture<Opened> opened;

  private record Opened(Database database, Vocabularies vocabularies) {}

  LateDatabase(Installation installation) {
    this.installation = installation;
    this.opened = installation.holdsDatabase() ? begin() : null;
  }

  /** What it publishes. */
  Vocabularies vocabularies() {
    try {
      return open().join().vocabularies();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Its audit trail. */
  AuditTrail trail() {
    vocabularies();
    return Installation.trail(open().join().database());
  }

  private CompletableFuture<Opened> open() {
    CompletableFuture<Opened> begun = opened;
    if (begun == null) {
      begun = begin();
      opened = begun;
    }
    return begun;
  }

  private CompletableFuture<Opened> begin() {
    return CompletableFuture.supplyAsync(
        () -> {
          Database database = installation.open(Role.COMMAND);
          return new Opened(database, Service.vocabularies(installation.folder(), database));
        },
        task -> Thread.ofPlatform().daemon().name("database").start(task));
  }

  @Override
  public void close() {
    if (opened != null) {
      // One that did not open was said where it was needed, and a refused file needed none.
      opened.handle((opened, failure) -> opened).thenAccept(LateDatabase::close).join();
    }
  }

  private static void close(@Nullable Opened opened) {
    if (opened != null) {
      opened.database().close();
    }
  }
}
