package fr.passerelle.api.everywhere;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is not for everyone is nowhere: every address answers as before it came, byte for byte,
 * ETags and sizes included, and none says its words.
 *
 * <p>It is studies for the network, for their producer, not qualified, returned; an edition without
 * licence; synonyms and notes that a licence does not cover; figures under embargo and without
 * licence.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestrictedTest {
  /** As a person mistypes it. */
  private static final String SLIP = "zyxomatiqe";

  /** Questions that are asked in a body: path and body. */
  private static final List<List<String>> POSTED =
      List.of(
          List.of("/api/v1/lookup", "{\"codes\": [\"{word}\"], \"labels\": [\"Métier {word}\"]}"),
          List.of(
              "/api/v1/translate",
              "{\"from\": \"rome-4\", \"to\": \"rncp\", \"codes\": [\"M1805\"]}"),
          List.of(
              "/graphql",
              "{\"query\": \"{ search(q: \\\"{word}\\\", first: 9) { totalCount edges { node { code"
                  + " } } } studies(q: \\\"{word}\\\", first: 9) { totalCount emptyExplanation }"
                  + " suggest(q: \\\"{word}\\\") { interpretedAs concept { code } } }\"}"),
          List.of("/mcp", call("search", "\"query\": \"{word}\"")),
          List.of("/mcp", call("studies", "\"query\": \"{word}\"")),
          List.of("/mcp", call("concept", "\"vocab\": \"rome-4\", \"code\": \"M1805\"")),
          List.of(
              "/mcp",
              call(
                  "indicator",
                  "\"indicator\": \"apprentis\", \"territory\": \"R93,COM-13055\", \"period\":"
                      + " \"all\"")));

  private final PlantedService service;
  private final Map<String, HttpResponse<String>> before = new LinkedHashMap<>();
  private final Map<String, HttpResponse<String>> after = new LinkedHashMap<>();
  private final List<String> studies;

  RestrictedTest(@TempDir Path folder) throws IOException {
    service = new PlantedService(folder);
    ask(before);
    studies = service.plant();
    ask(after);
  }

  @AfterAll
  void close() {
    service.close();
  }

  private static String call(String tool, String arguments) {
    return "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\", \"params\": {\"name\": \"%s\", \"arguments\": {%s}}}"
        .formatted(tool, arguments);
  }

  /** Names of what will be there and is not for everyone: to be asked for before it is. */
  private static Stream<String> named() {
    String edition = "carif-" + PlantedService.WORD;
    return Stream.of(
        "/api/v1/vocabs/" + edition,
        "/api/v1/vocabs/" + edition + "/releases",
        "/api/v1/vocabs/" + edition + "/concepts",
        "/api/v1/vocabs/" + edition + "/concepts/" + PlantedService.WORD,
        "/api/v1/vocabs/rome-4/concepts/" + PlantedService.WORD,
        "/api/v1/collections/" + edition + "/filiere-" + PlantedService.WORD,
        "/api/v1/collections?author=" + edition,
        "/api/v1/collections?member=rome-4/M1805",
        "/doc/vocab/" + edition,
        "/doc/collection/" + edition + "/filiere-" + PlantedService.WORD,
        "/id/vocab/" + edition + "/" + PlantedService.WORD,
        "/id/regional/" + edition + "/rome-4/M1805",
        "/data/regional/" + edition + "/rome-4/M1805.ttl",
        "/data/vocab/" + edition + ".ttl",
        "/data/vocab/" + edition + ".csv",
        "/data/dataset/vocab/" + edition + ".ttl",
        "/feeds/vocab/" + edition + ".atom",
        "/feeds/studies.atom?series=cahiers-" + PlantedService.WORD,
        "/calendar.ics?producer=insee",
        "/id/series/cahiers-" + PlantedService.WORD,
        "/api/v1/studies?series=cahiers-" + PlantedService.WORD,
        "/api/v1/studies?status=planned&limit=100",
        "/api/v1/reconcile?queries={\"q\":{\"query\":\"Métier%20" + PlantedService.WORD + "\"}}",
        "/api/v1/indicators/apprentis/values?territory=COM-13055&period=2024,2025",
        "/api/v1/indicators/apprentis/values?territory=R93&period=all&format=csv",
        "/oai?verb=ListRecords&metadataPrefix=oai_dc&set=study",
        "/api/v1/vocabs/formacode-15/concepts/90001",
        "/api/v1/vocabs/formacode-15/concepts/90001/history",
        "/api/v1/vocabs/formacode-15/concepts?q=" + PlantedService.WORD,
        "/doc/vocab/formacode-15/90001",
        "/data/vocab/formacode-15.ttl",
        "/data/vocab/formacode-15.csv",
        "/data/vocab/formacode-15/90001.jsonld",
        "/feeds/vocab/formacode-15.atom");
  }

  static Stream<String> asked() {
    return Stream.of(
            Stream.of(PlantedService.WORD, SLIP)
                .flatMap(word -> Address.all().stream().map(each -> each.with(word))),
            named().map(each -> each.replace("{", "%7B").replace("}", "%7D").replace("\"", "%22")),
            POSTED.stream()
                .flatMap(each ->
                    Stream.of(PlantedService.WORD, SLIP)
                        .map(word -> String.join(" ", each).replace("{word}", word))))
        .flatMap(Function.identity())
        .distinct();
  }

  private void ask(Map<String, HttpResponse<String>> answers) {
    asked().forEach(each -> answers.put(each, ask(each)));
  }

  private HttpResponse<String> ask(String question) {
    int space = question.indexOf(' ');
    return space < 0
        ? service.get(question, "Accept", "text/html;q=0.5, */*;q=0.4")
        : service.post(question.substring(0, space), question.substring(space + 1));
  }

  /** When an answer was made is not what it says. */
  private static String said(HttpResponse<String> answer) {
    return answer.body().replaceAll("<responseDate>[^<]*</responseDate>", "");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("asked")
  void an_answer_is_the_one_of_before(String question) {
    HttpResponse<String> then = Objects.requireNonNull(before.get(question));
    HttpResponse<String> now = Objects.requireNonNull(after.get(question));

    assertThat(now.statusCode()).isEqualTo(then.statusCode()).isLessThan(500);
    assertThat(said(now)).isEqualTo(said(then));
    assertThat(now.headers().firstValue("ETag")).isEqualTo(then.headers().firstValue("ETag"));
    assertThat(now.headers().allValues("Link")).isEqualTo(then.headers().allValues("Link"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("asked")
  void no_answer_says_what_was_not_asked_with(String question) {
    String body = Objects.requireNonNull(after.get(question)).body();

    if (!question.contains(PlantedService.WORD)) {
      assertThat(body).doesNotContainIgnoringCase(PlantedService.WORD);
    }
    assertThat(body).doesNotContain(PlantedService.NUMBER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/studies/{id}",
        "/api/v1/studies/{id}?format=ris",
        "/api/v1/studies/{id}/history",
        "/api/v1/studies/{id}/similar",
        "/api/v1/studies/{id}/uses",
        "/api/v1/studies/{id}/reuses",
        "/doc/study/{id}",
        "/doc/study/{id}/documents/1",
        "/doc/study/{id}/linkset",
        "/data/study/{id}.ttl",
        "/id/study/{id}",
        "/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:passerelle:study/{id}",
        "/graphql?query=%7Bstudy(id:%22{id}%22)%7Btitle%7D%7D",
      })
  void the_name_of_a_hidden_study_is_the_name_of_none(String path) {
    String none = "aaaaaaaaaa";
    HttpResponse<String> unknown = service.get(path.replace("{id}", none));

    assertThat(studies).hasSize(4).doesNotContain(none);
    for (String id : studies) {
      HttpResponse<String> hidden = service.get(path.replace("{id}", id));

      assertThat(hidden.statusCode()).isEqualTo(unknown.statusCode());
      assertThat(said(hidden).replace(id, none)).isEqualTo(said(unknown));
    }
  }

  @Test
  void who_may_read_them_does() {
    assertThat(after.values()).noneMatch(each -> each.statusCode() == 401);
    assertThat(service.get("/api/v1/search?q=" + PlantedService.WORD).body())
        .as("what a licence withholds serves search")
        .contains("\"90001\"");
  }
}
