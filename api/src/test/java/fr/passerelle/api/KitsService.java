package fr.passerelle.api;

import fr.passerelle.catalog.profile.ProfileFile;
import fr.passerelle.database.DataFolder;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import fr.passerelle.testing.RealFiles;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.PairsFixture;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.kit.KitFile;
import fr.passerelle.vocab.release.Import;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service that has the five official states of the kit apprentissage as releases, and a small
 * typed table of which the second release gives a pair another predicate. Started once.
 */
public final class KitsService {
  /** Names of the five releases and the days that these tests give them, in time order. */
  public static final Map<String, LocalDate> DAYS =
      Map.of(
          "v1.0", LocalDate.of(2021, 1, 4),
          "v2.9", LocalDate.of(2023, 1, 2),
          "v3.0", LocalDate.of(2023, 2, 1),
          "20241129", LocalDate.of(2024, 11, 29),
          "20250131", LocalDate.of(2025, 1, 31));

  private static final List<String> FILES =
      List.of(
          "Kit apprentissage et RNCP v1.0.csv",
          "Kit apprentissage et RNCP v2.9.csv",
          "Kit apprentissage et RNCP v3.0.csv",
          "Kit_apprentissage_20241129.xlsx",
          "Kit_apprentissage_20250131.xlsx");

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private KitsService() {}

  /** Made when it is first asked for: a class that only reads the sample pays nothing. */
  private static final class Started {
    static final Service SERVICE = start();

    private static Service start() {
      try {
        DataFolder data = DataFolder.at(Files.createTempDirectory("passerelle-kits"));
        Service service =
            Service.start(
                new Service.Settings(data, ProfileFile.demonstration(), 0, "127.0.0.1", ""),
                () -> Database.open(data, Role.SERVICE));
        Runtime.getRuntime().addShutdownHook(new Thread(service::close));
        for (String file : FILES) {
          publish(service, kit(file));
        }
        publish(service, PairsFixture.release("1", "a=1 b=2 c=3"));
        publish(service, withOtherPredicate(PairsFixture.release("2", "a=1 c=3 d=4"), "a"));
        service.vocabularies().reload();
        return service;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static Release kit(String file) throws IOException {
    String name = file.replaceAll("^Kit.*[ _]|\\.[a-z]+$", "");
    Path path = file(file);
    return KitFile.read(
            new Origin(path, Optional.empty(), Optional.ofNullable(DAYS.get(name))), new Findings())
        .getFirst();
  }

  /** The official file of a state of the kit. */
  public static Path file(String name) {
    return RealFiles.require("certifinfo/kit_apprentissage/" + name);
  }

  /** The official file of a release of the kit. */
  public static Path fileOf(String release) {
    return file(FILES.stream().filter(each -> each.contains(release)).findFirst().orElseThrow());
  }

  private static Release withOtherPredicate(Release release, String code) {
    Correspondence said = release.correspondences().getFirst();
    List<Pair> pairs =
        said.pairs().stream()
            .map(pair -> pair.from().code().equals(code) ? close(pair) : pair)
            .toList();
    return Release.of(
        release.edition(),
        release.id(),
        release.source(),
        release.schemes(),
        List.of(
            Correspondence.of(
                said.author(),
                said.source(),
                said.target(),
                said.versions(),
                said.method(),
                pairs,
                List.of())));
  }

  private static Pair close(Pair pair) {
    return Pair.of(pair.from(), pair.to(), Predicate.CLOSE_MATCH, pair.justification());
  }

  private static void publish(Service service, Release release) throws IOException {
    service
        .vocabularies()
        .publish(
            new Import(
                release,
                new Findings(),
                Optional.of(Licence.ETALAB_2_0),
                /* dryRun= */ false,
                /* removals= */ 1));
  }

  /** Address of the service, without final slash. */
  public static String address() {
    return Started.SERVICE.address();
  }

  /** Answer to a GET of an address, or of a path here, with those headers. */
  public static HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : address() + path));
    return send(headers.length > 0 ? request.headers(headers) : request);
  }

  /** Body of the answer to a GraphQL query, with what stands for its double quotes. */
  public static String graphql(String query) {
    String body = "{\"query\":\"" + query.replace("\"", "\\\"").replace("\n", " ") + "\"}";
    return send(HttpRequest.newBuilder(URI.create(address() + "/graphql"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)))
        .body();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(
          request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
