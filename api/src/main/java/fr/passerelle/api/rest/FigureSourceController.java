package fr.passerelle.api.rest;

import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.http.FigureDesk;
import fr.passerelle.api.http.Problem;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemResponses;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.catalog.delivery.Delivery;
import fr.passerelle.catalog.delivery.Published;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.SystemFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where figures come from: public deliveries, and their values as columnar files. */
@Produces(MediaType.ALL)
@Controller("/api/v1/deliveries")
@ExecuteOn(TaskExecutors.BLOCKING)
final class FigureSourceController {
  private static final String PARQUET = "application/vnd.apache.parquet";

  private final Answers answers;
  private final FigureDesk desk;
  private final Cursors cursors;

  FigureSourceController(Answers answers, FigureDesk desk, Cursors cursors) {
    this.answers = answers;
    this.desk = desk;
    this.cursors = cursors;
  }

  /**
   * A page of deliveries.
   *
   * @param items deliveries, the first accepted first
   * @param total how many there are on all pages
   * @param next cursor of the next page; null on the last one
   */
  @Serdeable
  @Schema(name = "FigureSourcePage")
  record Listed(List<IndicatorView.DeliveryView> items, int total, @Nullable String next) {}

  @Operation(
      operationId = "listDeliveries",
      summary = "Deliveries of figures",
      description = "Livraisons: those that are public, with supplier, date, licence and citation.")
  @ApiResponse(
      responseCode = "200",
      description = "Deliveries of figures",
      content =
          @Content(mediaType = "application/json", schema = @Schema(implementation = Listed.class)))
  @ProblemResponses
  @Get
  HttpResponse<byte[]> list(
      HttpRequest<?> request,
      @Parameter(
              description = "Items on a page",
              schema =
                  @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
          @QueryValue
          @Nullable String limit,
      @Parameter(
              description = "Value of next on the page before",
              schema = @Schema(type = "string", maxLength = 1000))
          @QueryValue
          @Nullable String cursor) {
    int size = Filters.limit(limit);
    String list = Filters.list(request);
    String after = cursor == null ? "" : cursors.open(list, cursor);
    Published published = desk.published("");
    return answers.json(
        request,
        published.version(),
        snapshot -> {
          Slice<Delivery> slice = Slice.of(published.deliveries(), Delivery::receipt, after, size);
          String next = slice.last() == null ? null : cursors.sign(list, slice.last());
          return Answers.Content.of(
                  new Listed(
                      slice.items().stream().map(IndicatorView.DeliveryView::of).toList(),
                      slice.total(),
                      next))
              .paged(request, next);
        });
  }

  @Operation(
      operationId = "getObservations",
      summary = "The values of a delivery, as a columnar file",
      description =
          "Apache Parquet: indicator, categories, period, territory, value, status and words of the"
              + " source, as they are served.")
  @ApiResponse(
      responseCode = "200",
      description = "The values of a delivery",
      content = @Content(mediaType = PARQUET, schema = @Schema(type = "string", format = "binary")))
  @ProblemResponses
  @Get("/{receipt}/observations.parquet")
  HttpResponse<SystemFile> observations(
      @Parameter(
              description = "Receipt of the delivery",
              schema = @Schema(type = "string", maxLength = 40))
          @PathVariable
          String receipt) {
    Path file =
        desk.observations(receipt)
            .orElseThrow(() ->
                new ProblemException(
                    ProblemType.UNKNOWN_CODE,
                    "Aucune livraison publique de ce reçu ; /api/v1/deliveries les donne.",
                    new Problem.Detail("receipt", "le reçu d'une livraison")));
    return HttpResponse.ok(new SystemFile(file.toFile(), MediaType.of(PARQUET)))
        .header("ETag", '"' + receipt + '"')
        .header("Cache-Control", "public, max-age=86400");
  }
}
