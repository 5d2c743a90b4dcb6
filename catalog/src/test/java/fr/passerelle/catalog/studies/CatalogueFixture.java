package fr.passerelle.catalog.studies;

import fr.passerelle.catalog.sample.StudySample;
import fr.passerelle.catalog.study.form.Submission;
import fr.passerelle.database.DataFolder;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import fr.passerelle.vocab.release.Import;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.release.Vocabularies;
import fr.passerelle.vocab.sample.Sample;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** A database that holds the sample of vocabularies, and the studies that a test puts in it. */
public final class CatalogueFixture {
  public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  public static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  public static final Actor INSEE = Actor.producer("insee", "0123456789");
  public static final Actor DARES = Actor.producer("dares", "abcdefabcd");

  private static final CatalogueFixture ONE = new CatalogueFixture();

  private final Database database;
  private final Vocabularies vocabularies;

  private CatalogueFixture() {
    try {
      Path folder = Files.createTempDirectory("passerelle-studies");
      DataFolder data = DataFolder.at(folder);
      database = Database.open(data, Role.COMMAND);
      Runtime.getRuntime().addShutdownHook(new Thread(database::close));
      vocabularies = new Vocabularies(database.dataSource(), data.releases(), data.index(), CLOCK);
      for (Sample.Part part : Sample.parts()) {
        vocabularies.publish(
            new Import(
                part.release(), new Findings(), Optional.of(part.licence()), /* dryRun= */ false));
      }
      vocabularies.reload();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one of this test run, without any study; producers are those of the sample. */
  public static CatalogueFixture empty() {
    Jdbi.create(ONE.database.dataSource())
        .useHandle(handle ->
            handle.execute(
                "truncate study_event, study_request, producer_event, harvest_run,"
                    + " harvest_record, use_count, study_reuse, erased_author restart identity"));
    ONE.open().put(StudySample.producers(), Actor.BUNDLED, NOON);
    return ONE;
  }

  /** The studies as another process reads them. */
  static Studies reopened() {
    return ONE.open();
  }

  public Studies open() {
    return Studies.open(database.dataSource(), vocabularies::snapshot);
  }

  public StudyDeposits deposits(Studies studies) {
    return new StudyDeposits(studies, vocabularies::snapshot, "themes", CLOCK);
  }

  /** The vocabularies of the sample. */
  public Snapshot vocabularies() {
    return vocabularies.snapshot();
  }

  /** The database. */
  public DataSource dataSource() {
    return database.dataSource();
  }

  /** A deposit of forms of which nothing more is said. */
  public static StudyDeposits.Deposit forms(List<Map<String, Object>> forms) {
    return StudyDeposits.Deposit.of(forms.stream().map(Submission::of).toList());
  }

  public static StudyDeposits.Deposit forms(Map<String, Object> form) {
    return forms(List.of(form));
  }
}
