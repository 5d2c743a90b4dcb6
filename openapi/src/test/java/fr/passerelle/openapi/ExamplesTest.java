package fr.passerelle.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.api.RunningService;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of the contract are what the service answers. They are sent without changing
 * anything. To record answers anew: run this test with the environment variable UPDATE_EXAMPLES=1,
 * then ContractTest with UPDATE_CONTRACT=1.
 */
class ExamplesTest {
  private static final JsonNode REQUESTS = CommittedContract.tree("requests.yaml");
  private static final boolean RECORDS = System.getenv("UPDATE_EXAMPLES") != null;
  private static final ObjectNode RECORDED = CommittedContract.YAML.createObjectNode();
  private static final int SHOWN = 2;

  private static Stream<Operation> operations() {
    return CommittedContract.operations().stream();
  }

  private static Stream<Operation> answered() {
    return operations().filter(each -> !request(each).has("unanswered"));
  }

  private static Stream<Operation> sending() {
    return operations().filter(each -> each.node().has("requestBody"));
  }

  private static JsonNode request(Operation operation) {
    return REQUESTS.path(operation.name());
  }

  private static String mediaType(Operation operation) {
    return request(operation).path("type").asText("application/json");
  }

  @Test
  void every_operation_has_an_example_or_a_reason() {
    assertThat(operations().map(Operation::name))
        .containsExactlyInAnyOrderElementsOf(() -> REQUESTS.fieldNames());
    assertThat(sending()).allSatisfy(each -> assertThat(request(each).has("body")).isTrue());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sending")
  void what_the_contract_shows_as_sent_follows_its_schema(Operation operation) {
    JsonNode shown = operation.body(mediaType(operation));

    assertThat(shown.has("example")).isTrue();
    assertThat(CommittedContract.schema(shown.get("schema")).validate(shown.get("example")))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answered")
  void the_service_answers_it_as_the_contract_says(Operation operation) throws IOException {
    JsonNode request = request(operation);
    List<String> headers = new ArrayList<>();
    if (request.has("key")) {
      headers.addAll(List.of("Authorization", "Bearer " + RunningService.operator()));
    }
    String body = "";
    if (request.has("body")) {
      body = Operation.body(request.get("body"), mediaType(operation));
      headers.addAll(List.of("Content-Type", mediaType(operation)));
    }
    HttpResponse<String> answer =
        RunningService.send(
            operation.method().toUpperCase(Locale.ROOT),
            operation.example(request),
            body,
            headers.toArray(String[]::new));

    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    JsonNode said = operation.answer(answer.statusCode());
    if (said.isMissingNode()) {
      assertThat(operation.node().at("/responses/" + answer.statusCode() + "/content").fieldNames())
          .toIterable()
          .contains(answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0]);
      return;
    }
    JsonNode json = CommittedContract.YAML.readTree(answer.body());
    assertThat(CommittedContract.schema(said.get("schema")).validate(json)).isEmpty();
    if (RECORDS) {
      RECORDED.set(operation.name(), shown("", json));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answered")
  void what_the_contract_shows_as_answered_follows_its_schema(Operation operation) {
    JsonNode shown = operation.success();
    if (shown.isMissingNode() || RECORDS) {
      return;
    }

    assertThat(shown.has("example")).as("record it with UPDATE_EXAMPLES=1").isTrue();
    assertThat(CommittedContract.schema(shown.get("schema")).validate(shown.get("example")))
        .isEmpty();
  }

  /** Lists cut short, and what differs from installation to installation said in its place. */
  private static JsonNode shown(String name, JsonNode node) {
    if (node instanceof ArrayNode list) {
      ArrayNode some = CommittedContract.YAML.createArrayNode();
      for (int i = 0; i < Math.min(SHOWN, list.size()); i++) {
        some.add(shown(name, list.get(i)));
      }
      return some;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode all = CommittedContract.YAML.createObjectNode();
      object
          .fields()
          .forEachRemaining(
              field -> all.set(field.getKey(), shown(field.getKey(), field.getValue())));
      return all;
    }
    if (node.isTextual()) {
      return CommittedContract.YAML
          .getNodeFactory()
          .textNode(
              name.equals("next")
                  ? "c2lnbmVk"
                  : node.asText()
                      .replace(RunningService.address(), "https://passerelle.example.org"));
    }
    return node;
  }

  @AfterAll
  static void record() throws IOException {
    if (RECORDS) {
      Files.writeString(
          CommittedContract.FOLDER.resolve("answers.yaml"),
          "# What the sample answers to the requests of requests.yaml, lists cut short. Written by"
              + " ExamplesTest with UPDATE_EXAMPLES=1.\n"
              + CommittedContract.YAML.writeValueAsString(RECORDED).replaceFirst("---\n", ""));
    }
  }
}
