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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service of its own, over the sample, in which producers deposit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StudyApiTest {
  private static final String STUDIES = "/api/v1/studies";
  private static final String JSON = "application/json";
  private static final String PREMIERE = "d76cxwgphh";

  private final Service service;
  private final String insee;
  private final String dares;
  private final String operator;
  private final HttpClient client = HttpClient.newHttpClient();

  StudyApiTest(@TempDir Path folder) throws IOException {
    DataFolder data = DataFolder.at(folder);
    Database database = Database.open(data, Role.SERVICE);
    service =
        Service.start(
            new Service.Settings(data, ProfileFile.demonstration(), 0, "127.0.0.1", ""),
            () -> database);
    Keys keys = new Keys(database.dataSource(), Clock.systemUTC());
    insee = keys.add(EnumSet.of(Scope.STUDIES), "Insee", "", "insee").secret();
    dares = keys.add(EnumSet.of(Scope.STUDIES), "Dares", "", "dares").secret();
    operator = keys.add(EnumSet.of(Scope.OPERATOR), "Exploitant", "").secret();
  }

  @AfterAll
  void close() {
    service.close();
  }

  private HttpResponse<String> send(
      String method, String path, String key, String type, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(service.address() + path))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(
          request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, "", "", "", headers);
  }

  private HttpResponse<String> deposit(String key, String form) {
    return send("POST", STUDIES, key, JSON, form);
  }

  private static String form(String identifier, String more) {
    return """
    {"title": "Les métiers du littoral %s", "identifier": "%s", "themes": ["emploi"],
     "territories": ["R93"]%s}
    """
        .formatted(identifier, identifier, more);
  }

  private static String text(HttpResponse<String> answer, String path) {
    return JsonPath.parse(answer.body()).read(path, String.class);
  }

  private static int number(HttpResponse<String> answer, String path) {
    return JsonPath.parse(answer.body()).read(path, Integer.class);
  }

  private static boolean flag(HttpResponse<String> answer, String path) {
    return JsonPath.parse(answer.body()).read(path, Boolean.class);
  }

  private static List<String> texts(HttpResponse<String> answer, String path) {
    List<?> found = JsonPath.parse(answer.body()).read(path, List.class);
    return found.stream().map(String::valueOf).toList();
  }

  @Test
  void the_sample_is_found_by_words_and_filters() {
    HttpResponse<String> found = get(STUDIES + "?q=illectronisme");
    assertThat(found.statusCode()).isEqualTo(200);
    assertThat(texts(found, "$.items[*].title")).containsExactly("Insee Première n° 1780");
    assertThat(text(found, "$.items[0].matched.field")).isEqualTo("note");

    HttpResponse<String> late = get(STUDIES + "?status=planned&late=true&territory=R52");
    assertThat(number(late, "$.total")).isEqualTo(6);
    assertThat(texts(late, "$.items[?(@.late == false)].id")).isEmpty();
    assertThat(text(late, "$.source.licence.code")).isEqualTo("etalab-2.0");
  }

  @Test
  void a_study_is_answered_with_all_that_is_known_of_it_and_revalidated() {
    HttpResponse<String> answer = get(STUDIES + "/" + PREMIERE);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(text(answer, "$.series.number")).isEqualTo("1780");
    assertThat(text(answer, "$.producers[0].name")).isEqualTo("Insee");
    assertThat(text(answer, "$.citation")).isEqualTo("Insee, « Insee Première n° 1780 », 2019");
    assertThat(text(answer, "$.uri")).endsWith("/id/study/" + PREMIERE);
    String etag = answer.headers().firstValue("ETag").orElseThrow();
    assertThat(get(STUDIES + "/" + PREMIERE, "If-None-Match", etag).statusCode()).isEqualTo(304);
    assertThat(get(STUDIES + "/" + PREMIERE + "/history").body()).contains("\"passerelle\"");
  }

  @Test
  void what_was_deposited_is_there_for_its_producer_and_once_published_for_all() {
    HttpResponse<String> created = deposit(insee, form("littoral-1", ", \"issued\": \"2024\""));
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    String id = text(created, "$.studies[0].study.id");

    assertThat(get(STUDIES + "/" + id).statusCode()).isEqualTo(404);
    assertThat(send("GET", STUDIES + "/" + id, dares, "", "").statusCode()).isEqualTo(404);
    HttpResponse<String> own = send("GET", STUDIES + "/" + id, insee, "", "");
    assertThat(own.statusCode()).isEqualTo(200);
    assertThat(own.headers().firstValue("Cache-Control")).hasValue("private, no-store");

    String path = STUDIES + "/" + id + "/qualification";
    assertThat(send("POST", path, insee, JSON, "{\"to\": \"published\"}").statusCode())
        .isEqualTo(403);
    assertThat(send("POST", path, operator, JSON, "{\"to\": \"published\"}").statusCode())
        .isEqualTo(200);
    assertThat(get(STUDIES + "/" + id).statusCode()).isEqualTo(200);
    assertThat(get(STUDIES + "?q=littoral-1").body()).contains(id);

    assertThat(send("DELETE", STUDIES + "/" + id + "?reason=essai", insee, "", "").statusCode())
        .isEqualTo(204);
    assertThat(get(STUDIES + "/" + id).statusCode()).isEqualTo(410);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"title\": \"<i>x</i>\"}                         | 422 | /title",
        "{\"titel\": \"x\"}                                | 422 | /titel",
        "{\"title\": \"x\", \"themes\": [\"emplois\"]}     | 422 | /themes/0",
        "{\"title\": \"x\", \"landingPage\": \"http://10.0.0.1/\"} | 422 | /landingPage",
        "{\"title\": \"x\", \"issued\": \"2024-13\"}       | 422 | /issued",
        "{\"title\": \"x\", \"producers\": [\"dares\"]}    | 403 | /producers/0",
        "[1]                                               | 400 |",
        "{\"title\":                                       | 400 |"
      })
  void what_is_wrong_is_named_by_its_pointer(String body, int status, String pointer) {
    HttpResponse<String> answer = deposit(insee, body);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    if (pointer != null) {
      assertThat(texts(answer, "$.errors[*].pointer")).contains(pointer);
    }
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
  }

  /** The answer comes while nine tenths of the body are still to be sent. */
  @Test
  void an_abstract_of_ten_megabytes_is_not_read_to_its_end() throws IOException {
    String head =
        "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(STUDIES, insee, JSON, 10 << 20);
    String start = "{\"title\": \"x\", \"abstract\": \"" + "a".repeat(1 << 20);
    URI address = URI.create(service.address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write((head + start).getBytes(StandardCharsets.US_ASCII));

      byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 413".length());
      assertThat(new String(status, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
    }
  }

  @Test
  void nobody_deposits_without_a_key() {
    assertThat(deposit("", form("x", "")).statusCode()).isEqualTo(401);
    assertThat(deposit("psr_0000000000_" + "A".repeat(43), form("x", "")).statusCode())
        .isEqualTo(401);
    assertThat(get(STUDIES, "Authorization", "Bearer nothing").statusCode()).isEqualTo(401);
  }

  @Test
  void a_request_repeated_under_its_key_is_done_once() {
    String form = form("littoral-2", ", \"issued\": \"2024\"");
    HttpResponse<String> first = send("POST", STUDIES, insee, JSON, form, "Idempotency-Key", "abc");
    HttpResponse<String> second =
        send("POST", STUDIES, insee, JSON, form, "Idempotency-Key", "abc");
    HttpResponse<String> other =
        send("POST", STUDIES, insee, JSON, form("littoral-3", ""), "Idempotency-Key", "abc");

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(flag(second, "$.replayed")).isTrue();
    assertThat(other.statusCode()).isEqualTo(422);
  }

  @Test
  void an_announcement_is_answered_with_what_is_like_it_and_hidden_ones_only_as_a_contact() {
    String hidden =
        """
        {"title": "Les saisonniers des stations de ski", "identifier": "ski", "status": "planned",
         "expected": "2027-05", "visibility": "producer", "themes": ["emploi"],
         "territories": ["D06"]}
        """;
    assertThat(deposit(dares, hidden).statusCode()).isEqualTo(201);

    HttpResponse<String> answer =
        deposit(
            insee,
            """
            {"title": "Saisonniers en station de ski", "identifier": "ski-insee",
             "status": "planned", "expected": "2027-06", "themes": ["emploi"],
             "territories": ["R93"]}
            """);

    assertThat(flag(answer, "$.studies[0].contactPossible")).isTrue();
    assertThat(answer.body()).doesNotContain("stations de ski");
    HttpResponse<String> all = send("GET", STUDIES + "/overlaps", operator, "", "");
    assertThat(number(all, "$.total")).isGreaterThanOrEqualTo(2);
    assertThat(all.body()).contains("un territoire dans l'autre : Alpes-Maritimes");
    assertThat(send("GET", STUDIES + "/overlaps", insee, "", "").body())
        .contains("\"contactPossible\":true")
        .doesNotContain("stations de ski");
  }

  @Test
  void a_csv_is_written_whole_or_not_at_all() {
    String header = "identifier;title;date;theme;territory\n";
    String sound =
        header + "c1;Études en masse, un;2024;emploi;R93\nc2;Études en masse, deux;2024;;D13\n";
    HttpResponse<String> refused =
        send("POST", STUDIES, insee, "text/csv", sound + "c3;Trois;2024;nope;R93\n");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(text(refused, "$.errors[0].pointer")).isEqualTo("depot.csv:4:4");
    HttpResponse<String> tried = send("POST", STUDIES + "?dryRun=true", insee, "text/csv", sound);
    assertThat(number(tried, "$.created")).isEqualTo(2);
    assertThat(send("POST", STUDIES, insee, "text/csv", sound).statusCode()).isEqualTo(201);
    HttpResponse<String> again = send("POST", STUDIES, insee, "text/csv", sound);
    assertThat(number(again, "$.unchanged")).isEqualTo(2);
  }

  @Test
  void an_old_address_leads_to_its_study() {
    HttpResponse<String> created =
        deposit(
            operator, form("alias", ", \"producers\": [\"insee\"], \"aliases\": [\"/etudes/12\"]"));

    HttpResponse<String> moved = get("/etudes/12");
    assertThat(moved.statusCode()).as(created.body()).isEqualTo(301);
    assertThat(moved.headers().firstValue("Location").orElseThrow())
        .endsWith(text(created, "$.studies[0].study.id"));
  }

  @Test
  void a_forged_or_foreign_cursor_is_refused() {
    HttpResponse<String> page = get(STUDIES + "?limit=5");
    String next = text(page, "$.next");

    assertThat(get(STUDIES + "?limit=5&cursor=" + next).statusCode()).isEqualTo(200);
    assertThat(get(STUDIES + "?limit=5&q=emploi&cursor=" + next).statusCode()).isEqualTo(400);
    assertThat(get(STUDIES + "?cursor=AAAA").statusCode()).isEqualTo(400);
    assertThat(get(STUDIES + "?them=emploi").statusCode()).isEqualTo(400);
  }

  @Test
  void graphql_says_the_same_and_deposits() {
    String query =
        "{\"query\": \"{ studies(q: \\\"illectronisme\\\") { totalCount edges { node { id title"
            + " series { number } producers { name } themes { id } citation } matchedField }"
            + " facets { facet values { value count } } } }\"}";
    HttpResponse<String> found = send("POST", "/graphql", "", JSON, query);
    assertThat(text(found, "$.data.studies.edges[0].node.id")).isEqualTo(PREMIERE);

    String mutation =
        "{\"query\": \"mutation { depositStudy(study: {title: \\\"Par GraphQL\\\", identifier:"
            + " \\\"gql\\\", status: UNDER_WAY, kind: JOURNAL_ISSUE}) { result study { id status"
            + " kind } } }\"}";
    HttpResponse<String> written = send("POST", "/graphql", insee, JSON, mutation);
    assertThat(text(written, "$.data.depositStudy.result")).as(written.body()).isEqualTo("CREATED");
    assertThat(send("POST", "/graphql", "", JSON, mutation).body()).contains("UNAUTHENTICATED");
  }

  @Test
  void a_dead_producer_names_its_successor() {
    HttpResponse<String> answer =
        deposit(operator, form("mort", ", \"producers\": [\"pole-emploi\"], \"issued\": \"2025\""));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("France Travail");
    assertThat(get("/api/v1/producers/pole-emploi").body()).contains("france-travail");
    assertThat(number(get("/api/v1/series"), "$.total")).isEqualTo(6);
  }
}
