package fr.passerelle.api.deposit;

import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Bearer;
import fr.passerelle.api.http.Json;
import fr.passerelle.catalog.delivery.Supplies;
import fr.passerelle.catalog.delivery.SupplyFollowUp;
import fr.passerelle.catalog.key.Scope;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;

/** Conventions and where sharing stands: for who supplies, and for the operator. */
@Produces(MediaType.ALL)
@Controller("/api/v1/conventions")
@ExecuteOn(WorkPools.READING)
final class ConventionController {
  private final Bearer bearer;
  private final Supplies supplies;
  private final Json json;

  ConventionController(Bearer bearer, Supplies supplies, Json json) {
    this.bearer = bearer;
    this.supplies = supplies;
    this.json = json;
  }

  @Operation(
      operationId = "listConventions",
      summary = "Conventions, their fiches navettes, what is late and what ends",
      description =
          "Conventions and fiches navettes of the producer of the key, all of them for the"
              + " operator: what is agreed, by which day, what came; and the figures by which the"
              + " partners follow their sharing.",
      security = @SecurityRequirement(name = "key"))
  @ApiResponse(
      responseCode = "200",
      description = "Conventions and follow-up figures",
      content = @Content(schema = @Schema(implementation = ConventionsView.class)))
  @Get
  HttpResponse<byte[]> list(HttpRequest<?> request) {
    boolean operator = bearer.find(request).filter(key -> key.allows(Scope.OPERATOR)).isPresent();
    SupplyFollowUp all = supplies.followUp();
    SupplyFollowUp theirs =
        operator ? all : all.of(bearer.require(request, Scope.FIGURES).producer());
    return HttpResponse.ok(json.bytes(ConventionsView.of(theirs)))
        .contentType("application/json; charset=utf-8")
        .header("Cache-Control", "no-store");
  }
}
