package fr.passerelle.api.cli;

import fr.passerelle.api.Service;
import fr.passerelle.catalog.profile.ProfileFile;
import fr.passerelle.database.DataFolder;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import fr.passerelle.vocab.release.ReadAhead;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * Starts the service on a throwaway folder, asks it what clients ask, and stops: what the JDK
 * records of it makes the next starts faster. Run by {@code ./passerelle aot}.
 */
@Command(name = "rehearse", hidden = true)
final class RehearseCommand implements Callable<Integer> {
  private static final int READINGS = 100;

  private static final String IMPORTED = "certif_info.csv";

  private static final List<String> PATHS =
      List.of(
          "/health",
          "/",
          "/api/v1/vocabs",
          "/api/v1/vocabs/rome-4/concepts?limit=5",
          "/api/v1/vocabs/rome-4/concepts/M1805",
          "/api/v1/vocabs/rome-4/concepts/none",
          "/api/v1/search?q=boulangere",
          "/api/v1/search?q=boul&limit=10",
          "/api/v1/search?q=zzz%20zzz",
          "/graphql?query=%7Bvocabs%7Bid%7D%7D",
          "/graphql?query=%7Bconcept(vocab:%22rome-4%22,code:%22M1805%22)%7BprefLabel%7D%7D",
          "/data/vocab/rome-4/M1805.ttl",
          "/data/vocab/rome-4/M1805.jsonld",
          "/doc/vocab/rome-4/M1805");

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path root = Files.createTempDirectory("passerelle-rehearse");
    try {
      // Twice: a first start makes the store, the second finds one, which is the usual start.
      for (int i = 0; i < 2; i++) {
        rehearse(DataFolder.at(root));
      }
      importFile(root);
      read(DataFolder.at(root));
    } finally {
      delete(root);
    }
    return Passerelle.DONE;
  }

  private static void rehearse(DataFolder folder) throws IOException, InterruptedException {
    Service.Settings settings =
        new Service.Settings(folder, ProfileFile.demonstration(), 0, "127.0.0.1", "");
    try (Service service = Service.start(settings, () -> Database.open(folder, Role.SERVICE));
        HttpClient client = HttpClient.newHttpClient()) {
      for (String path : PATHS) {
        client.send(
            HttpRequest.newBuilder(URI.create(service.address() + path)).build(),
            HttpResponse.BodyHandlers.discarding());
      }
    }
  }

  /** An import as the command does it: most of a short one is loading the classes it needs. */
  private static void importFile(Path root) throws IOException {
    Path file = root.resolve(IMPORTED);
    try (InputStream typed = RehearseCommand.class.getResourceAsStream(IMPORTED)) {
      Files.copy(Objects.requireNonNull(typed), file);
    }
    int code =
        Passerelle.run(
            "import", "certifinfo", file.toString(), "--date", "2024-06-20", "--data", root + "");
    if (code != Passerelle.DONE) {
      throw new IllegalStateException("the rehearsal of an import ended with " + code);
    }
  }

  /**
   * Half of a start is reading releases, and the sample's are small: as often as makes a big one.
   */
  private static void read(DataFolder folder) {
    for (int i = 0; i < READINGS; i++) {
      ReadAhead.begin(folder.releases(), folder.index()).finish();
    }
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
