package fr.passerelle.api.deposit;

import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Json;
import fr.passerelle.api.http.Problem;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.catalog.agreement.Conventions;
import fr.passerelle.catalog.agreement.TableSchema;
import fr.passerelle.catalog.delivery.Supplies;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

/** What anyone may know of fiches navettes: how their files are written. */
@Produces(MediaType.ALL)
@Controller("/api/v1/fiches")
@ExecuteOn(WorkPools.READING)
final class FicheController {
  private static final String JSON = "application/json";

  private final Supplies supplies;
  private final Json json;

  FicheController(Supplies supplies, Json json) {
    this.supplies = supplies;
    this.json = json;
  }

  @Operation(
      operationId = "getFicheSchema",
      summary = "How files of a fiche navette are written",
      description = "A Table Schema (Frictionless Data): columns, marks, what stands for absence.")
  @ApiResponse(
      responseCode = "200",
      description = "A Table Schema",
      content = @Content(mediaType = JSON, schema = @Schema(type = "object")))
  @Get("/{id}/schema")
  HttpResponse<byte[]> schema(
      @Parameter(
              description = "Name of the fiche navette",
              schema = @Schema(type = "string", maxLength = 100))
          @PathVariable
          String id) {
    Conventions.Held held =
        supplies
            .conventions()
            .find(id)
            .orElseThrow(() ->
                new ProblemException(
                    ProblemType.UNKNOWN_CODE,
                    "Aucune fiche navette de ce nom.",
                    new Problem.Detail("id", "le nom d'une fiche navette")));
    return HttpResponse.ok(json.bytes(TableSchema.of(held.fiche())))
        .contentType("application/json; charset=utf-8")
        .header("Cache-Control", "public, max-age=60");
  }
}
