package fr.passerelle.api.mcp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.modelcontextprotocol.spec.ProtocolVersions;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Messages of the protocol, read, handed to the SDK, and written. Its server is made when the first
 * message comes: few installations have an assistant at their start.
 */
@Singleton
final class Protocol implements McpStatelessServerTransport {
  private static final Logger LOG = LoggerFactory.getLogger(Protocol.class);
  private static final int DEEPEST = 16;
  private static final int LONGEST_NUMBER = 30;

  static final McpJsonMapper JSON = new JacksonMcpJsonMapper(mapper());

  private final Toolbox toolbox;
  private @Nullable McpStatelessServerHandler handler;

  Protocol(Toolbox toolbox) {
    this.toolbox = toolbox;
  }

  /** A member given twice is read differently by different readers, so none is. */
  private static JsonMapper mapper() {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }

  @Override
  public List<String> protocolVersions() {
    return List.of(
        ProtocolVersions.MCP_2025_03_26,
        ProtocolVersions.MCP_2025_06_18,
        ProtocolVersions.MCP_2025_11_25);
  }

  @Override
  public void setMcpHandler(McpStatelessServerHandler mcpHandler) {
    handler = mcpHandler;
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.empty();
  }

  private synchronized McpStatelessServerHandler handler() {
    if (handler == null) {
      toolbox.open(this);
    }
    return Objects.requireNonNull(handler);
  }

  /** The answer to the bytes of one message. */
  Reply answer(byte[] body) {
    try {
      return answer(read(body));
    } catch (JsonParseException | StreamConstraintsException e) {
      return refused(ErrorCodes.PARSE_ERROR, "Le message n'est pas du JSON bien formé.");
    } catch (IOException | IllegalArgumentException e) {
      return refused(
          ErrorCodes.INVALID_REQUEST,
          "Le message n'est pas une demande JSON-RPC 2.0 : un seul objet, et non un tableau, avec"
              + " jsonrpc, id, method et params.");
    }
  }

  private static JSONRPCMessage read(byte[] body) throws IOException {
    JSONRPCMessage message =
        McpSchema.deserializeJsonRpcMessage(JSON, new String(body, StandardCharsets.UTF_8));
    if (!message.jsonrpc().equals(McpSchema.JSONRPC_VERSION)) {
      throw new IllegalArgumentException("jsonrpc " + McpSchema.JSONRPC_VERSION);
    }
    return message;
  }

  private Reply answer(JSONRPCMessage message) {
    if (message instanceof JSONRPCNotification notification) {
      handler().handleNotification(McpTransportContext.EMPTY, notification).block();
      return Reply.ACCEPTED;
    }
    if (!(message instanceof JSONRPCRequest request)) {
      throw new IllegalArgumentException("nothing was asked");
    }
    if (!isSound(request.params())) {
      return written(
          JSONRPCResponse.error(
              request.id(),
              new JSONRPCResponse.JSONRPCError(
                  ErrorCodes.INVALID_PARAMS, "params est un objet, et params.arguments aussi.")));
    }
    JSONRPCResponse response =
        Objects.requireNonNull(handler().handleRequest(McpTransportContext.EMPTY, request).block());
    return written(explained(request, response));
  }

  private static boolean isSound(@Nullable Object params) {
    return params == null
        || (params instanceof Map<?, ?> map
            && (map.get("arguments") == null || map.get("arguments") instanceof Map));
  }

  /** What the SDK could not read it tells in words of its own classes. */
  private static JSONRPCResponse explained(JSONRPCRequest request, JSONRPCResponse response) {
    JSONRPCResponse.@Nullable JSONRPCError error = response.error();
    if (error == null || error.code() != ErrorCodes.INTERNAL_ERROR) {
      return response;
    }
    LOG.warn("the parameters of {} were not understood", request.method());
    return JSONRPCResponse.error(
        request.id(),
        new JSONRPCResponse.JSONRPCError(
            ErrorCodes.INVALID_PARAMS,
            "params ne convient pas à cette méthode : voir la spécification du 2025-11-25."));
  }

  private static Reply written(JSONRPCResponse response) {
    return new Reply(200, bytes(response));
  }

  /** Without id, as none could be read. */
  private static Reply refused(int code, String message) {
    Map<String, @Nullable Object> error = new LinkedHashMap<>();
    error.put("jsonrpc", McpSchema.JSONRPC_VERSION);
    error.put("id", null);
    error.put("error", Map.of("code", code, "message", message));
    return new Reply(400, bytes(error));
  }

  private static byte[] bytes(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
