package fr.passerelle.api.cli;

import fr.passerelle.database.DataFolder;
import fr.passerelle.database.Database;
import fr.passerelle.vocab.release.ReadAhead;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a start of the service can do while its command line is still being parsed: read the
 * releases that were served last, and look at what PostgreSQL needs.
 *
 * <p>The command line is only guessed at here. Nothing is written or started, so that a wrong guess
 * does no harm; what the parser finds is what counts.
 *
 * @param ahead the releases being read, if there is a data folder
 */
record HeadStart(Optional<ReadAhead> ahead) {
  private static final String DATA = "--data";

  static HeadStart of(String... arguments) {
    List<String> words = Arrays.asList(arguments);
    if (!serves(words)) {
      return new HeadStart(Optional.empty());
    }
    Thread.ofPlatform().daemon().name("look-ahead").start(Database::lookAhead);
    return new HeadStart(
        folder(words)
            .filter(Files::isDirectory)
            .map(DataFolder::new)
            .map(found -> ReadAhead.begin(found.releases(), found.index())));
  }

  /** Whether those words start the service. */
  static boolean serves(List<String> words) {
    return !words.isEmpty() && words.getFirst().equals("serve");
  }

  private static Optional<Path> folder(List<String> words) {
    int option = words.indexOf(DATA);
    if (option >= 0) {
      return words.stream().skip(option + 1L).findFirst().map(Path::of);
    }
    return words.stream().anyMatch(word -> word.startsWith(DATA))
        ? Optional.empty()
        : Optional.of(Installation.USUAL_DATA);
  }

  /** What is being read of that folder, which is begun now if another one was guessed. */
  ReadAhead of(DataFolder folder) {
    Optional<ReadAhead> guessed = ahead.filter(found -> found.releases().equals(folder.releases()));
    if (guessed.isPresent()) {
      return guessed.get();
    }
    ahead.ifPresent(ReadAhead::close);
    return ReadAhead.begin(folder.releases(), folder.index());
  }
}
