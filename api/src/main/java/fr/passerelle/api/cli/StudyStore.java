package fr.passerelle.api.cli;

import fr.passerelle.api.Service;
import fr.passerelle.catalog.audit.AuditTrail;
import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.catalog.studies.Studies;
import fr.passerelle.catalog.studies.StudyDeposits;
import fr.passerelle.catalog.study.Reader;
import fr.passerelle.catalog.study.notice.Provenance;
import fr.passerelle.catalog.territory.store.Geographies;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import fr.passerelle.vocab.release.Vocabularies;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;

/** The studies of an installation, for one command. */
final class StudyStore implements AutoCloseable {
  private final Installation installation;
  private final Database database;
  private final Vocabularies vocabularies;
  private final Studies studies;

  StudyStore(Installation installation) {
    this.installation = installation;
    database = installation.open(Role.COMMAND);
    vocabularies = Service.vocabularies(installation.folder(), database);
    vocabularies.reload();
    Geographies geographies =
        Geographies.open(
            database.dataSource(), installation.folder().releases(), Clock.systemUTC());
    studies = Studies.open(database.dataSource(), vocabularies::snapshot, geographies::geography);
  }

  Studies studies() {
    return studies;
  }

  /** All studies, hidden ones included. */
  CatalogueView catalogue() {
    return studies.catalogue().as(Reader.OPERATOR);
  }

  StudyDeposits deposits() throws IOException {
    return new StudyDeposits(
        studies, vocabularies::snapshot, installation.profile().themes(), Clock.systemUTC());
  }

  AuditTrail trail() {
    return Installation.trail(database);
  }

  DataSource dataSource() {
    return database.dataSource();
  }

  /** Codes of the themes of observation by their folded labels. */
  Map<String, String> themes() throws IOException {
    return Provenance.themes(vocabularies.snapshot(), installation.profile().themes());
  }

  @Override
  public void close() {
    database.close();
  }
}
