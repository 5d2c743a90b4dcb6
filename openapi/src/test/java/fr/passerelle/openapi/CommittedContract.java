package fr.passerelle.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The contract that is committed. */
final class CommittedContract {
  /** Where the contract and its examples are. */
  static final Path FOLDER =
      Path.of(System.getenv().getOrDefault("PASSERELLE_ROOT", "..")).resolve("openapi");

  static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private static final JsonNode TREE = tree("passerelle.yaml");
  private static final Set<String> OF_A_PATH = Set.of("get", "post", "put", "delete");

  private CommittedContract() {}

  static JsonNode tree(String file) {
    try {
      return YAML.readTree(FOLDER.resolve(file).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As generators of clients read it, references followed. */
  static SwaggerParseResult parsed() {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    return new OpenAPIV3Parser()
        .readLocation(FOLDER.resolve("passerelle.yaml").toString(), List.of(), options);
  }

  static List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    TREE.get("paths")
        .fields()
        .forEachRemaining(path ->
            path.getValue()
                .fields()
                .forEachRemaining(method -> {
                  if (OF_A_PATH.contains(method.getKey())) {
                    operations.add(
                        new Operation(method.getKey(), path.getKey(), method.getValue()));
                  }
                }));
    return operations;
  }

  /** What a node refers to, or itself. */
  static JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? TREE.at(node.get("$ref").asText().substring(1)) : node;
  }

  /** A schema that refuses what it does not name: the contract tells everything. */
  static Schema schema(JsonNode schema) {
    ObjectNode document = YAML.createObjectNode();
    ObjectNode schemas = TREE.at("/components/schemas").deepCopy();
    schemas.forEach(each -> ((ObjectNode) each).put("additionalProperties", false));
    document.setAll((ObjectNode) schema);
    document.putObject("components").set("schemas", schemas);
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config))
        .getSchema(document);
  }

  /** The schema of that name. */
  static Schema schema(String name) {
    return schema(YAML.createObjectNode().put("$ref", "#/components/schemas/" + name));
  }
}
