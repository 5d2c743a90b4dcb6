package fr.passerelle.vocab.release;

import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.rome.RomeFixture;
import fr.passerelle.vocab.source.Findings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import javax.sql.DataSource;

/** Releases to be published in tests. */
final class Fixtures {
  static final Changes NO_CHANGES = Changes.NONE;

  private Fixtures() {}

  static Release read(RomeFixture fixture, Path folder) {
    return fixture.read(folder.resolve("rome.zip"), new Findings());
  }

  /** The same, said to be a sample only. */
  static Release sample(Release release) {
    Release.Source source = release.source();
    return new Release(
        release.edition(),
        release.id(),
        new Release.Source(source.file(), source.sha256(), source.issued(), /* sample= */ true),
        release.schemes());
  }

  /** The same files read by an installation that was given permissions. */
  static Vocabularies permitting(Set<String> editions, DataSource database, Path folder) {
    Path releases = folder.resolve("releases");
    Path indexes = folder.resolve("index");
    ReadAhead ahead = ReadAhead.begin(releases, indexes);
    return new Vocabularies(database, ahead, indexes, editions, Clock.systemUTC());
  }

  /** Vocabularies that keep their files in that folder. */
  static Vocabularies over(DataSource database, Path folder) {
    return new Vocabularies(
        database, folder.resolve("releases"), folder.resolve("index"), Clock.systemUTC());
  }
}
