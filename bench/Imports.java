import fr.passerelle.database.DataFolder;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.reading.SourceKind;
import fr.passerelle.vocab.release.Import;
import fr.passerelle.vocab.release.Vocabularies;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Time of an import from the file to the release published in a real database, in a process that is
 * up already, as a service that fetches files by itself is: read, checked, compared with the
 * release before, written, indexed, switched. Each one is of another day, or nothing would be done.
 *
 * <p>Run by {@code bench/everything}: {@code java -cp ... Imports.java KIND FILE DATA RUNS}
 */
final class Imports {
  private static final int WARM_UP = 5;

  public static void main(String[] arguments) throws IOException {
    SourceKind kind = SourceKind.find(arguments[0]).orElseThrow();
    DataFolder folder = DataFolder.at(Path.of(arguments[2]));
    int runs = Integer.parseInt(arguments[3]);
    List<Double> seconds = new ArrayList<>();
    try (Database database = Database.open(folder, Role.COMMAND)) {
      Vocabularies vocabularies =
          new Vocabularies(
              database.dataSource(), folder.releases(), folder.index(), Clock.systemUTC());
      for (int i = 0; i < WARM_UP + runs; i++) {
        LocalDate day = LocalDate.of(2020, 1, 1).plusDays(i);
        seconds.add(run(kind, Path.of(arguments[1]), day, vocabularies));
      }
    }
    System.out.printf("first %.2f s; ", seconds.getFirst());
    seconds = new ArrayList<>(seconds.subList(WARM_UP, seconds.size()));
    seconds.sort(null);
    System.out.printf(
        "after %d, median %.2f s, min %.2f, max %.2f (%d runs)%n",
        WARM_UP,
        seconds.get(seconds.size() / 2),
        seconds.getFirst(),
        seconds.getLast(),
        seconds.size());
  }

  private static double run(SourceKind kind, Path file, LocalDate day, Vocabularies vocabularies)
      throws IOException {
    long begin = System.nanoTime();
    Findings findings = new Findings(Optional.empty());
    Origin origin = new Origin(file, Optional.of(day.toString()), Optional.of(day));
    for (Release release :
        kind.read(
            List.of(origin),
            findings,
            vocabularies::findPublished,
            new Uris("http://localhost", "http://localhost"))) {
      vocabularies.publish(
          new Import(release, findings, Licence.find("etalab-2.0"), /* dryRun= */ false));
    }
    return (System.nanoTime() - begin) / 1e9;
  }
}
