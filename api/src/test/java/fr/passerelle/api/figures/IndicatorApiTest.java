package fr.passerelle.api.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.jayway.jsonpath.JsonPath;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fr.passerelle.api.RunningService;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.SKOS;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Indicators of a running service over its sample, by all its formats. */
class IndicatorApiTest {
  private static final String SEVERAL =
      "/api/v1/indicators/lyceens/values?territory=R44,FRANCE,D13&period=all";

  private static String get(String path) {
    HttpResponse<String> answer = RunningService.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static void refused(String path, int status, String words) {
    HttpResponse<String> answer = RunningService.get(path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(JsonPath.<String>read(answer.body(), "$.detail")).contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "defm-abc,   R44,                2016-Q4,    464500,    A",
    "defm-abc,   FRANCE_DE_PROVINCE, 2016-Q4,    4574820,   A",
    "apprentis,  R44,                2014-2015,  37480,     A",
    "apprentis,  R44,                2016-2017,  37422,     P",
    "lyceens,    R44,                2016-2017,  207427,    A",
    "lyceens,    R44,                last,       208404,    F",
    "habitants-travaillant-a-l-etranger, R44, last, 163000, A",
    "travailleurs-frontaliers,           R44, last, 160000, A",
  })
  void the_cases_of_the_product_come_out_by_rest(
      String indicator, String territory, String period, double value, String status) {
    String body =
        get(
            "/api/v1/indicators/%s/values?territory=%s&period=%s"
                .formatted(indicator, territory, period));
    assertThat(JsonPath.<Double>read(body, "$.items[0].value")).isEqualTo(value);
    assertThat(JsonPath.<String>read(body, "$.items[0].status")).isEqualTo(status);
    assertThat(JsonPath.<String>read(body, "$.items[0].outcome")).isEqualTo("published");
    assertThat(JsonPath.<String>read(body, "$.sources[0].licence.code")).isEqualTo("etalab-2.0");
    assertThat(JsonPath.<Boolean>read(body, "$.sources[0].sample")).isTrue();
  }

  @Test
  void what_a_region_does_not_have_is_explained_with_the_country_as_what_it_is() {
    String body =
        get(
            "/api/v1/indicators/taux-d-emploi-des-lyceens-sortants-de-bac-pro/values?territory=R44&period=2015");
    assertThat(JsonPath.<Double>read(body, "$.items[0].value")).isNull();
    assertThat(JsonPath.<String>read(body, "$.items[0].refusal.reason")).isEqualTo("not-available");
    assertThat(JsonPath.<List<Double>>read(body, "$.items[0].refusal.nearest[*].value"))
        .containsExactly(43.2);
    assertThat(JsonPath.<List<String>>read(body, "$.items[0].refusal.nearest[*].territory"))
        .doesNotContain("R44");
  }

  @Test
  void one_region_is_no_figure_of_the_country() {
    String body = get("/api/v1/indicators/lyceens/values?territory=FRANCE&period=2016-2017");
    assertThat(JsonPath.<Double>read(body, "$.items[0].value")).isNull();
    assertThat(JsonPath.<String>read(body, "$.items[0].refusal.reason")).isEqualTo("incomplete");
    assertThat(JsonPath.<List<String>>read(body, "$.items[0].refusal.within")).contains("R44");
  }

  @Test
  void a_portrait_shows_the_share_of_the_region_and_what_grew() {
    String body = get("/api/v1/portraits?territory=R44&compare=FRANCE_DE_PROVINCE");
    List<Number> shares =
        JsonPath.read(body, "$.items[?(@.indicator=='defm-abc')].elsewhere[0].share");
    assertThat(shares).hasSize(1);
    assertThat(Math.round(1_000 * shares.getFirst().doubleValue())).isEqualTo(102);
    List<Number> growth = JsonPath.read(body, "$.items[?(@.indicator=='apprentis')].growth");
    assertThat(growth.getFirst().doubleValue()).isCloseTo(37422.0 / 37210 - 1, within(1e-12));
    // Of two regions in the sample no rank is made.
    List<Map<String, Object>> ranks =
        JsonPath.read(body, "$.items[?(@.indicator=='apprentis')].rank");
    assertThat(ranks.getFirst()).containsEntry("zoning", "REG").containsEntry("position", null);
    assertThat(ranks.getFirst().get("explanation")).asString().contains("moins de la moitié");
  }

  /** Value and status by place and time, as a format has them. */
  private static Map<String, String> json() {
    String body = get(SEVERAL);
    Map<String, String> all = new TreeMap<>();
    for (Map<String, Object> item : JsonPath.<List<Map<String, Object>>>read(body, "$.items[*]")) {
      all.put(
          item.get("place") + " " + item.get("timePeriod"),
          text((@Nullable Double) item.get("value")) + " " + item.get("status"));
    }
    return all;
  }

  private static String text(@Nullable Double value) {
    return value == null ? "" : FigureTable.plain(value);
  }

  @Test
  void all_formats_tell_the_same_values_and_statuses() throws Exception {
    Map<String, String> expected = json();
    assertThat(expected).hasSizeGreaterThan(5);
    assertThat(expected.values()).anyMatch(each -> each.startsWith(" "));
    assertThat(csv("csv")).isEqualTo(expected);
    assertThat(csv("sdmx-csv")).isEqualTo(expected);
    assertThat(sdmxJson()).isEqualTo(expected);
    assertThat(jsonStat()).isEqualTo(expected);
    assertThat(cube()).isEqualTo(expected);
    assertThat(workbook()).isEqualTo(expected);
  }

  private static Map<String, String> csv(String format) {
    Map<String, String> all = new TreeMap<>();
    for (NamedCsvRecord row :
        CsvReader.builder()
            .ofNamedCsvRecord(new StringReader(get(SEVERAL + "&format=" + format)))) {
      all.put(
          row.getField("REF_AREA") + " " + row.getField("TIME_PERIOD"),
          row.getField("OBS_VALUE") + " " + row.getField("OBS_STATUS"));
    }
    return all;
  }

  private static Map<String, String> sdmxJson() {
    String body = get(SEVERAL + "&format=sdmx-json");
    String structure = "$.data.structures[0]";
    List<List<String>> codes = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      codes.add(JsonPath.read(body, structure + ".dimensions.observation[" + i + "].values[*].id"));
    }
    List<String> statuses =
        JsonPath.read(body, structure + ".attributes.observation[0].values[*].id");
    Map<String, List<Object>> observations = JsonPath.read(body, "$.data.dataSets[0].observations");
    Map<String, String> all = new TreeMap<>();
    observations.forEach((key, values) -> {
      String[] places = key.split(":", -1);
      all.put(
          codes.get(0).get(Integer.parseInt(places[0]))
              + " "
              + codes.get(1).get(Integer.parseInt(places[1])),
          text((@Nullable Double) values.getFirst()) + " " + statuses.get((Integer) values.get(1)));
    });
    return all;
  }

  private static Map<String, String> jsonStat() {
    String body = get(SEVERAL + "&format=json-stat");
    List<String> places = JsonPath.read(body, "$.dimension.REF_AREA.category.index");
    List<String> times = JsonPath.read(body, "$.dimension.TIME_PERIOD.category.index");
    Map<String, Double> values = JsonPath.read(body, "$.value");
    Map<String, String> statuses = JsonPath.read(body, "$.status");
    Map<String, String> all = new TreeMap<>();
    statuses.forEach((cell, status) -> {
      int index = Integer.parseInt(cell);
      all.put(
          places.get(index / times.size()) + " " + times.get(index % times.size()),
          text(values.get(cell)) + " " + status);
    });
    return all;
  }

  private static Map<String, String> cube() {
    Model model = ModelFactory.createDefaultModel();
    RDFDataMgr.read(
        model, new StringReader(get(SEVERAL + "&format=cube")), "http://localhost/", Lang.TURTLE);
    String dimension = "http://purl.org/linked-data/sdmx/2009/dimension#";
    String attribute = "http://purl.org/linked-data/sdmx/2009/attribute#";
    Map<String, String> all = new TreeMap<>();
    model
        .listSubjectsWithProperty(model.createProperty(dimension, "refArea"))
        .forEach(each -> {
          var value =
              each.getProperty(
                  model.createProperty("http://purl.org/linked-data/sdmx/2009/measure#obsValue"));
          String status =
              each.getProperty(model.createProperty(attribute, "obsStatus")).getResource().getURI();
          all.put(
              each.getProperty(model.createProperty(dimension, "refArea"))
                      .getResource()
                      .getProperty(SKOS.notation)
                      .getString()
                  + " "
                  + each.getProperty(model.createProperty(dimension, "timePeriod")).getString(),
              (value == null ? "" : value.getString()) + " " + status.charAt(status.length() - 1));
        });
    return all;
  }

  private static Map<String, String> workbook() throws Exception {
    HttpResponse<byte[]> answer;
    try (HttpClient client = HttpClient.newHttpClient()) {
      answer =
          client.send(
              HttpRequest.newBuilder(
                      URI.create(RunningService.address() + SEVERAL + "&format=xlsx"))
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
    }
    Map<String, String> all = new TreeMap<>();
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(answer.body()))) {
      for (Row row : workbook.getFirstSheet().read().stream().skip(1).toList()) {
        all.put(
            row.getCellText(0) + " " + row.getCellText(2),
            (row.getCellText(3).isEmpty()
                    ? ""
                    : FigureTable.plain(Double.parseDouble(row.getCellText(3))))
                + " "
                + row.getCellText(4));
      }
    }
    return all;
  }

  @ParameterizedTest
  @CsvSource({
    "2017-12-30, true",
    "2017-12-31, false",
    "2018-01-01T00:00:00Z, false",
    "2017-12-31T23:59:59Z, true",
  })
  void only_what_changed_after_a_moment_is_told_where_that_is_asked(String after, boolean all) {
    String query = "/api/v1/indicators/apprentis/values?territory=R44&period=all";
    int valued =
        JsonPath.<List<Double>>read(get(query), "$.items[?(@.value != null)].value").size();
    int told = JsonPath.<Integer>read(get(query + "&updatedAfter=" + after), "$.total");
    assertThat(told).isEqualTo(all ? valued : 0);
    assertThat(get(query + "&format=sdmx-csv&updatedAfter=" + after).lines().count())
        .isEqualTo(told + 1);
  }

  @Test
  void a_figure_has_its_history_where_that_is_asked() {
    String body =
        get("/api/v1/indicators/defm-abc/values?territory=R44&period=all&includeHistory=true");
    assertThat(JsonPath.<String>read(body, "$.items[0].history[0].published"))
        .isEqualTo("2018-01-01T00:00:00Z");
    assertThat(JsonPath.<Double>read(body, "$.items[0].history[0].value")).isEqualTo(464500.0);
    assertThat(JsonPath.<String>read(body, "$.items[0].history[0].replaced")).isNull();
    assertThat(JsonPath.<List<Object>>read(body, "$.withdrawn")).isEmpty();
    assertThat(
            JsonPath.<List<Object>>read(
                get("/api/v1/indicators/defm-abc/values?territory=R44"), "$.items[0].history"))
        .isEmpty();
    String query =
        "{\"query\":\"{ figures(indicators: [\\\"defm-abc\\\"], territories: [\\\"R44\\\"],"
            + " updatedAfter: \\\"2017-01-01\\\") { value history { published replaced value"
            + " status withdrawn } } }\"}";
    String graph =
        RunningService.send("POST", "/graphql", query, "Content-Type", "application/json").body();
    assertThat(JsonPath.<Double>read(graph, "$.data.figures[0].history[0].value"))
        .isEqualTo(464500.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "sdmx-csv"})
  void a_table_of_rows_has_the_history_of_its_figures(String format) {
    List<NamedCsvRecord> rows =
        CsvReader.builder()
            .ofNamedCsvRecord(
                new StringReader(
                    get(
                        "/api/v1/indicators/defm-abc/values?territory=R44&period=2016-Q4"
                            + "&includeHistory=true&format="
                            + format)))
            .stream()
            .toList();
    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().getField("OBS_VALUE")).isEqualTo("464500");
    assertThat(rows.getFirst().getField("VALID_FROM")).isEqualTo("2018-01-01T00:00:00Z");
    assertThat(rows.getFirst().getField("VALID_TO")).isEmpty();
    assertThat(get("/api/v1/indicators/defm-abc/values?territory=R44&format=" + format))
        .doesNotContain("VALID_FROM");
  }

  @Test
  void a_perimeter_has_figures_under_its_hash() {
    HttpResponse<String> made =
        RunningService.send(
            "POST",
            "/api/v1/perimeters",
            "{\"members\":[\"D13\",\"D83\"]}",
            "Content-Type",
            "application/json");
    String id = JsonPath.read(made.body(), "$.id");
    String body = get("/api/v1/indicators/population/values?perimeter=" + id);
    assertThat(JsonPath.<String>read(body, "$.items[0].place")).isEqualTo("P-" + id);
    assertThat(JsonPath.<String>read(body, "$.items[0].refusal.reason")).isEqualTo("no-data");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/indicators/defm-ab|404|defm-abc",
        "/api/v1/indicators/defm-abc/values|400|un code de territoire",
        "/api/v1/indicators/defm-abc/values?territory=R4444|404|R4444",
        "/api/v1/indicators/defm-abc/values?territory=R44&period=2016-T5|400|2016-T5",
        "/api/v1/indicators/defm-abc/values?territory=R44&categories=sexe|400|dimension=code",
        "/api/v1/indicators/defm-abc/values?territory=R44&asOf=hier|400|2026-01-31",
        "/api/v1/indicators/defm-abc/values?territory=R44&updatedAfter=hier|400|2026-01-31",
        "/api/v1/indicators/defm-abc/values?territory=R44&includeHistory=oui|400|true ou false",
        "/api/v1/indicators/defm-abc/values?territory=R44&includeHistory=true&format=json-stat|400|format=json",
        "/api/v1/indicators/defm-abc/values?territory=R44&includeHistory=true&format=cube|400|sdmx-csv",
        "/api/v1/indicators/defm-abc/values?territory=R44&format=pdf|400|sdmx-json",
        "/api/v1/indicators/defm-abc/values?each=ZONE|400|un zonage",
        "/api/v1/indicators/defm-abc/values?each=COM|400|un territoire",
        "/api/v1/indicators/defm-abc/values?each=COM&within=FRANCE|400|2000 territoires au plus",
        "/api/v1/indicators?theme=emplois|400|emploi",
        "/api/v1/indicators?headline=oui|400|true ou false",
        "/api/v1/portraits?territory=R44&detail=tout|400|headline ou all",
        "/api/v1/portraits|400|un code de territoire",
      })
  void what_cannot_be_answered_says_what_to_do(String path, int status, String words) {
    refused(path, status, words);
  }

  @Test
  void what_was_published_before_anything_was_delivered_is_the_sample() {
    String body =
        get("/api/v1/indicators/defm-abc/values?territory=R44&asOf=2020-01-01&period=2016-Q4");
    assertThat(JsonPath.<Double>read(body, "$.items[0].value")).isEqualTo(464_500);
    assertThat(JsonPath.<String>read(body, "$.asOf")).isEqualTo("2020-01-01");
  }

  @Test
  void the_graph_says_what_rest_says() {
    String query =
        """
        {"query":"{ figures(indicators: [\\"defm-abc\\"], territories: [\\"R44\\"], period: \\"2016-Q4\\")\
         { value status placeName indicator { title measure { kind adds } } sources { licence } observations { citation } }\
         portrait(territory: \\"R44\\", compare: [\\"FRANCE_DE_PROVINCE\\"]) { name entries { indicator { id } figure { value } elsewhere { share } } }\
         indicators(theme: \\"insertion\\", first: 3) { totalCount edges { node { id periods } } } }"}
        """;
    HttpResponse<String> answer =
        RunningService.send("POST", "/graphql", query, "Content-Type", "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    String body = answer.body();
    assertThat(body).doesNotContain("\"errors\"");
    assertThat(JsonPath.<Double>read(body, "$.data.figures[0].value")).isEqualTo(464_500);
    assertThat(JsonPath.<String>read(body, "$.data.figures[0].status")).isEqualTo("NORMAL");
    assertThat(JsonPath.<String>read(body, "$.data.figures[0].placeName")).isEqualTo("Grand Est");
    assertThat(JsonPath.<List<String>>read(body, "$.data.figures[0].indicator.measure.adds"))
        .containsExactly("TERRITORY", "CATEGORY");
    assertThat(JsonPath.<List<Object>>read(body, "$.data.indicators.edges")).hasSize(3);
  }
}
