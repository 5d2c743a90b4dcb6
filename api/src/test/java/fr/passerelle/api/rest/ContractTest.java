package fr.passerelle.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * The committed contract is the one that the controllers declare.
 *
 * <p>The annotation processor writes OpenAPI 3.0 soundly and 3.1 badly (a nullable reference
 * becomes a schema that nothing satisfies), so the step to 3.1 is made here. To accept a change:
 * run this test with the environment variable UPDATE_CONTRACT=1, then read the difference.
 */
class ContractTest {
  private static final Path ROOT = Path.of(System.getenv().getOrDefault("PASSERELLE_ROOT", ".."));
  private static final Path COMMITTED = ROOT.resolve("openapi/passerelle.yaml");
  private static final Path DECLARED = Path.of("target/openapi/passerelle.yaml");

  @Test
  void the_committed_contract_is_the_one_that_the_controllers_declare() throws IOException {
    Map<String, Object> contract = new Yaml().load(Files.readString(DECLARED));
    String declared = dump(modern(contract));
    if (System.getenv("UPDATE_CONTRACT") != null) {
      Files.writeString(COMMITTED, declared);
    }

    assertThat(declared)
        .as("run this test with UPDATE_CONTRACT=1 to accept the change")
        .isEqualTo(Files.readString(COMMITTED));
  }

  private static Map<String, Object> modern(Map<String, Object> contract) {
    Map<String, Object> modern =
        new LinkedHashMap<>(map(upgrade(contract, /* parameter= */ false)));
    modern.put("openapi", "3.1.0");
    return modern;
  }

  /** From OpenAPI 3.0 to 3.1: {@code nullable} becomes a type, as in JSON Schema 2020-12. */
  private static Object upgrade(Object node, boolean parameter) {
    if (node instanceof List<?> list) {
      List<Object> items = new ArrayList<>();
      list.forEach(item -> items.add(upgrade(item, parameter)));
      return items;
    }
    if (!(node instanceof Map<?, ?>)) {
      return node;
    }
    Map<String, Object> upgraded = new LinkedHashMap<>();
    map(node)
        .forEach((key, value) ->
            upgraded.put(key, upgrade(value, parameter || key.equals("parameters"))));
    // Values of any type: the processor says "object" where Java does.
    upgraded.replace("additionalProperties", Map.of("type", "object"), Map.of());
    boolean nullable = Boolean.TRUE.equals(upgraded.remove("nullable"));
    // A parameter that is not given is not null; and explode means nothing for a single value.
    upgraded.remove("explode");
    if (nullable && !parameter) {
      return nullable(upgraded);
    }
    return upgraded;
  }

  private static Map<String, Object> nullable(Map<String, Object> schema) {
    Object references = schema.remove("allOf");
    if (references instanceof List<?> list) {
      List<Object> either = new ArrayList<>(list);
      either.add(Map.of("type", "null"));
      schema.put("anyOf", either);
    } else {
      schema.put("type", List.of(String.valueOf(schema.get("type")), "null"));
    }
    return schema;
  }

  @SuppressWarnings("unchecked") // YAML mappings of the contract have names as keys
  private static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }

  private static String dump(Map<String, Object> contract) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setWidth(110);
    options.setAllowUnicode(true);
    return "# Written from the controllers; see ContractTest. Do not edit.\n"
        + new Yaml(options).dump(contract);
  }
}
