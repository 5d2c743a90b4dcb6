package fr.passerelle.api.http;

import fr.passerelle.vocab.release.Vocabularies;
import io.micronaut.http.HttpResponse;
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

  HealthController(Vocabularies vocabularies) {
    this.vocabularies = vocabularies;
  }

  /**
   * State of the service.
   *
   * @param status UP, or DEGRADED where a published release could not be read from disk
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
      description = "State of the service",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = HealthController.Health.class)))
  @Get("/health")
  HttpResponse<Health> health() {
    List<String> unreadable = vocabularies.unreadable();
    Health health =
        new Health(
            unreadable.isEmpty() ? "UP" : "DEGRADED",
            vocabularies.snapshot().version(),
            vocabularies.snapshot().releases().size(),
            unreadable);
    return HttpResponse.ok(health).header("Cache-Control", "no-store");
  }
}
