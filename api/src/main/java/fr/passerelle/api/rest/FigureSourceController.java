package fr.passerelle.api.rest;

import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.ByteRange;
import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.http.FigureDesk;
import fr.passerelle.api.http.Negotiation;
import fr.passerelle.api.http.Problem;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.catalog.delivery.Delivery;
import fr.passerelle.catalog.delivery.Published;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where figures come from: public deliveries, and their values as columnar files. */
@Produces(MediaType.ALL)
@Controller("/api/v1/deliveries")
@ExecuteOn(WorkPools.READING)
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
      content = @Content(schema = @Schema(implementation = Listed.class)))
  @Get
  HttpResponse<byte[]> list(
      HttpRequest<?> request,
      @QueryValue @Nullable String limit,
      @QueryValue @Nullable String cursor) {
    int size = Filters.limit(limit);
    String list = Filters.list(request);
    String after = cursor == null ? "" : cursors.open(list, cursor);
    Published published = desk.published("");
    return answers.json(
        request,
        published.version(),
        snapshot -> {
          Slice<Delivery> slice =
              Slice.of(
                  published.deliveries().stream()
                      .sorted(Comparator.comparing(FigureSourceController::place))
                      .toList(),
                  FigureSourceController::place,
                  after,
                  size);
          String next = slice.next(cursors, list);
          return Answers.Content.of(
                  new Listed(
                      slice.items().stream().map(IndicatorView.DeliveryView::of).toList(),
                      slice.total(),
                      next))
              .paged(request, next, slice.previous(cursors, list));
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
  @Get("/{receipt}/observations.parquet")
  HttpResponse<?> observations(
      HttpRequest<?> request,
      @Parameter(
              description = "Receipt of the delivery",
              schema = @Schema(type = "string", maxLength = 40))
          @PathVariable
          String receipt)
      throws IOException {
    Optional<Delivery> delivery = desk.published("").delivery(receipt);
    Path file =
        desk.observations(receipt)
            .orElseThrow(() ->
                new ProblemException(
                    ProblemType.UNKNOWN_CODE,
                    "Aucune livraison publique de ce reçu ; /api/v1/deliveries les donne.",
                    new Problem.Detail("receipt", "le reçu d'une livraison")));
    String etag = '"' + receipt + '"';
    MutableHttpResponse<?> answer =
        Negotiation.matches(request, etag)
            ? HttpResponse.notModified()
            : bytes(request, file, etag).contentType(PARQUET);
    delivery
        .flatMap(Delivery::licence)
        .ifPresent(licence ->
            answer.header(
                "Link",
                "<%s>; rel=\"license\", </api/v1/deliveries>; rel=\"describedby\""
                    .formatted(licence.uri())));
    // A delivery may be taken back.
    return answer.header("ETag", etag).header("Cache-Control", "public, max-age=60");
  }

  /** In the order in which they were accepted: receipts are digests. */
  private static String place(Delivery delivery) {
    Instant accepted = delivery.acceptedAt();
    return "%012d.%09d %s"
        .formatted(accepted.getEpochSecond(), accepted.getNano(), delivery.receipt());
  }

  private static MutableHttpResponse<Object> bytes(HttpRequest<?> request, Path file, String etag)
      throws IOException {
    ByteRange range = ByteRange.of(request, etag, Files.size(file));
    MutableHttpResponse<Object> response = range.response();
    return request.getMethod() == HttpMethod.HEAD
        ? response
        : response.body(range.of(Files.newInputStream(file)));
  }
}
