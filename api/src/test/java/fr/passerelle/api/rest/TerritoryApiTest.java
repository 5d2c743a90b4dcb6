package fr.passerelle.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import fr.passerelle.api.Service;
import fr.passerelle.catalog.profile.ProfileFile;
import fr.passerelle.database.DataFolder;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Territories and perimeters of a service of its own, over the sample. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TerritoryApiTest {
  private static final String PERIMETERS = "/api/v1/perimeters";

  private final Service service;
  private final HttpClient client = HttpClient.newHttpClient();

  TerritoryApiTest(@TempDir Path folder) throws IOException {
    DataFolder data = DataFolder.at(folder);
    Database database = Database.open(data, Role.SERVICE);
    service =
        Service.start(
            new Service.Settings(data, ProfileFile.demonstration(), 0, "127.0.0.1", ""),
            () -> database);
  }

  @AfterAll
  void close() {
    service.close();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(service.address() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(service.address() + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?q=aix%20marseille&type=EPCI|EPCI-200054807",
        "?q=AIX-MARSEILLE|EPCI-200054807",
        "?q=l%27abergement%20clemenciat|COM-01001",
        "?q=13055|COM-13055",
        "?type=REG|R01",
        "?within=D13&type=COM|COM-13001",
        "|FRANCE"
      })
  void territories_are_found_by_name_type_and_place(String query, String first) throws Exception {
    HttpResponse<String> found = get("/api/v1/territories" + (query == null ? "" : query));
    assertThat(found.statusCode()).isEqualTo(200);
    assertThat(JsonPath.<List<String>>read(found.body(), "$.items[*].code")).contains(first);
    assertThat(JsonPath.<String>read(found.body(), "$.items[0].uri")).startsWith(service.address());
  }

  @Test
  void pages_follow_each_other_and_hold_each_territory_once() throws Exception {
    String first = get("/api/v1/territories?type=REG&limit=10").body();
    String cursor = JsonPath.read(first, "$.next");
    String second = get("/api/v1/territories?type=REG&limit=10&cursor=" + cursor).body();
    assertThat(JsonPath.<List<String>>read(first, "$.items[*].code")).hasSize(10);
    assertThat(JsonPath.<List<String>>read(second, "$.items[*].code"))
        .hasSize(8)
        .doesNotContainAnyElementsOf(JsonPath.<List<String>>read(first, "$.items[*].code"));
    assertThat(JsonPath.<Object>read(second, "$.next")).isNull();
  }

  @Test
  void an_empty_list_says_why() throws Exception {
    assertThat(JsonPath.<String>read(get("/api/v1/territories?q=zzzz").body(), "$.emptyReason"))
        .isEqualTo("not_found");
    assertThat(
            JsonPath.<String>read(
                get("/api/v1/territories?q=marseille&type=EPT").body(), "$.emptyReason"))
        .isEqualTo("filtered");
  }

  @Test
  void a_territory_says_what_holds_it_and_a_former_commune_what_it_became() throws Exception {
    String aix = get("/api/v1/territories/EPCI-200054807").body();
    assertThat(JsonPath.<Integer>read(aix, "$.communes")).isEqualTo(92);
    assertThat(JsonPath.<List<String>>read(aix, "$.in[?(@.type == 'DEP')].code"))
        .containsExactly("D13", "D83", "D84");
    assertThat(JsonPath.<List<Double>>read(aix, "$.in[?(@.code == 'R93')].share"))
        .containsExactly(1.0);
    String former = get("/api/v1/territories/COM-01091").body();
    assertThat(JsonPath.<Boolean>read(former, "$.current")).isFalse();
    assertThat(JsonPath.<List<String>>read(former, "$.successors[*].code"))
        .containsExactly("COM-01033");
    assertThat(
            JsonPath.<Integer>read(
                get("/api/v1/territories/D13/communes?limit=1").body(), "$.total"))
        .isEqualTo(119);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/territories/XX-1,404",
    "/api/v1/territories/13055,404",
    "/api/v1/territories/COM-75101,404",
    "/api/v1/territories/D99/communes,404",
    "/api/v1/territories?type=EPCY,400",
    "/api/v1/territories?within=D99,400",
    "/api/v1/territories?limit=0,400",
    "/api/v1/territories?cursor=x,400",
    "/api/v1/perimeters/0123456789abcdef,404",
    "/api/v1/perimeters/0123,404",
    "/api/v1/perimeters/%27or%271%27%3D%271,404"
  })
  void what_is_not_there_is_a_problem(String path, int status) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  @Test
  void a_perimeter_is_made_once_and_kept_under_its_hash() throws Exception {
    HttpResponse<String> first =
        post(PERIMETERS, "{\"members\": [\"EPCI-200054807\", \"COM-83137\"]}");
    HttpResponse<String> again =
        post(
            PERIMETERS,
            "{\"members\": [\"COM-83137\", \"EPCI-200054807\", \"COM-13055\"], \"vintage\": 2024}");
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(JsonPath.<Integer>read(first.body(), "$.size")).isEqualTo(93);
    assertThat(JsonPath.<List<String>>read(first.body(), "$.contains[*].code"))
        .contains("EPCI-200054807");
    String location = first.headers().firstValue("Location").orElseThrow();
    HttpResponse<String> read = get(URI.create(location).getPath());
    assertThat(read.body()).isEqualTo(first.body());
    assertThat(read.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    assertThat(read.headers().firstValue("ETag")).isPresent();
    assertThat(get(PERIMETERS + "/" + JsonPath.<String>read(first.body(), "$.hash")).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"members\": [\"COM-01091\"]}|422|COM-01033",
        "{\"members\": [\"COM-75101\"]}|422|COM-75056",
        "{\"members\": [\"13055\"]}|422|COM-13055",
        "{\"members\": []}|422|1",
        "{}|422|1",
        "{\"members\": [\"D13\"], \"vintage\": 1999}|422|2024",
        "{\"members\": [\"D13\"], \"vintage\": \"x\"}|400|vintage",
        "{\"members\": \"D13\"}|400|members",
        "{\"membres\": [\"D13\"]}|400|members",
        "[]|400|JSON",
        "{|400|JSON"
      })
  void a_perimeter_that_cannot_be_is_refused_with_what_to_do(String body, int status, String said)
      throws Exception {
    HttpResponse<String> answer = post(PERIMETERS, body);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(said);
  }

  @Test
  void a_perimeter_of_too_many_members_is_refused() throws Exception {
    String many =
        IntStream.range(0, 5_001)
            .mapToObj(each -> "\"COM-%05d\"".formatted(each))
            .collect(Collectors.joining(",", "{\"members\": [", "]}"));
    assertThat(post(PERIMETERS, many).statusCode()).isEqualTo(400);
  }

  @Test
  void the_graph_has_the_same() throws Exception {
    String question =
        """
        {"query": "mutation { createPerimeter(members: [\\"D13\\"]) { perimeter { size equal { code name } } } }"}
        """;
    String made = post("/graphql", question).body();
    assertThat(JsonPath.<Integer>read(made, "$.data.createPerimeter.perimeter.size"))
        .isEqualTo(119);
    String asked =
        post(
                "/graphql",
                """
                {"query": "{ territory(code: \\"EPCI-200054807\\") { name communes(first: 2) { totalCount edges { node { code } } } in { territory { code } share } } territories(q: \\"marseille\\", type: \\"COM\\") { edges { node { code name } } } former: territory(code: \\"COM-01091\\") { current name successors { territory { code } estimated } } }"}
                """)
            .body();
    assertThat(JsonPath.<Integer>read(asked, "$.data.territory.communes.totalCount")).isEqualTo(92);
    assertThat(JsonPath.<List<String>>read(asked, "$.data.territories.edges[*].node.code"))
        .contains("COM-13055");
    assertThat(JsonPath.<List<String>>read(asked, "$.data.former.successors[*].territory.code"))
        .containsExactly("COM-01033");
  }
}
