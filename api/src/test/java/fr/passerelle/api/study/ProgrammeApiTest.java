package fr.passerelle.api.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import fr.passerelle.api.Service;
import fr.passerelle.catalog.key.Keys;
import fr.passerelle.catalog.key.Scope;
import fr.passerelle.catalog.profile.ProfileFile;
import fr.passerelle.database.DataFolder;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programme, follow-up and re-uses of a service of its own, over the sample. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProgrammeApiTest {
  private static final String PREMIERE = "d76cxwgphh";
  private static final String FIREFOX =
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
  private static final String REUSES = "/api/v1/studies/" + PREMIERE + "/reuses";
  private static final String SOUND =
      """
      {"user": "Région Grand Est", "purpose": "Préparer le contrat de plan", "year": 2025,
       "address": "https://www.grandest.fr/cprdfop"}
      """;

  private final Service service;
  private final String insee;
  private final String dares;
  private final HttpClient client = HttpClient.newHttpClient();

  ProgrammeApiTest(@TempDir Path folder) throws IOException {
    DataFolder data = DataFolder.at(folder);
    Database database = Database.open(data, Role.SERVICE);
    service =
        Service.start(
            new Service.Settings(data, ProfileFile.demonstration(), 0, "127.0.0.1", ""),
            () -> database);
    Keys keys = new Keys(database.dataSource(), Clock.systemUTC());
    insee = keys.add(EnumSet.of(Scope.STUDIES), "Insee", "", "insee").secret();
    dares = keys.add(EnumSet.of(Scope.STUDIES), "Dares", "", "dares").secret();
  }

  @AfterAll
  void close() {
    service.close();
  }

  private HttpResponse<byte[]> send(
      String method, String path, String key, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(service.address() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send("GET", path, "", "", headers);
  }

  private static <T> T read(HttpResponse<byte[]> answer, String path, Class<T> type) {
    return JsonPath.parse(new String(answer.body(), StandardCharsets.UTF_8)).read(path, type);
  }

  private static List<String> texts(HttpResponse<byte[]> answer, String path) {
    List<?> found = read(answer, path, List.class);
    return found.stream().map(String::valueOf).toList();
  }

  @Test
  void the_programme_of_a_past_year_has_its_studies_and_its_gaps()
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = get("/api/v1/programme?year=2021");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(read(answer, "$.year", Integer.class)).isEqualTo(2021);
    assertThat(texts(answer, "$.items[*].study.title"))
        .contains("Les métiers en tension en PACA : état des lieux et facteurs de tension");
    assertThat(texts(answer, "$.gaps.themes[*].theme.code")).isNotEmpty();
    assertThat(read(answer, "$.source.citation", String.class)).isNotEmpty();
  }

  @Test
  void the_same_is_a_workbook() throws IOException, InterruptedException {
    HttpResponse<byte[]> named = get("/api/v1/programme?year=2021&format=xlsx");
    HttpResponse<byte[]> accepted =
        get(
            "/api/v1/programme?year=2021",
            "Accept",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    assertThat(accepted.headers().firstValue("Content-Type"))
        .isEqualTo(named.headers().firstValue("Content-Type"));
    assertThat(named.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"programme-2021.xlsx\"");
    int items = read(get("/api/v1/programme?year=2021"), "$.total", Integer.class);
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(named.body()))) {
      List<Sheet> sheets = workbook.getSheets().toList();
      assertThat(sheets)
          .extracting(Sheet::getName)
          .containsExactly("Études 2021", "Chevauchements", "Manques", "Source");
      List<Row> rows = sheets.getFirst().read();
      assertThat(rows).hasSize(items + 1);
      assertThat(rows.getFirst().getCellText(0)).isEqualTo("Titre");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/programme?year=21, 400",
    "/api/v1/programme?year=2021&format=pdf, 400",
    "/api/v1/programme?annee=2021, 400",
    "/api/v1/follow-up?from=2026-02-30, 400",
    "/api/v1/follow-up?from=2026-02-01&until=2026-01-01, 400",
    "/api/v1/studies/aaaaaaaaaa/reuses, 404"
  })
  void what_cannot_be_is_named(String path, int status) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void follow_up_counts_what_people_read_and_cite() throws IOException, InterruptedException {
    long before = views();
    get("/doc/study/" + PREMIERE, "User-Agent", FIREFOX);
    get("/api/v1/studies/" + PREMIERE + "?format=ris", "User-Agent", FIREFOX);

    assertThat(views()).isEqualTo(before + 1);
    assertThat(read(get("/api/v1/follow-up"), "$.uses.citation", Long.class)).isEqualTo(1);
    assertThat(read(get("/api/v1/follow-up"), "$.viewed[0].id", String.class)).isEqualTo(PREMIERE);
  }

  @Test
  void follow_up_counts_harvests_by_channel() throws IOException, InterruptedException {
    get("/catalog");
    send("HEAD", "/catalog", "", "");
    get("/oai?verb=ListIdentifiers&metadataPrefix=oai_dc");
    get("/oai?verb=ListRecords&metadataPrefix=oai_dc");
    get("/oai?verb=Identify");

    HttpResponse<byte[]> figures = get("/api/v1/follow-up");
    assertThat(read(figures, "$.harvests.catalog", Integer.class)).isEqualTo(1);
    assertThat(read(figures, "$.harvests.oai", Integer.class)).isEqualTo(2);
    assertThat(read(figures, "$.completeHarvests.catalog", Integer.class)).isEqualTo(1);
    assertThat(read(figures, "$.completeHarvests.oai", Integer.class)).isEqualTo(2);

    get("/catalog?limit=10");
    HttpResponse<byte[]> first = get("/oai?verb=ListRecords&metadataPrefix=oai_dc&from=2999-01-01");
    assertThat(new String(first.body(), StandardCharsets.UTF_8)).contains("noRecordsMatch");
    HttpResponse<byte[]> later = get("/api/v1/follow-up");
    assertThat(read(later, "$.harvests.catalog", Integer.class)).isEqualTo(2);
    assertThat(read(later, "$.completeHarvests.catalog", Integer.class))
        .as("one that stops at its first page")
        .isEqualTo(1);
    assertThat(read(later, "$.completeHarvests.oai", Integer.class)).isEqualTo(3);
  }

  private long views() throws IOException, InterruptedException {
    return read(get("/api/v1/follow-up"), "$.uses.view", Long.class);
  }

  @Test
  void producers_record_who_used_their_studies_and_everyone_reads_it()
      throws IOException, InterruptedException {
    assertThat(send("POST", REUSES, "", SOUND).statusCode()).isEqualTo(401);
    assertThat(send("POST", REUSES, dares, SOUND).statusCode()).isEqualTo(403);
    HttpResponse<byte[]> bad = send("POST", REUSES, insee, "{\"user\": \"Région\"}");
    assertThat(bad.statusCode()).isEqualTo(422);
    assertThat(read(bad, "$.errors[0].detail", String.class)).isNotEmpty();

    HttpResponse<byte[]> recorded = send("POST", REUSES, insee, SOUND);

    assertThat(recorded.statusCode()).isEqualTo(201);
    int number = read(recorded, "$.id", Integer.class);
    assertThat(read(get(REUSES), "$.items[0].purpose", String.class))
        .isEqualTo("Préparer le contrat de plan");
    assertThat(read(get("/api/v1/reuses"), "$.total", Integer.class)).isEqualTo(1);
    String graph =
        "{\"query\":\"{ study(id: \\\"%s\\\") { reuses { user year study { id } } } reuses { author } }\"}"
            .formatted(PREMIERE);
    HttpResponse<byte[]> asked = send("POST", "/graphql", "", graph);
    assertThat(read(asked, "$.data.study.reuses[0].study.id", String.class)).isEqualTo(PREMIERE);
    assertThat(read(asked, "$.data.reuses[0].author", String.class)).isEqualTo("insee");

    assertThat(send("DELETE", REUSES + "/" + number, insee, "").statusCode()).isEqualTo(204);
    assertThat(send("DELETE", REUSES + "/" + number, insee, "").statusCode()).isEqualTo(404);
    assertThat(read(get(REUSES), "$.total", Integer.class)).isZero();
  }

  @Test
  void a_re_use_is_recorded_in_the_graph_by_the_same_rules()
      throws IOException, InterruptedException {
    String mutation =
        "{\"query\":\"mutation { recordReuse(study: \\\"%s\\\", reuse: {user: \\\"%s\\\", purpose:"
            + " \\\"Un diagnostic\\\", year: 2025}) { user year author study { id } } }\"}";
    String sound = mutation.formatted(PREMIERE, "Région Grand Est");
    int before = read(get(REUSES), "$.total", Integer.class);

    assertThat(body(send("POST", "/graphql", "", sound))).contains("errors");
    assertThat(body(send("POST", "/graphql", dares, sound))).contains("errors");
    assertThat(body(send("POST", "/graphql", insee, mutation.formatted(PREMIERE, ""))))
        .contains("/user");
    assertThat(body(send("POST", "/graphql", insee, mutation.formatted("aaaaaaaaaa", "Région"))))
        .contains("errors");
    assertThat(read(get(REUSES), "$.total", Integer.class)).isEqualTo(before);

    HttpResponse<byte[]> recorded = send("POST", "/graphql", insee, sound);

    assertThat(read(recorded, "$.data.recordReuse.author", String.class)).isEqualTo("insee");
    assertThat(read(recorded, "$.data.recordReuse.study.id", String.class)).isEqualTo(PREMIERE);
    int number = read(get(REUSES), "$.items[0].id", Integer.class);
    assertThat(send("DELETE", REUSES + "/" + number, insee, "").statusCode()).isEqualTo(204);
  }

  private static String body(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  @Test
  void the_page_of_the_programme_says_what_the_programme_says()
      throws IOException, InterruptedException {
    HttpResponse<byte[]> page = get("/etudes/programme/2021");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    HttpResponse<byte[]> programme = get("/api/v1/programme?year=2021");
    org.jsoup.nodes.Document read = org.jsoup.Jsoup.parse(body(page));
    assertThat(read.select(".hits > li > .hit a").eachText())
        .containsExactlyInAnyOrderElementsOf(texts(programme, "$.items[*].study.title"));
    assertThat(read.select("[aria-labelledby=themes] li"))
        .hasSize(texts(programme, "$.gaps.themes[*]").size());
    assertThat(read.select("[aria-labelledby=territoires] li").eachText())
        .isEqualTo(texts(programme, "$.gaps.territories[*].label"));
    assertThat(read.select("a[href*=format=xlsx]")).hasSize(1);
    assertThat(body(get("/etudes/calendrier"))).contains("/etudes/programme");
    assertThat(get("/etudes/programme").statusCode()).isEqualTo(200);
    assertThat(get("/etudes/programme/21").statusCode()).isEqualTo(400);
    assertThat(body(get("/etudes/programme/2021", "Accept-Language", "en")))
        .contains("Themes without study in the year");
  }

  @Test
  void an_empty_list_of_studies_says_why_it_is_empty() throws IOException, InterruptedException {
    HttpResponse<byte[]> unknown = get("/api/v1/studies?q=zzzzzzzz");
    assertThat(read(unknown, "$.emptyReason", String.class)).isEqualTo("not_found");
    HttpResponse<byte[]> filtered = get("/api/v1/studies?producer=insee&year=1901");
    assertThat(read(filtered, "$.emptyReason", String.class)).isEqualTo("filtered");
    assertThat(read(filtered, "$.emptyExplanation", String.class))
        .matches(".* : sans year [1-9]\\d*");
    HttpResponse<byte[]> there = get("/api/v1/studies?producer=insee");
    assertThat(body(there)).contains("\"emptyReason\":null");

    String graph =
        "{\"query\":\"{ none: studies(q: \\\"zzzzzzzz\\\") { emptyReason emptyExplanation }"
            + " some: studies { emptyReason } }\"}";
    HttpResponse<byte[]> asked = send("POST", "/graphql", "", graph);
    assertThat(read(asked, "$.data.none.emptyReason", String.class)).isEqualTo("NOT_FOUND");
    assertThat(body(asked)).contains("\"some\":{\"emptyReason\":null}");
  }

  @Test
  void the_graph_has_programme_and_follow_up() throws IOException, InterruptedException {
    String query =
        "{\"query\":\"{ programme(year: 2021) { year items { study { title } late overlaps {"
            + " contactPossible } } themesWithoutStudy { theme { code } lastIssued { value } }"
            + " territoriesWithoutStudy { code } requested { id } } followUp { from until producers"
            + " { producer studies { of count } onTime late deposits } uses { of count } viewed {"
            + " views } harvests { of } } }\"}";

    HttpResponse<byte[]> answer = send("POST", "/graphql", "", query);

    assertThat(read(answer, "$.data.programme.year", Integer.class)).isEqualTo(2021);
    assertThat(read(answer, "$.data.programme.items.length()", Integer.class))
        .isEqualTo(read(get("/api/v1/programme?year=2021"), "$.total", Integer.class));
    assertThat(read(answer, "$.data.followUp.producers.length()", Integer.class)).isPositive();
  }
}
