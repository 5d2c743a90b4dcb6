package fr.passerelle.api.reconcile;

import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Tolerates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reconciliation service of one vocabulary: an edition, or a list that comes with one. */
// Any Accept reaches the method: the framework does not take application/* for JSON.
@Produces(MediaType.ALL)
@Controller("/api/v1/vocabs/{vocab}/reconcile")
@ExecuteOn(WorkPools.READING)
final class VocabReconcileController {
  private final ReconcileAnswers answers;

  VocabReconcileController(ReconcileAnswers answers) {
    this.answers = answers;
  }

  @Operation(
      operationId = "reconcileInVocab",
      summary = "Reconciliation service over one vocabulary",
      description =
          "The W3C Reconciliation Service API 0.2, as OpenRefine speaks it: the manifest without"
              + " parameter; candidates for queries; values for extend. No JSONP: pages of any"
              + " origin may read.")
  @ApiResponse(
      responseCode = "200",
      description = "The manifest, or what was asked",
      content =
          @Content(
              mediaType = "application/json",
              schema =
                  @Schema(
                      type = "object",
                      description =
                          "A ReconciliationManifest; or a ReconciliationResult by key of each"
                              + " query; or a ReconciliationExtension")))
  @Get
  HttpResponse<byte[]> get(
      HttpRequest<?> request,
      @PathVariable String vocab,
      @Parameter(
              description = "Reconciliation queries: a JSON object, 50 queries at most",
              schema =
                  @Schema(
                      type = "string",
                      maxLength = 4000,
                      example = "{\"q0\":{\"query\":\"boulanger\",\"limit\":3}}"))
          @QueryValue
          @Nullable String queries,
      @Parameter(
              description = "Data extension query: a JSON object",
              schema = @Schema(type = "string", maxLength = 4000))
          @QueryValue
          @Nullable String extend) {
    return answers.get(request, Optional.of(vocab), queries, extend);
  }

  @Operation(
      operationId = "reconcileBatchInVocab",
      summary = "Reconciliation of a batch of cells over one vocabulary",
      description =
          "Candidates for the JSON object in queries (50 queries at most; one that breaks a rule"
              + " is answered with an error of its own), or values for the one in extend (1 000"
              + " entities, 50 properties at most).")
  @ApiResponse(
      responseCode = "200",
      description = "Candidates by query, or values by entity",
      content =
          @Content(
              mediaType = "application/json",
              schema =
                  @Schema(
                      type = "object",
                      description =
                          "A ReconciliationResult by key of each query; or a"
                              + " ReconciliationExtension")))
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/x-www-form-urlencoded",
              schema = @Schema(implementation = ReconcileForm.class)))
  @Post
  @Consumes(MediaType.ALL)
  HttpResponse<byte[]> post(
      HttpRequest<?> request, @PathVariable String vocab, @Body byte @Nullable [] body) {
    return answers.post(request, Optional.of(vocab), body);
  }

  @Operation(
      operationId = "suggestEntitiesInVocab",
      summary = "Entities typed ahead over one vocabulary",
      description = "Concepts whose name, code or identifier begins so, twenty at a time.")
  @ApiResponse(
      responseCode = "200",
      description = "Entities",
      content = @Content(schema = @Schema(implementation = SuggestView.Entities.class)))
  @Tolerates({"type_strict", "lang", "key", "filter", "spell", "exact", "scoring", "limit"})
  @Get("/suggest/entity")
  HttpResponse<byte[]> entities(
      HttpRequest<?> request,
      @PathVariable String vocab,
      @QueryValue @Nullable String prefix,
      @Parameter(
              description = "Suggestions to skip",
              schema = @Schema(type = "integer", minimum = "0", maximum = "500"))
          @QueryValue
          @Nullable String cursor,
      @Parameter(
              description = "Type wanted, e.g. rome-4/fiche-metier",
              schema = @Schema(type = "string", maxLength = 100))
          @QueryValue
          @Nullable String type) {
    return answers.entities(request, Optional.of(vocab), prefix, cursor, type);
  }

  @Operation(
      operationId = "suggestTypesInVocab",
      summary = "Types typed ahead over one vocabulary",
      description = "Vocabularies and the types of concepts in them, twenty at a time.")
  @ApiResponse(
      responseCode = "200",
      description = "Types",
      content = @Content(schema = @Schema(implementation = SuggestView.Types.class)))
  @Tolerates({"type", "type_strict", "lang", "key", "filter", "spell", "exact", "scoring", "limit"})
  @Get("/suggest/type")
  HttpResponse<byte[]> types(
      HttpRequest<?> request,
      @PathVariable String vocab,
      @QueryValue @Nullable String prefix,
      @Parameter(
              description = "Suggestions to skip",
              schema = @Schema(type = "integer", minimum = "0", maximum = "500"))
          @QueryValue
          @Nullable String cursor) {
    return answers.types(request, Optional.of(vocab), prefix, cursor);
  }

  @Operation(
      operationId = "suggestPropertiesInVocab",
      summary = "Properties typed ahead over one vocabulary",
      description = "Properties to fetch or to give beside a name, twenty at a time.")
  @ApiResponse(
      responseCode = "200",
      description = "Properties",
      content = @Content(schema = @Schema(implementation = SuggestView.Properties.class)))
  @Tolerates({"type", "type_strict", "lang", "key", "filter", "spell", "exact", "scoring", "limit"})
  @Get("/suggest/property")
  HttpResponse<byte[]> properties(
      HttpRequest<?> request,
      @PathVariable String vocab,
      @QueryValue @Nullable String prefix,
      @Parameter(
              description = "Suggestions to skip",
              schema = @Schema(type = "integer", minimum = "0", maximum = "500"))
          @QueryValue
          @Nullable String cursor) {
    return answers.properties(request, Optional.of(vocab), prefix, cursor);
  }

  @Operation(
      operationId = "proposePropertiesInVocab",
      summary = "Properties that entities of a type have over one vocabulary",
      description = "Those of which some entity of the type has a value.")
  @ApiResponse(
      responseCode = "200",
      description = "Properties",
      content = @Content(schema = @Schema(implementation = SuggestView.Proposal.class)))
  @Get("/extend/propose")
  HttpResponse<byte[]> propose(
      HttpRequest<?> request,
      @PathVariable String vocab,
      @Parameter(
              description = "Type of the entities, e.g. rncp/certification",
              schema = @Schema(type = "string", maxLength = 100))
          @QueryValue
          @Nullable String type,
      @Parameter(
              description = "Properties at most",
              schema =
                  @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "200"))
          @QueryValue
          @Nullable String limit) {
    return answers.proposal(request, Optional.of(vocab), type, limit);
  }
}
