package fr.passerelle.api.rest;

import fr.passerelle.api.admission.WorkPools;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;

/** Releases of a vocabulary through time, and what differs from one to another. */
// Any Accept reaches the method: the framework does not take application/* for JSON.
@Produces(MediaType.ALL)
@Controller("/api/v1/vocabs/{vocab}")
// An earlier release is read from its file.
@ExecuteOn(WorkPools.READING)
final class ChangesController {
  private final ChangePages pages;

  ChangesController(ChangePages pages) {
    this.pages = pages;
  }

  @Operation(
      operationId = "listReleases",
      summary = "Releases of a vocabulary",
      description =
          "Those that were published here under a licence, the newest state of the producer first."
              + " Also of an edition that has only pairs, such as kit-apprentissage.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReleaseView.Listed.class)))
  @Get("/releases")
  HttpResponse<byte[]> releases(
      HttpRequest<?> request,
      @PathVariable String vocab,
      @QueryValue @Nullable String limit,
      @QueryValue @Nullable String cursor) {
    return pages.releases(request, vocab, limit, cursor);
  }

  @Operation(
      operationId = "listChanges",
      summary = "What changed in a vocabulary since a release or a date",
      description =
          "From the last state of that day to the published one: its concepts in code order, then"
              + " the pairs of the correspondences that the edition states. Where nothing was"
              + " published yet, everything is added.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ChangeView.Listed.class)))
  @Get("/changes")
  HttpResponse<byte[]> changes(
      HttpRequest<?> request,
      @PathVariable String vocab,
      @Parameter(
              description = "Name of a release, or ISO 8601 date",
              required = true,
              schema = @Schema(type = "string", maxLength = 60, example = "2025-09-18"))
          @QueryValue("since")
          @Nullable String since,
      @Parameter(
              description = "Only changes of concepts, or of pairs of correspondences",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"concept", "pair"}))
          @QueryValue
          @Nullable String what,
      @Parameter(
              description = "Kind of change",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"added", "changed", "moved", "retired", "removed"}))
          @QueryValue
          @Nullable String kind,
      @QueryValue @Nullable String limit,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable String lang) {
    return pages.since(
        request, vocab, since, new ChangePages.Asked(what, kind, limit, cursor, lang));
  }

  @Operation(
      operationId = "diffReleases",
      summary = "What differs from one release to another",
      description =
          "Concepts added, changed (which fields), moved (something else above it) and retired"
              + " (what takes its place); pairs added, changed (another predicate) and removed.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ChangeView.Listed.class)))
  @Get("/diff")
  HttpResponse<byte[]> diff(
      HttpRequest<?> request,
      @PathVariable String vocab,
      @Parameter(
              description = "Name of the earlier release",
              required = true,
              schema = @Schema(type = "string", maxLength = 60))
          @QueryValue
          @Nullable String from,
      @Parameter(
              description = "Name of the later release; by default the published one",
              schema = @Schema(type = "string", maxLength = 60))
          @QueryValue
          @Nullable String to,
      @Parameter(
              description = "Only changes of concepts, or of pairs of correspondences",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"concept", "pair"}))
          @QueryValue
          @Nullable String what,
      @Parameter(
              description = "Kind of change",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"added", "changed", "moved", "retired", "removed"}))
          @QueryValue
          @Nullable String kind,
      @QueryValue @Nullable String limit,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable String lang) {
    return pages.between(
        request, vocab, from, to, new ChangePages.Asked(what, kind, limit, cursor, lang));
  }
}
