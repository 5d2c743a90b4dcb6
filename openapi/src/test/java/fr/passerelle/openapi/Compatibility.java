package fr.passerelle.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.ConsoleRender;

/** Whether clients made for one contract go on with another. */
final class Compatibility {
  private Compatibility() {}

  /** What breaks a client of {@code old}; empty if nothing does. */
  static String breaks(JsonNode old, JsonNode now) {
    ChangedOpenApi changes =
        OpenApiCompare.fromSpecifications(
            parsed(old), parsed(now), OpenApiDiffOptions.builder().build());
    if (!changes.isIncompatible()) {
      return "";
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ConsoleRender().render(changes, new OutputStreamWriter(out, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static OpenAPI parsed(JsonNode contract) {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    try {
      return new OpenAPIV3Parser()
          .readContents(
              CommittedContract.YAML.writeValueAsString(classic(contract)), List.of(), options)
          .getOpenAPI();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same in OpenAPI 3.0: the library does not see the types of 3.1. */
  private static JsonNode classic(JsonNode contract) {
    ObjectNode classic = (ObjectNode) lower(contract.deepCopy());
    return classic.put("openapi", "3.0.3");
  }

  private static JsonNode lower(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(List.of("example", "examples"));
      if (object.get("type") instanceof ArrayNode types) {
        object.put("nullable", true);
        object.set("type", types.get(0));
      }
      if (object.get("anyOf") instanceof ArrayNode either
          && either.path(1).path("type").asText().equals("null")) {
        object.remove("anyOf");
        object.putArray("allOf").add(either.get(0));
        object.put("nullable", true);
      }
      if (object.has("const")) {
        object.putArray("enum").add(object.remove("const"));
      }
    }
    node.forEach(Compatibility::lower);
    return node;
  }
}
