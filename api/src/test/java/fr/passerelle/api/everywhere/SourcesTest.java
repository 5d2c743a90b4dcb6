package fr.passerelle.api.everywhere;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.api.RunningService;
import fr.passerelle.vocab.Licence;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Producer, date of last update, licence and a ready citation, in every answer that has data. */
class SourcesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<Address> told() {
    return Address.all().stream().filter(each -> !each.says().startsWith("none "));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("told")
  void an_answer_says_whose_the_data_are(Address address) throws IOException {
    HttpResponse<String> answer =
        RunningService.get(address.with("boulanger"), "Accept", "text/html;q=0.5, */*;q=0.4");
    assertThat(answer.statusCode()).isEqualTo(200);

    switch (address.says()) {
      case "json" ->
          assertThat(sources(answer.body())).isNotEmpty().allSatisfy(SourcesTest::assertWhole);
      case "link" ->
          assertThat(String.join(", ", answer.headers().allValues("Link")))
              .contains("rel=\"license\"");
      case "text" ->
          assertThat(Stream.of(Licence.values()).filter(each -> names(answer.body(), each)))
              .isNotEmpty();
      default -> throw new AssertionError(address.says());
    }
  }

  private static boolean names(String body, Licence licence) {
    return body.contains(licence.label())
        || body.contains(licence.uri())
        || body.contains(licence.label().replace("'", "&#39;"));
  }

  /** Members that cite, wherever they are. */
  private static List<JsonNode> sources(String body) throws IOException {
    List<JsonNode> sources = new ArrayList<>();
    collect(JSON.readTree(body), sources);
    return sources;
  }

  private static void collect(JsonNode node, List<JsonNode> sources) {
    boolean cites = node.has("citation") && (node.has("producer") || node.has("publisher"));
    if (cites && node.has("licence")) {
      sources.add(node);
    }
    node.forEach(each -> collect(each, sources));
  }

  private static void assertWhole(JsonNode source) {
    JsonNode producer = source.has("producer") ? source.get("producer") : source.get("publisher");
    String citation = source.get("citation").asText();
    String licence = source.at("/licence/label").asText();
    assertThat(producer.asText()).isNotBlank();
    assertThat(source.get("modified").asText("")).matches("(\\d{4}-\\d{2}-\\d{2}.*)?|null");
    assertThat(source.at("/licence/code").asText()).isIn(Licence.codes());
    assertThat(citation).contains(producer.asText()).contains(licence);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "/api/v1/paths?from=rome-4/M1805&to=formacode-14, formacode",
    "/api/v1/search?q=boulanger&vocab=rome-4, etalab-2.0",
    "/api/v1/mappings?correspondence=certifinfo/rncp--rome-3, etalab-2.0",
    "/api/v1/indicators/defm-abc/values?territory=R44, etalab-2.0",
    "/api/v1/portraits?territory=R44, etalab-2.0",
    "/api/v1/lookup?code=M1805, etalab-2.0",
  })
  void an_answer_of_several_sources_has_the_licence_of_the_whole(String path, String licence)
      throws IOException {
    JsonNode terms = JSON.readTree(RunningService.get(path).body()).get("terms");

    assertThat(terms.at("/licence/code").asText()).isEqualTo(licence);
    assertThat(terms.get("explanation").isNull()).isTrue();
    assertThat(terms.get("citation").asText()).isNotBlank();
  }
}
