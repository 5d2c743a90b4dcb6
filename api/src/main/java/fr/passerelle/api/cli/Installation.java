package fr.passerelle.api.cli;

import fr.passerelle.catalog.audit.AuditTrail;
import fr.passerelle.catalog.profile.Profile;
import fr.passerelle.catalog.profile.ProfileFile;
import fr.passerelle.database.DataFolder;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import fr.passerelle.vocab.Uris;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which every command finds the installation it works on. */
final class Installation {
  /** The data folder where none is named. */
  static final Path USUAL_DATA = Path.of(System.getProperty("passerelle.home", "."), "data");

  @Option(
      names = "--data",
      paramLabel = "DOSSIER",
      description = "Dossier de données (par défaut : data, à côté du lanceur).")
  private Path data = USUAL_DATA;

  @Option(
      names = "--db-url",
      paramLabel = "URL",
      description =
          "PostgreSQL installé ailleurs (jdbc:postgresql://hote/base?user=...&password=...) ; par"
              + " défaut, celui que le service embarque, dans le dossier de données.")
  private @Nullable String databaseUrl;

  @Option(
      names = "--profile",
      paramLabel = "FICHIER",
      description = "Profil de la région ; par défaut, celui de la démonstration.")
  private @Nullable Path profile;

  DataFolder folder() {
    return DataFolder.at(data);
  }

  Database open(Role role) {
    return Optional.ofNullable(databaseUrl)
        .map(Database::connect)
        .orElseGet(() -> Database.open(folder(), role));
  }

  /** The audit trail of a database that was opened. */
  static AuditTrail trail(Database database) {
    return new AuditTrail(database.dataSource(), Clock.systemUTC());
  }

  /** Whether the folder holds a database of its own already, which a command then waits for. */
  boolean holdsDatabase() {
    return databaseUrl == null && DataFolder.isInUse(data);
  }

  Profile profile() throws IOException {
    return profile == null ? ProfileFile.demonstration() : ProfileFile.read(profile);
  }

  /** Bases of persistent names; without any in the profile, those of a trial on this machine. */
  Uris uris() throws IOException {
    return profile().uris("http://localhost:8080");
  }
}
