package fr.passerelle.api.cli;

import fr.passerelle.api.Service;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import fr.passerelle.vocab.release.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * The database of an installation, opened when it is first needed: a file that is refused starts no
 * PostgreSQL.
 */
final class LateDatabase implements AutoCloseable {
  private final Installation installation;
  private @Nullable Database database;
  private @Nullable Vocabularies vocabularies;

  LateDatabase(Installation installation) {
    this.installation = installation;
  }

  /** What it publishes. */
  Vocabularies vocabularies() {
    Vocabularies known = vocabularies;
    if (known == null) {
      Database opened = installation.open(Role.COMMAND);
      database = opened;
      known = Service.vocabularies(installation.folder(), opened);
      vocabularies = known;
    }
    return known;
  }

  @Override
  public void close() {
    if (database != null) {
      database.close();
    }
  }
}
