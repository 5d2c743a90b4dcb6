package fr.passerelle.api.http;

import fr.passerelle.vocab.release.Vocabularies;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;

/** Says whether the service is alive and serves what is published. */
@Controller
final class HealthController {
  private final Vocabularies vocabularies;
  private final Readiness readiness;

  HealthController(Vocabularies vocabularies, Readiness readiness) {
    this.vocabularies = vocabularies;
    this.readiness = readiness;
  }

  /**
   * State of the service.
   *
   * @param status UP, DEGRADED where a published release could not be read from disk, or STOPPING
   * @param dataVersion name of the state that is served
   * @param vocabularies number of editions served
   * @param unreadable editions served in an earlier state, or not at all
   */
  @Serdeable
  @Schema(name = "Health")
  record Health(String status, String dataVersion, int vocabularies, List<String> unreadable) {}

  @Operation(
      operationId = "health",
      summary = "State of the service",
      description = "UP, or DEGRADED where a published release could not be read from disk.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = HealthController.Health.class)))
  @Get("/health")
  HttpResponse<Health> health() {
    List<String> unreadable = vocabularies.unreadable();
    Health health =
        new Health(
            readiness.isStopping() ? "STOPPING" : unreadable.isEmpty() ? "UP" : "DEGRADED",
            vocabularies.snapshot().version(),
            vocabularies.snapshot().releases().size(),
            unreadable);
    return HttpResponse.ok(health).header("Cache-Control", "no-store");
  }

  /**
   * Whether to ask it at all.
   *
   * @param status UP or STOPPING
   */
  @Serdeable
  @Schema(name = "Probe")
  record Probe(String status) {}

  @Operation(
      operationId = "healthLive",
      summary = "Whether the process is alive",
      description = "A process that does not answer this is to be started anew.")
  @ApiResponse(
      responseCode = "200",
      description = "It is",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = HealthController.Probe.class)))
  @Get("/health/live")
  HttpResponse<Probe> live() {
    return HttpResponse.ok(new Probe("UP")).header("Cache-Control", "no-store");
  }

  @Operation(
      operationId = "healthReady",
      summary = "Whether requests are to be sent here",
      description =
          "503 once the service begins to stop: requests under way are answered, others are to go"
              + " elsewhere.")
  @ApiResponse(
      responseCode = "200",
      description = "They are",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = HealthController.Probe.class)))
  @ApiResponse(
      responseCode = "503",
      description = "They are not",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = HealthController.Probe.class)))
  @Get("/health/ready")
  HttpResponse<Probe> ready() {
    return (readiness.isStopping()
            ? HttpResponse.<Probe>status(HttpStatus.SERVICE_UNAVAILABLE).body(new Probe("STOPPING"))
            : HttpResponse.ok(new Probe("UP")))
        .header("Cache-Control", "no-store");
  }
}
