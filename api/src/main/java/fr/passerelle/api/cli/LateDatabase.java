package fr.passerelle.api.cli;

import fr.passerelle.api.Service;
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
  private @Nullable CompletableFuture<Database> database;
  private @Nullable Vocabularies vocabularies;

  LateDatabase(Installation installation) {
    this.installation = installation;
    this.database = installation.holdsDatabase() ? begin() : null;
  }

  /** What it publishes. */
  Vocabularies vocabularies() {
    Vocabularies known = vocabularies;
    if (known == null) {
      known = Service.vocabularies(installation.folder(), opened(open()));
      vocabularies = known;
    }
    return known;
  }

  private CompletableFuture<Database> open() {
    CompletableFuture<Database> begun = database;
    if (begun == null) {
      begun = begin();
      database = begun;
    }
    return begun;
  }

  private CompletableFuture<Database> begin() {
    return CompletableFuture.supplyAsync(
        () -> installation.open(Role.COMMAND),
        task -> Thread.ofPlatform().daemon().name("database").start(task));
  }

  private static Database opened(CompletableFuture<Database> begun) {
    try {
      return begun.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  @Override
  public void close() {
    if (database != null) {
      // One that did not open was said where it was needed, and a refused file needed none.
      database.handle((opened, failure) -> opened).thenAccept(LateDatabase::close).join();
    }
  }

  private static void close(@Nullable Database opened) {
    if (opened != null) {
      opened.close();
    }
  }
}
