package fr.passerelle.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * No change of the contract breaks a client of the last release, whose contract is kept in {@code
 * released/}. At a release, the contract is copied there under its number.
 */
class BreakingChangeTest {

  private static JsonNode contract() {
    return CommittedContract.tree("passerelle.yaml");
  }

  private static JsonNode released() throws IOException {
    try (Stream<Path> all = Files.list(CommittedContract.FOLDER.resolve("released"))) {
      Path last = all.max(Path::compareTo).orElseThrow();
      return CommittedContract.YAML.readTree(last.toFile());
    }
  }

  @Test
  void clients_of_the_last_release_go_on() throws IOException {
    assertThat(Compatibility.breaks(released(), contract())).isEmpty();
  }

  /** Each is one change of the contract, as a JSON pointer and what is put there instead. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          an operation is removed             | /paths/~1api~1v1~1collections                                       | -
          a property of an answer is removed  | /components/schemas/Collection/properties/label                     | -
          a property of an answer has a type  | /components/schemas/Collection/properties/label                     | {"type": "integer", "format": "int32"}
          a parameter is removed              | /paths/~1api~1v1~1collections/get/parameters/0                      | -
          a parameter becomes required        | /paths/~1api~1v1~1collections/get/parameters/0/required             | true
          a parameter is shorter              | /paths/~1api~1v1~1collections/get/parameters/0/schema/maxLength     | 3
          a value of a parameter is removed   | /components/parameters/lang/schema/enum                             | ["fr"]
          a parameter has another type        | /components/parameters/cursor/schema                                | {"type": "integer", "format": "int32"}
          a property of a body is required    | /components/schemas/LookupRequest/required                          | ["codes"]
          a body has another type             | /components/schemas/TranslationRequest/properties/from              | {"type": "boolean"}
          an answer is no longer in JSON      | /paths/~1api~1v1~1collections/get/responses/200/content             | {"text/csv": {"schema": {"type": "string"}}}
          """)
  void what_breaks_a_client_is_seen(String change, String pointer, String value)
      throws IOException {
    JsonNode changed = contract();
    change(changed, pointer, value);

    assertThat(Compatibility.breaks(contract(), changed)).as(change).isNotEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          an operation is added               | /paths/~1api~1v1~1autres            | {"get": {"operationId": "listOthers", "responses": {"200": {"description": "Others"}}}}
          a property of an answer is added    | /components/schemas/Collection/properties/autre | {"type": "string", "maxLength": 10}
          a description is another            | /paths/~1api~1v1~1collections/get/description | "Other words"
          a value of a parameter is added     | /components/parameters/lang/schema/enum | ["fr", "en", "br"]
          """)
  void what_breaks_nobody_passes(String change, String pointer, String value) throws IOException {
    JsonNode changed = contract();
    change(changed, pointer, value);

    assertThat(Compatibility.breaks(contract(), changed)).as(change).isEmpty();
  }

  private static void change(JsonNode contract, String pointer, String value) throws IOException {
    int slash = pointer.lastIndexOf('/');
    JsonNode holder = contract.at(pointer.substring(0, slash));
    String name = pointer.substring(slash + 1).replace("~1", "/");
    if (holder instanceof ObjectNode object) {
      if (value.equals("-")) {
        object.remove(name);
      } else {
        object.set(name, CommittedContract.YAML.readTree(value));
      }
    } else {
      ((ArrayNode) holder).remove(Integer.parseInt(name));
    }
  }
}
