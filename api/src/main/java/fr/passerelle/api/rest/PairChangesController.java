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

/** The pairs of a correspondence through time. */
// Any Accept reaches the method: the framework does not take application/* for JSON.
@Produces(MediaType.ALL)
@Controller("/api/v1/correspondences/{author}/{schemes}")
// An earlier release is read from its file.
@ExecuteOn(WorkPools.READING)
final class PairChangesController {
  private final ChangePages pages;

  PairChangesController(ChangePages pages) {
    this.pages = pages;
  }

  @Operation(
      operationId = "listCorrespondenceReleases",
      summary = "Releases of a correspondence",
      description =
          "Those of the edition that states it, published here under a licence, the newest state of"
              + " the producer first.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReleaseView.Listed.class)))
  @Get("/releases")
  HttpResponse<byte[]> releases(
      HttpRequest<?> request,
      @PathVariable String author,
      @PathVariable String schemes,
      @QueryValue @Nullable String limit,
      @QueryValue @Nullable String cursor) {
    return pages.releases(request, author + "/" + schemes, limit, cursor);
  }

  @Operation(
      operationId = "listPairChanges",
      summary = "What changed in a correspondence since a release or a date",
      description =
          "Pairs added, changed (another predicate) and removed, with the codes and labels of both"
              + " ends, from the last state of that day to the published one.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ChangeView.Listed.class)))
  @Get("/changes")
  HttpResponse<byte[]> changes(
      HttpRequest<?> request,
      @PathVariable String author,
      @PathVariable String schemes,
      @Parameter(
              description = "Name of a release, or ISO 8601 date",
              required = true,
              schema = @Schema(type = "string", maxLength = 60, example = "2025-09-18"))
          @QueryValue("since")
          @Nullable String since,
      @Parameter(
              description = "Kind of change",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"added", "changed", "removed"}))
          @QueryValue
          @Nullable String kind,
      @QueryValue @Nullable String limit,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable String lang) {
    return pages.since(
        request,
        author + "/" + schemes,
        since,
        new ChangePages.Asked(null, kind, limit, cursor, lang));
  }

  @Operation(
      operationId = "diffCorrespondence",
      summary = "What differs from one release of a correspondence to another",
      description =
          "Pairs added, changed (another predicate) and removed, with the codes and labels of both"
              + " ends.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ChangeView.Listed.class)))
  @Get("/diff")
  HttpResponse<byte[]> diff(
      HttpRequest<?> request,
      @PathVariable String author,
      @PathVariable String schemes,
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
              description = "Kind of change",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"added", "changed", "removed"}))
          @QueryValue
          @Nullable String kind,
      @QueryValue @Nullable String limit,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable String lang) {
    return pages.between(
        request,
        author + "/" + schemes,
        from,
        to,
        new ChangePages.Asked(null, kind, limit, cursor, lang));
  }
}
