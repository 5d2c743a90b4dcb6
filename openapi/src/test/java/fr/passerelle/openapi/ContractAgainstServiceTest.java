package fr.passerelle.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import fr.passerelle.api.RunningService;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractAgainstServiceTest {
  private static final Path CONTRACT =
      Path.of(System.getenv().getOrDefault("PASSERELLE_ROOT", ".."))
          .resolve("openapi/passerelle.yaml");

  private static SwaggerParseResult parse() {
    return new OpenAPIV3Parser().readLocation(CONTRACT.toString(), List.of(), null);
  }

  @Test
  void client_generators_read_the_contract_without_a_complaint() {
    SwaggerParseResult parsed = parse();

    assertThat(parsed.getMessages()).isEmpty();
    assertThat(parsed.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
  }

  @Test
  void every_operation_has_a_name_words_and_typed_problems() {
    for (Map.Entry<String, PathItem> path : parse().getOpenAPI().getPaths().entrySet()) {
      Operation get = path.getValue().getGet();
      assertThat(get.getOperationId()).as(path.getKey()).isNotBlank();
      assertThat(get.getSummary()).as(path.getKey()).isNotBlank();
      assertThat(get.getDescription()).as(path.getKey()).isNotBlank();
      if (path.getKey().startsWith("/api/")) {
        assertThat(get.getResponses().get("400").getContent())
            .as(path.getKey())
            .containsKey("application/problem+json");
      }
    }
  }

  @Test
  void every_string_parameter_is_bounded() {
    parse()
        .getOpenAPI()
        .getPaths()
        .forEach((path, item) ->
            item.getGet().getParameters().stream()
                .filter(parameter -> parameter.getIn().equals("query"))
                .forEach(parameter ->
                    assertThat(
                            parameter.getSchema().getMaxLength() != null
                                || parameter.getSchema().getEnum() != null
                                || parameter.getSchema().getMaximum() != null)
                        .as(path + " " + parameter.getName())
                        .isTrue()));
  }

  @ParameterizedTest
  @CsvSource({
    "/health, Health, 200",
    "/api/v1/vocabs, VocabList, 200",
    "/api/v1/vocabs/rome-4, Vocab, 200",
    "/api/v1/vocabs/rome-3, Vocab, 200",
    "/api/v1/vocabs/rome-4/concepts?limit=100, ConceptPage, 200",
    "/api/v1/vocabs/rome-4/concepts?q=boulanger, ConceptPage, 200",
    "/api/v1/vocabs/rome-4/concepts/M1805, Concept, 200",
    "/api/v1/vocabs/themes/concepts/emploi?lang=en, Concept, 200",
    "/api/v1/search?q=boulanger, SearchPage, 200",
    "/api/v1/search?type=region, SearchPage, 200",
    "/api/v1/search?limit=0, Problem, 400",
    "/api/v1/vocabs/nope, Problem, 404",
    "/api/v1/nope, Problem, 404"
  })
  void every_answer_is_what_the_contract_says(String path, String schema, int status)
      throws IOException {
    HttpResponse<String> answer = RunningService.get(path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(schema(schema).validate(new ObjectMapper().readTree(answer.body()))).isEmpty();
  }

  /** The schema of that name, refusing what it does not name: the contract tells everything. */
  private static JsonSchema schema(String name) throws IOException {
    JsonNode schemas =
        new ObjectMapper(new YAMLFactory()).readTree(CONTRACT.toFile()).at("/components/schemas");
    schemas.forEach(schema -> ((ObjectNode) schema).put("additionalProperties", false));
    String document =
        "{\"$ref\":\"#/components/schemas/%s\",\"components\":{\"schemas\":%s}}"
            .formatted(name, schemas);
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(document);
  }
}
