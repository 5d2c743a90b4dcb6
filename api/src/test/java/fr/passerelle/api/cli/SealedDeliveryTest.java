package fr.passerelle.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import fr.passerelle.api.Service;
import fr.passerelle.catalog.agreement.Conventions;
import fr.passerelle.catalog.key.Keys;
import fr.passerelle.catalog.key.Scope;
import fr.passerelle.catalog.observation.source.IndicatorsFile;
import fr.passerelle.catalog.profile.ProfileFile;
import fr.passerelle.database.DataFolder;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Raw figures from their supplier to what is published: sealed by the service, protected by a
 * command, taken in by the service.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealedDeliveryTest {
  private static final String CONVENTION =
      """
      convention: rectorat-2026
      title: Convention avec le rectorat
      supplier: rectorat
      purposes: ["observation de l'apprentissage"]
      redistribution: publique
      begins: 2020-01-01
      ends: 2099-12-31
      fiches:
        - id: apprentis-secrets
          title: Apprentis par commune
          state: agreed
          contact: donnees@exemple.fr
          licence: etalab-2.0
          protection: {kind: ours, threshold: 5, basis: secret statistique}
          table: {kind: counts, scope: [D26], absent: zero}
          format:
            columns:
              - {name: commune, is: territory, zoning: COM}
              - {name: annee, is: period}
              - {name: effectif, is: value, indicator: apprentis}
      """;

  /** Of 26274 there are three, which is too few to be told. */
  private static final String RAW = "commune;annee;effectif\n26274;2024;3\n26362;2024;812\n";

  private final Path data;
  private final Path keys;
  private final Service service;
  private final String rectorat;
  private final String insee;
  private final HttpClient client = HttpClient.newHttpClient();

  SealedDeliveryTest(@TempDir Path folder) throws IOException {
    data = folder.resolve("data");
    keys = folder.resolve("keys");
    DataFolder at = DataFolder.at(data);
    Database database = Database.open(at, Role.SERVICE);
    service =
        Service.start(
            new Service.Settings(at, ProfileFile.demonstration(), 0, "127.0.0.1", ""),
            () -> database);
    new Conventions(database.dataSource(), IndicatorsFile::bundled, Clock.systemUTC())
        .put("convention.yaml", CONVENTION);
    Keys api = new Keys(database.dataSource(), Clock.systemUTC());
    rectorat = api.add(EnumSet.of(Scope.FIGURES), "Rectorat", "", "rectorat").secret();
    insee = api.add(EnumSet.of(Scope.FIGURES), "Insee", "", "insee").secret();
  }

  @AfterAll
  void close() {
    client.close();
    service.close();
  }

  private HttpResponse<String> send(String method, String path, String key, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(service.address() + "/api/v1" + path))
            .header("Content-Type", "text/csv")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> deliver(String body) throws IOException, InterruptedException {
    return send("POST", "/deliveries?fiche=apprentis-secrets", rectorat, body);
  }

  private String seal(String body) throws IOException, InterruptedException {
    HttpResponse<String> sealed = deliver(body);
    assertThat(sealed.statusCode()).as(sealed.body()).isEqualTo(202);
    String name = JsonPath.read(sealed.body(), "$.name");
    assertThat(sealed.headers().firstValue("Location"))
        .contains("/api/v1/deliveries/sealed/" + name);
    assertThat(JsonPath.<String>read(sealed.body(), "$.state")).isEqualTo("waiting");
    return name;
  }

  /** What its supplier is told of a delivery, once it is known. */
  private String treated(String name) throws IOException, InterruptedException {
    String told = "";
    for (int times = 0; times < 200; times++) {
      told = send("GET", "/deliveries/sealed/" + name, rectorat, "").body();
      if (!JsonPath.<String>read(told, "$.state").equals("waiting")) {
        return told;
      }
      Thread.sleep(Duration.ofMillis(200));
    }
    return told;
  }

  private int protect(String what) {
    return Passerelle.run("protect", what, "--folder", keys.toString(), "--data", data.toString());
  }

  @Test
  void rawFiguresAreSealedAsTheyArriveAndOnlyProtectedOnesAreTold() throws Exception {
    // No key to seal with yet: nothing is taken, and nothing kept.
    HttpResponse<String> early = deliver(RAW);
    assertThat(early.statusCode()).isEqualTo(422);
    assertThat(early.body()).contains("protect keys");
    assertThat(protect("keys")).isZero();

    String name = seal(RAW);
    assertThat(send("GET", "/deliveries/sealed/" + name, insee, "").statusCode()).isEqualTo(404);
    assertThat(send("GET", "/deliveries/sealed/" + name, "", "").statusCode()).isEqualTo(401);
    String refused = seal("commune;annee;effectif\n26274;2025;trois\n");
    // One file is refused.
    assertThat(protect("run")).isEqualTo(Passerelle.REFUSED);

    String told = treated(name);
    assertThat(JsonPath.<String>read(told, "$.state")).as(told).isEqualTo("accepted");
    String receipt = JsonPath.read(told, "$.receipt");
    assertThat(send("GET", "/deliveries", "", "").body()).contains(receipt);
    String values =
        send("GET", "/indicators/apprentis/values?territory=COM-26362&period=2024", "", "").body();
    assertThat(JsonPath.<Double>read(values, "$.items[0].value")).isEqualTo(812);
    String small =
        send("GET", "/indicators/apprentis/values?territory=COM-26274&period=2024", "", "").body();
    assertThat(JsonPath.<List<Double>>read(small, "$.items[*].value")).doesNotContain(3.0);

    String report = treated(refused);
    assertThat(JsonPath.<String>read(report, "$.state")).isEqualTo("refused");
    assertThat(JsonPath.<List<String>>read(report, "$.report"))
        .singleElement()
        .asString()
        .contains(refused + ":2:3", "number")
        .doesNotContain("trois");
    assertThat(JsonPath.<Object>read(report, "$.receipt")).isNull();

    for (Path file : files(data)) {
      assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
          .as(file.toString())
          .doesNotContain("26274;2024;3", "26274;2025;trois");
    }
  }

  /** All but those of the database server's program. */
  private static List<Path> files(Path root) throws IOException {
    List<Path> all = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.endsWith("postgres-bin")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
              all.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    assertThat(all).hasSizeGreaterThan(100);
    return all;
  }

  @Test
  void aDeliveryThatIsTooLongIsRefusedAndLeavesNothing() throws Exception {
    if (!Files.exists(keys)) {
      assertThat(protect("keys")).isZero();
    }
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(service.address() + "/api/v1/deliveries?fiche=apprentis-secrets"))
            .header("Content-Type", "text/csv")
            .header("Authorization", "Bearer " + rectorat)
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Endless(257L << 20)))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
    assertThat(answer.body()).contains("256 Mo");
    try (Stream<Path> left = Files.list(data.resolve("sealed"))) {
      assertThat(left.map(Path::toString)).noneMatch(each -> each.endsWith(".part"));
    }
  }

  /** So many bytes that are held nowhere. */
  private static final class Endless extends InputStream {
    private long left;

    Endless(long left) {
      this.left = left;
    }

    @Override
    public int read() {
      return left-- > 0 ? '7' : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(left, length);
      Arrays.fill(bytes, offset, offset + count, (byte) '7');
      left -= count;
      return count;
    }
  }
}
