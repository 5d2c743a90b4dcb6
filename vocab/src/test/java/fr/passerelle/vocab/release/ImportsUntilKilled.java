package fr.passerelle.vocab.release;

import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.rome.RomeFixture;
import fr.passerelle.vocab.source.Findings;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/** Imports ROME 61, 62, ... each with other words, in a process of its own. */
final class ImportsUntilKilled {
  private ImportsUntilKilled() {}

  /** The environment names the database and the folder of the releases. */
  public static void main(String[] args) throws Exception {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(Objects.requireNonNull(System.getenv("DATABASE")));
    Path folder = Path.of(Objects.requireNonNull(System.getenv("FOLDER")));
    Vocabularies vocabularies = Fixtures.over(database, folder);
    System.out.println("ready");
    while (System.in.read() >= 0) {
      // Whoever started this closes the input when it is to begin.
    }
    for (int version = 61; version < 99; version++) {
      Findings findings = new Findings();
      Release release =
          RomeFixture.whole()
              .version(version)
              .replace("referentiel_savoir", "Langage Java", "Langage Java " + version)
              .read(folder.resolve("other.zip"), findings);
      vocabularies.publish(
          new Import(release, findings, Optional.of(Licence.ETALAB_2_0), /* dryRun= */ false));
    }
  }
}
