package fr.passerelle.api.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import fr.passerelle.api.RunningService;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.InitializeResult;
import io.modelcontextprotocol.spec.McpSchema.ResourceLink;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an assistant gets through the client of the SDK. */
class AssistantTest {
  private static final McpSyncClient CLIENT =
      McpClient.sync(
              HttpClientStreamableHttpTransport.builder(RunningService.address())
                  .endpoint("/mcp")
                  .build())
          .build();

  private static final InitializeResult HELLO = begin();

  private static InitializeResult begin() {
    return CLIENT.initialize();
  }

  @BeforeAll
  static void it_is_greeted() {
    assertThat(HELLO.protocolVersion()).isEqualTo("2025-11-25");
  }

  @AfterAll
  static void it_leaves() {
    CLIENT.close();
  }

  private static CallToolResult call(String tool, Map<String, Object> arguments) {
    return CLIENT.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
  }

  private static DocumentContext content(CallToolResult result) {
    try {
      return JsonPath.parse(new ObjectMapper().writeValueAsString(result.structuredContent()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(CallToolResult result) {
    return ((TextContent) result.content().getFirst()).text();
  }

  private static Map<?, ?> properties(Tool tool) {
    return (Map<?, ?>) Objects.requireNonNull(tool.inputSchema().get("properties"));
  }

  @Test
  void the_service_says_who_it_is_and_what_to_mind() {
    assertThat(HELLO.serverInfo().name()).isEqualTo("passerelle");
    assertThat(HELLO.instructions()).contains("search", "citer la source");
    assertThat(HELLO.capabilities().tools()).isNotNull();
    assertThat(HELLO.capabilities().resources()).isNull();
    assertThat(CLIENT.ping()).isNotNull();
  }

  @Test
  void five_tools_only_read_and_bound_all_that_they_take() {
    List<Tool> tools = CLIENT.listTools().tools();

    assertThat(tools.stream().map(Tool::name))
        .containsExactlyInAnyOrder("search", "concept", "path", "studies", "indicator");
    assertThat(tools)
        .allSatisfy(tool -> {
          assertThat(tool.description()).hasSizeBetween(80, 600);
          assertThat(tool.annotations().readOnlyHint()).isTrue();
          assertThat(tool.inputSchema()).containsEntry("additionalProperties", false);
          assertThat(properties(tool).values())
              .allSatisfy(property ->
                  assertThat(property.toString()).containsAnyOf("maxLength=", "enum=", "maximum="));
        });
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          search    | {"query": "boulangere"}                                  | D1102            | /recherche
          search    | {"query": "M1805", "vocab": "rome", "limit": 1}          | M1805            | /recherche
          concept   | {"vocab": "rome", "code": "m 1805"}                      | M1805            | /doc/vocab/rome-4/M1805
          path      | {"from": "rome-4/M1805", "to": "formacode-14"}           | chemin           | /api/v1/paths
          studies   | {"query": "illectronisme"}                               | Insee Première   | /etudes
          indicator | {"query": "chomage"}                                     | indicateur       | /api/v1/indicators
          indicator | {"indicator": "defm-abc", "territory": "R44"}            | Grand Est        | /api/v1/indicators/defm-abc/values
          """)
  void an_answer_has_words_data_a_source_and_a_link(
      String tool, String arguments, String words, String link) throws IOException {
    CallToolResult result =
        call(tool, new ObjectMapper().readerForMapOf(Object.class).readValue(arguments));

    assertThat(result.isError()).as(text(result)).isFalse();
    assertThat(text(result)).containsIgnoringCase(words).contains("\nSource : ");
    assertThat(text(result).length()).isLessThan(8_000);
    List<Map<String, Object>> sources = content(result).read("$.sources");
    assertThat(sources)
        .isNotEmpty()
        .allSatisfy(source -> {
          assertThat(String.valueOf(source.get("producer"))).isNotBlank();
          assertThat(String.valueOf(source.get("modified"))).matches("\\d{4}-\\d{2}-\\d{2}");
          assertThat(String.valueOf(source.get("licence"))).contains("code=", "label=", "uri=");
          assertThat(text(result)).contains(String.valueOf(source.get("citation")));
        });
    assertThat(content(result).read("$.licence", String.class)).isNotBlank();
    assertThat(
            result.content().stream()
                .filter(ResourceLink.class::isInstance)
                .map(each -> ((ResourceLink) each).uri()))
        .anySatisfy(uri -> assertThat(uri).startsWith(RunningService.address() + link));
  }

  @Test
  void a_figure_is_the_one_of_every_other_channel() {
    CallToolResult result =
        call("indicator", Map.of("indicator", "defm-abc", "territory", "R44", "period", "2016-Q4"));

    assertThat(content(result).read("$.figures[0].value", Double.class)).isEqualTo(464_500);
    assertThat(text(result)).contains("464500");
  }

  @Test
  void what_has_no_value_says_why_and_offers_what_it_is_of_elsewhere() {
    String body =
        RunningService.get("/api/v1/indicators/lyceens/values?territory=COM-67482").body();
    CallToolResult result =
        call("indicator", Map.of("indicator", "lyceens", "territory", "COM-67482"));

    assertThat(content(result).read("$.figures[0].refusal.reason", String.class))
        .isEqualTo(JsonPath.read(body, "$.items[0].refusal.reason"));
    assertThat(text(result)).contains("pas de valeur : ");
  }

  @ParameterizedTest(name = "{0} {1} is refused with: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          search    | {"query": "x", "vocab": "roma"}                           | rome-
          concept   | {"vocab": "rome-4", "code": "M1806Z"}                     | approchant
          concept   | {"vocab": "rome-4"}                                       | code
          path      | {"from": "M1805", "to": "rncp"}                           | vocabulaire/code
          path      | {"from": "rome-4/M1805", "to": "regions"}                 | aucun parcours
          studies   | {"theme": "nope"}                                         | codes de thèmes
          indicator | {"indicator": "defm", "territory": "R44"}                 | defm-abc
          indicator | {"indicator": "defm-abc"}                                 | territoire
          indicator | {"indicator": "defm-abc", "territory": "Grand Est"}       | R44
          indicator | {"indicator": "defm-abc", "territory": "R44", "period": "hier"} | 2016
          search    | {"query": "x", "limit": 1000}                             | 20
          search    | {"query": "x", "cursor": "eyJhIjoxfQ"}                    | cursor
          search    | {"query": 12}                                             | string
          search    | {"query": ["x"]}                                          | string
          search    | {"query": "x", "limit": "ten"}                            | integer
          search    | {"query": "x", "type": "nope"}                            | fiche-metier
          """)
  void a_question_that_cannot_be_answered_says_how_to_mend_it(
      String tool, String arguments, String hint) throws IOException {
    CallToolResult result =
        call(tool, new ObjectMapper().readerForMapOf(Object.class).readValue(arguments));

    assertThat(result.isError()).isTrue();
    assertThat(text(result)).contains(hint);
  }
}
