package fr.passerelle.api.http;

import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Records as JSON, UTF-8, nulls and empty lists included: a field never vanishes. */
@Singleton
public final class Json {
  private final ObjectMapper mapper;

  Json(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * The JSON tree of a body; nothing is assumed of it.
   *
   * @throws ProblemException BAD_REQUEST where it is no JSON
   */
  public JsonNode tree(byte[] body) {
    return tree("", body);
  }

  /**
   * The JSON tree of a parameter; nothing is assumed of it.
   *
   * @param pointer name of the parameter; empty for a body
   * @throws ProblemException BAD_REQUEST where it is no JSON
   */
  public JsonNode tree(String pointer, byte[] body) {
    try {
      JsonNode tree = mapper.readValue(body, Argument.of(JsonNode.class));
      return tree == null ? JsonNode.nullNode() : tree;
    } catch (IOException | RuntimeException e) {
      throw new ProblemException(
          ProblemType.BAD_REQUEST,
          (pointer.isEmpty() ? "Le corps" : "Le paramètre " + pointer)
              + " n'est pas du JSON bien formé, en UTF-8.",
          new Problem.Detail(pointer, "JSON (RFC 8259)"));
    }
  }

  /** The encoded bytes of a {@code @Serdeable} value. */
  public byte[] bytes(Object value) {
    try {
      return mapper.writeValueAsBytes(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
