package fr.passerelle.api.mcp;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Negotiation;
import fr.passerelle.api.http.Problem;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.api.http.Text;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Streamable HTTP (specification of 2025-11-25, "Transports"), without session and without stream:
 * each POST is one message and gets one JSON answer. GET, which would open a stream, is a 405.
 *
 * <p>What is wrong with the request is a problem (RFC 9457); what is wrong with the message is an
 * error of JSON-RPC.
 */
// Its contract is what tools/list says, not OpenAPI.
@Hidden
@Controller("/mcp")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.ALL)
final class McpController {
  private static final String JSON = "application/json";

  /** In bytes: a question of an assistant has a few hundred. */
  private static final int LARGEST_BODY = 16 << 10;

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Protocol protocol;
  private final Instance instance;

  McpController(Protocol protocol, Instance instance) {
    this.protocol = protocol;
    this.instance = instance;
  }

  @Post
  @Consumes(MediaType.ALL)
  HttpResponse<byte[]> post(HttpRequest<?> request, @Body byte @Nullable [] body) {
    requireOrigin(request);
    requireJson(request);
    Negotiation.require(request, JSON);
    requireVersion(request);
    byte[] bytes = body == null ? new byte[0] : body;
    if (bytes.length > LARGEST_BODY) {
      throw new ProblemException(
          ProblemType.TOO_LARGE,
          "Corps de %d octets ; un message en a %d au plus.".formatted(bytes.length, LARGEST_BODY));
    }
    Reply reply = protocol.answer(bytes);
    HttpStatus status = HttpStatus.valueOf(reply.status());
    return reply.body().length == 0
        ? HttpResponse.status(status)
        : HttpResponse.<byte[]>status(status)
            .body(reply.body())
            .contentType(JSON)
            .header("Cache-Control", "no-store");
  }

  /**
   * A page of another site may reach a service on this machine by a name that it makes point here
   * (DNS rebinding); what it cannot do is to say another origin than its own. Programs say none.
   */
  private void requireOrigin(HttpRequest<?> request) {
    Optional<String> origin = Optional.ofNullable(request.getHeaders().get("Origin"));
    if (origin.isPresent() && !isOurs(origin.get())) {
      throw new ProblemException(
          ProblemType.FORBIDDEN,
          "Une page de %s ne peut pas poser de question ici : passer par un programme, qui n'envoie pas d'en-tête Origin, ou par /api/v1, ouvert à toute page."
              .formatted(Text.quoted(origin.get())));
    }
  }

  private boolean isOurs(String origin) {
    if (origin.equals(instance.address())) {
      return true;
    }
    try {
      @Nullable String host = URI.create(origin).getHost();
      return host != null && LOOPBACK.contains(host);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void requireJson(HttpRequest<?> request) {
    boolean json =
        request
            .getContentType()
            .filter(type -> type.getName().equals(JSON))
            .filter(type -> type.getCharset().map(StandardCharsets.UTF_8::equals).orElse(true))
            .isPresent();
    if (!json) {
      throw new ProblemException(
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          "Un message est du JSON en UTF-8 : Content-Type: application/json.");
    }
  }

  private void requireVersion(HttpRequest<?> request) {
    @Nullable String version = request.getHeaders().get("MCP-Protocol-Version");
    List<String> spoken = protocol.protocolVersions();
    if (version != null && !spoken.contains(version)) {
      throw new ProblemException(
          ProblemType.BAD_REQUEST,
          "Version du protocole %s inconnue ici.".formatted(Text.quoted(version)),
          new Problem.Detail(
              "MCP-Protocol-Version", "une de celles-ci : " + String.join(", ", spoken)));
    }
  }
}
