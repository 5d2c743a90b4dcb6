package fr.passerelle.api.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import fr.passerelle.api.Service;
import fr.passerelle.catalog.agreement.Conventions;
import fr.passerelle.catalog.delivery.Definitions;
import fr.passerelle.catalog.key.Keys;
import fr.passerelle.catalog.key.Scope;
import fr.passerelle.catalog.profile.ProfileFile;
import fr.passerelle.database.DataFolder;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deliveries of figures by HTTP, under the fiches of a convention, over the sample. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveryApiTest {
  private static final String CONVENTION = resource("convention.yaml");

  /** An indicator that the product does not know. */
  private static final String INDICATORS =
      """
      id;version;title;theme;unit;decimals;producer;headline;kind;numerator;denominator;factor;substitute;adds;question;definition;notes
      places-regionales;1;Places;formation;places;0;Région;false;STOCK;;;;;;;Places ouvertes;
      """;

  private static final String OVER =
      CONVENTION
          .replace("insee-2026", "insee-2019")
          .replace("2099-12-31", "2020-12-31")
          .replace("apprentis-", "finis-");

  private static final String HEAD = "commune;annee;apprentis;commentaire\n";

  private final Path folder;
  private final Service service;
  private final String insee;
  private final String dares;
  private final String reader;
  private final HttpClient client = HttpClient.newHttpClient();

  DeliveryApiTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    DataFolder data = DataFolder.at(folder);
    Database database = Database.open(data, Role.SERVICE);
    service =
        Service.start(
            new Service.Settings(data, ProfileFile.demonstration(), 0, "127.0.0.1", ""),
            () -> database);
    Definitions definitions = new Definitions(database.dataSource(), Clock.systemUTC());
    Path regional = Files.writeString(folder.resolve("indicateurs.csv"), INDICATORS);
    definitions.put(regional);
    Conventions conventions =
        new Conventions(database.dataSource(), definitions::list, Clock.systemUTC());
    conventions.put("convention.yaml", CONVENTION);
    conventions.put("convention.yaml", OVER);
    Keys keys = new Keys(database.dataSource(), Clock.systemUTC());
    insee = keys.add(EnumSet.of(Scope.FIGURES), "Insee", "", "insee").secret();
    dares = keys.add(EnumSet.of(Scope.FIGURES), "Dares", "", "dares").secret();
    reader = keys.add(EnumSet.of(Scope.QUOTA), "Lecteur", "lecteur").secret();
  }

  @AfterAll
  void close() {
    service.close();
  }

  private static String resource(String name) {
    try (InputStream text = DeliveryApiTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> send(
      String method, String path, String key, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(service.address() + path))
            .header("Content-Type", "text/csv")
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> deliver(String query, String key, String body, String... headers)
      throws IOException, InterruptedException {
    return send("POST", "/api/v1/deliveries?" + query, key, body, headers);
  }

  private Double value(String commune, String year) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(
            "GET",
            "/api/v1/indicators/apprentis/values?territory=COM-%s&period=%s"
                .formatted(commune, year),
            "",
            "");
    return JsonPath.<List<Double>>read(answer.body(), "$.items[?(@.value)].value").stream()
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(Double.NaN);
  }

  @Test
  void what_is_delivered_is_published_added_up_and_can_be_taken_back() throws Exception {
    String file = HEAD + "13055;2024;1 234;\n13001;2024;s;retenu\n13002;2024;6;\n";
    HttpResponse<String> accepted = deliver("fiche=apprentis-commune", insee, file);
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(201);
    String receipt = JsonPath.read(accepted.body(), "$.receipt");
    assertThat(value("13055", "2024")).isEqualTo(1234);
    String sum =
        send("GET", "/api/v1/indicators/apprentis/values?territory=D13&period=2024", "", "").body();
    assertThat(JsonPath.<Double>read(sum, "$.items[0].value")).isEqualTo(1240);
    assertThat(JsonPath.<Integer>read(sum, "$.items[0].statuses.Q")).isEqualTo(1);
    assertThat(JsonPath.<Integer>read(sum, "$.items[0].coverage.covered")).isEqualTo(2);
    assertThat(JsonPath.<String>read(sum, "$.sources[0].receipt")).isEqualTo(receipt);
    assertThat(send("GET", "/api/v1/deliveries", "", "").body()).contains(receipt);
    HttpResponse<String> parquet =
        send("GET", "/api/v1/deliveries/" + receipt + "/observations.parquet", "", "");
    assertThat(parquet.statusCode()).isEqualTo(200);
    // Magic bytes of the format.
    assertThat(parquet.body()).startsWith("PAR1");
    checkMethod();
    // The same file again is known.
    HttpResponse<String> again = deliver("fiche=apprentis-commune", insee, file);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(JsonPath.<String>read(again.body(), "$.receipt")).isEqualTo(receipt);
    // Another producer cannot take it back; its own does, and says why.
    String path = "/api/v1/deliveries/" + receipt + "?reason=mauvaise%20colonne";
    assertThat(send("DELETE", path, dares, "").statusCode()).isEqualTo(403);
    assertThat(send("DELETE", "/api/v1/deliveries/" + receipt, insee, "").statusCode())
        .isEqualTo(400);
    assertThat(send("DELETE", path, insee, "").statusCode()).isEqualTo(204);
    assertThat(send("DELETE", path, insee, "").statusCode()).isEqualTo(404);
    assertThat(value("13055", "2024")).isNaN();
  }

  @Test
  void a_file_with_faults_is_refused_whole_with_each_of_them_and_kept_for_inspection()
      throws Exception {
    String file =
        HEAD + "13055;2025;8,747;\n99999;2025;5;\n13001;2019;5;\n13002;2025;*;\n13003;2025;7;\n";
    HttpResponse<String> refused = deliver("fiche=apprentis-commune", insee, file);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(JsonPath.<List<String>>read(refused.body(), "$.errors[*].pointer"))
        .containsExactly("depot.csv:2:3", "depot.csv:3:1", "depot.csv:4:2", "depot.csv:5:3");
    assertThat(value("13003", "2025")).isNaN();
    try (Stream<Path> kept = Files.walk(folder.resolve("deliveries/refused"))) {
      assertThat(kept.filter(Files::isRegularFile).map(each -> each.getFileName().toString()))
          .contains("report.txt");
    }
  }

  @Test
  void a_check_gives_the_file_back_with_what_is_wrong_and_deposits_nothing() throws Exception {
    String file = HEAD + "13055;2026;12;\n13001;2026;1.5;\n";
    HttpResponse<String> copy =
        deliver("fiche=apprentis-commune&validate=true", insee, file, "Accept", "text/csv");
    assertThat(copy.statusCode()).isEqualTo(200);
    assertThat(copy.body().lines().toList())
        .hasSize(3)
        .satisfies(lines -> {
          assertThat(lines.get(0)).isEqualTo("commune;annee;apprentis;commentaire;ERREURS");
          assertThat(lines.get(1)).isEqualTo("13055;2026;12;;");
          assertThat(lines.get(2)).startsWith("13001;2026;1.5;;\"colonne 3 : ");
        });
    HttpResponse<String> sound =
        deliver("fiche=apprentis-commune&validate=true", insee, HEAD + "13055;2026;12;\n");
    assertThat(sound.statusCode()).isEqualTo(200);
    assertThat(JsonPath.<String>read(sound.body(), "$.outcome")).isEqualTo("dry-run");
    assertThat(value("13055", "2026")).isNaN();
  }

  @Test
  void what_is_under_embargo_is_accepted_and_public_later() throws Exception {
    HttpResponse<String> accepted =
        deliver("fiche=apprentis-embargo", insee, "commune;annee;apprentis\n13004;2024;9\n");
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(201);
    assertThat(JsonPath.<String>read(accepted.body(), "$.opens")).isNotNull();
    String receipt = JsonPath.read(accepted.body(), "$.receipt");
    assertThat(send("GET", "/api/v1/deliveries", "", "").body()).doesNotContain(receipt);
    assertThat(
            send("GET", "/api/v1/deliveries/" + receipt + "/observations.parquet", "", "")
                .statusCode())
        .isEqualTo(404);
    assertThat(value("13004", "2024")).isNaN();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "apprentis-commune|''|401|clé",
        "apprentis-commune|reader|403|figures",
        "apprentis-commune|dares|403|autre producteur",
        "inconnue|insee|422|aucune fiche",
        "apprentis-bloques|insee|422|base non diffusable",
        "apprentis-secrets|insee|422|passerelle protect keys",
        "apprentis-secrets&validate=true|insee|422|ne peut pas les lire",
        "apprentis-secrets|dares|403|autre producteur",
        "finis-commune|insee|422|ce qui est publié le reste",
        "apprentis-commune&period=2024|insee|422|ligne par ligne",
        "apprentis-commune&validate=oui|insee|400|true ou false",
        "apprentis-commune&vintage=24|insee|400|une année",
      })
  void what_is_not_agreed_is_refused(String fiche, String who, int status, String words)
      throws Exception {
    String key =
        switch (who) {
          case "insee" -> insee;
          case "dares" -> dares;
          case "reader" -> reader;
          default -> "";
        };
    HttpResponse<String> answer = deliver("fiche=" + fiche, key, HEAD + "13055;2024;12;\n");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(words);
  }

  @Test
  void an_indicator_that_the_region_defines_is_delivered_and_added_up_as_any_other()
      throws Exception {
    HttpResponse<String> accepted =
        deliver(
            "fiche=apprentis-places",
            insee,
            "commune;annee;places\n13001;2024;12\n13055;2024;30\n");
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(201);
    String sum =
        send("GET", "/api/v1/indicators/places-regionales/values?territory=D13&period=2024", "", "")
            .body();
    assertThat(JsonPath.<Double>read(sum, "$.items[0].value")).as(sum).isEqualTo(42);
    assertThat(send("GET", "/api/v1/indicators/places-regionales", "", "").body())
        .contains("Places ouvertes");
  }

  @Test
  void the_format_of_a_fiche_is_a_table_schema() throws Exception {
    String schema = send("GET", "/api/v1/fiches/apprentis-commune/schema", "", "").body();
    assertThat(JsonPath.<List<String>>read(schema, "$.fields[*].name"))
        .containsExactly("commune", "annee", "apprentis", "commentaire");
    assertThat(JsonPath.<String>read(schema, "$.fields[2].groupChar")).isEqualTo(" ");
    assertThat(JsonPath.<String>read(schema, "$.dialect.delimiter")).isEqualTo(";");
    assertThat(send("GET", "/api/v1/fiches/rien/schema", "", "").statusCode()).isEqualTo(404);
  }

  @Test
  void who_supplies_sees_what_is_awaited_of_them_and_nobody_else_does() throws Exception {
    String body = send("GET", "/api/v1/conventions", insee, "").body();
    assertThat(JsonPath.<List<String>>read(body, "$.items[*].id"))
        .containsExactly("insee-2019", "insee-2026");
    assertThat(JsonPath.<List<Boolean>>read(body, "$.items[*].ending"))
        .containsExactly(true, false);
    assertThat(JsonPath.<List<String>>read(body, "$.items[1].fiches[*].punctuality"))
        .containsExactly("late", "not-due", "not-due", "not-due", "not-due");
    assertThat(JsonPath.<List<String>>read(body, "$.items[1].fiches[1:2].reason"))
        .containsExactly("base non diffusable");
    assertThat(JsonPath.<List<String>>read(body, "$.announcements"))
        .anyMatch(each -> each.contains("insee-2019 se termine le 2020-12-31"))
        .anyMatch(each -> each.contains("apprentis-commune de insee était attendue le"));
    assertThat(JsonPath.<Integer>read(body, "$.figures.blocked")).isEqualTo(2);
    assertThat(JsonPath.<Integer>read(body, "$.figures.conventions")).isEqualTo(1);
    assertThat(
            JsonPath.<List<Object>>read(
                send("GET", "/api/v1/conventions", dares, "").body(), "$.items"))
        .isEmpty();
    feed(JsonPath.read(body, "$.announcements"));
    assertThat(send("GET", "/api/v1/conventions", "", "").statusCode()).isEqualTo(401);
    assertThat(send("GET", "/api/v1/conventions", reader, "").statusCode()).isEqualTo(403);
  }

  private static byte[] workbook(Object[]... rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "essai", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Effectifs");
      for (int row = 0; row < rows.length; row++) {
        for (int column = 0; column < rows[row].length; column++) {
          if (rows[row][column] instanceof Number number) {
            sheet.value(row, column, number);
          } else {
            sheet.value(row, column, String.valueOf(rows[row][column]));
          }
        }
      }
    }
    return bytes.toByteArray();
  }

  private HttpResponse<String> deliver(byte[] workbook, String query, String accept)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(
                URI.create(
                    service.address() + "/api/v1/deliveries?fiche=apprentis-commune" + query))
            .header(
                "Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            .header("Accept", accept)
            .header("Authorization", "Bearer " + insee)
            .POST(HttpRequest.BodyPublishers.ofByteArray(workbook))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void a_workbook_is_delivered_as_it_is_its_numbers_being_numbers() throws Exception {
    Object[] header = {"commune", "annee", "apprentis", "commentaire"};
    byte[] sound = workbook(header, new Object[] {"13056", 2022, 1_250, "relu"});
    HttpResponse<String> accepted = deliver(sound, "", "application/json");
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(201);
    assertThat(value("13056", "2022")).isEqualTo(1250);
    String receipt = JsonPath.read(accepted.body(), "$.receipt");
    String back = "/api/v1/deliveries/" + receipt + "?reason=essai";
    assertThat(send("DELETE", back, insee, "").statusCode()).isEqualTo(204);
    byte[] faulty =
        workbook(
            header, new Object[] {"13056", 2023, 1.5, ""}, new Object[] {"99999", 2023, 4, ""});
    HttpResponse<String> refused = deliver(faulty, "", "application/json");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(JsonPath.<List<String>>read(refused.body(), "$.errors[*].pointer"))
        .containsExactly("depot.xlsx:2:3", "depot.xlsx:3:1");
    HttpResponse<String> copy = deliver(faulty, "&validate=true", "text/csv");
    assertThat(copy.statusCode()).isEqualTo(200);
    assertThat(copy.body().lines().toList())
        .hasSize(3)
        .satisfies(lines -> {
          assertThat(lines.get(0)).endsWith(";ERREURS");
          assertThat(lines.get(1)).startsWith("\"13056\";\"2023\";\"1,5\"").contains("colonne 3");
          assertThat(lines.get(2)).contains("99999", "colonne 1");
        });
    byte[] none = "PK\u0003\u0004 pas un classeur".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(deliver(none, "", "application/json").statusCode()).isEqualTo(422);
  }

  /** What is late or ends, an entry each; to nobody without a key. */
  private void feed(List<String> announcements) throws IOException, InterruptedException {
    HttpResponse<String> feed = send("GET", "/feeds/conventions.atom", insee, "");
    assertThat(feed.headers().firstValue("Content-Type"))
        .hasValue("application/atom+xml; charset=utf-8");
    assertThat(feed.body()).contains(announcements);
    assertThat(feed.body().split("<entry>", -1)).hasSize(announcements.size() + 1);
    assertThat(send("GET", "/feeds/conventions.atom", "", "").statusCode()).isEqualTo(401);
    assertThat(send("GET", "/feeds/conventions.atom", dares, "").body()).doesNotContain("<entry>");
  }

  /** How values are made, as the fiche declares it, goes with them. */
  private void checkMethod() throws IOException, InterruptedException {
    String values = "/api/v1/indicators/apprentis/values?territory=COM-13055&period=all";
    String source = send("GET", values, "", "").body();
    assertThat(JsonPath.<List<String>>read(source, "$.sources[*].adjustment")).contains("cvs-cjo");
    assertThat(JsonPath.<List<String>>read(source, "$.sources[*].levels")).contains("niveaux-2019");
    assertThat(send("GET", values + "&format=sdmx-csv", "", "").body())
        .contains("ADJUSTMENT,TIME_PER_COLLECT,LEVELS", "Y,E,niveaux-2019");
  }
}
