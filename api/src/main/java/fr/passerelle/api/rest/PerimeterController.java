package fr.passerelle.api.rest;

import fr.passerelle.api.Instance;
import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Bodies;
import fr.passerelle.api.http.Json;
import fr.passerelle.api.http.JsonBody;
import fr.passerelle.api.http.Negotiation;
import fr.passerelle.api.http.PerimeterDesk;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Perimeter;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.catalog.territory.Union;
import fr.passerelle.catalog.territory.store.Perimeters;
import fr.passerelle.catalog.territory.store.StoredPerimeter;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Perimeters: any union of zones and communes, kept under its hash. */
@Produces(MediaType.ALL)
@Controller("/api/v1/perimeters")
@ExecuteOn(WorkPools.READING)
final class PerimeterController {
  private static final String JSON = "application/json";

  /** What a hash names does not change; its population may, with the figures. */
  private static final String LONG = "public, max-age=86400, immutable";

  private final Answers answers;
  private final PerimeterDesk desk;
  private final Bodies bodies;
  private final Instance instance;
  private final Json json;

  PerimeterController(
      Answers answers, PerimeterDesk desk, Bodies bodies, Instance instance, Json json) {
    this.answers = answers;
    this.desk = desk;
    this.bodies = bodies;
    this.instance = instance;
    this.json = json;
  }

  /**
   * A perimeter that is asked for.
   *
   * @param members codes of territories; 5 000 at most
   * @param vintage year of the geographic code; the reference one by default
   */
  @Serdeable
  @Schema(name = "PerimeterRequest")
  record Asked(
      @Schema(example = "[\"EPCI-200054807\", \"COM-83137\"]") List<String> members,
      @Nullable Integer vintage) {}

  @Operation(
      operationId = "createPerimeter",
      summary = "Makes a perimeter of zones and communes",
      description =
          "Périmètre: the union of any zones and communes of the reference vintage, or of communes"
              + " of another vintage. It is known by the hash of its vintage and communes: the same"
              + " ones, however asked for, are the same perimeter (200), else a new one (201)."
              + " Perimeters unused for long may be dropped; asked for again, they have the same"
              + " hash.")
  @RequestBody(
      required = true,
      content = @Content(mediaType = JSON, schema = @Schema(implementation = Asked.class)))
  @ApiResponse(
      responseCode = "200",
      description = "The perimeter, which was there already",
      content = @Content(schema = @Schema(implementation = PerimeterView.class)))
  @ApiResponse(
      responseCode = "201",
      description = "The perimeter, which is new",
      content = @Content(schema = @Schema(implementation = PerimeterView.class)))
  @Consumes(MediaType.ALL)
  @Post
  HttpResponse<byte[]> create(HttpRequest<?> request, @Body byte @Nullable [] body) {
    Negotiation.require(request, JSON);
    JsonBody asked = bodies.object(request, body, List.of("members", "vintage"));
    List<String> members = asked.texts("members", Union.MOST_MEMBERS, Territory.LONGEST);
    Perimeters.Kept kept = desk.create(members, asked.text("vintage", 10));
    PerimeterView view = view(desk.geography(), kept.stored());
    return HttpResponse.<byte[]>status(kept.created() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(json.bytes(view))
        .contentType("application/json; charset=utf-8")
        .header("Location", view.uri())
        .header("Cache-Control", "no-store");
  }

  @Operation(
      operationId = "getPerimeter",
      summary = "A perimeter and its communes",
      description = "By its hash, or by the beginning of it that the service gave.")
  @ApiResponse(
      responseCode = "200",
      description = "A perimeter",
      content = @Content(schema = @Schema(implementation = PerimeterView.class)))
  @Get("/{hash}")
  HttpResponse<byte[]> one(
      HttpRequest<?> request,
      @Parameter(
              description = "Hash, or its first 16 characters or more",
              schema = @Schema(type = "string", minLength = 16, maxLength = 64))
          @PathVariable
          String hash) {
    StoredPerimeter stored = desk.get(hash);
    Geography geography = desk.geography();
    HttpResponse<byte[]> answer =
        answers.json(
            request,
            geography.version() + "/" + stored.createdAt(),
            snapshot -> {
              PerimeterView view = view(geography, stored);
              return Answers.Content.of(view).linked(view.uri(), "canonical");
            });
    ((MutableHttpResponse<byte[]>) answer).getHeaders().set("Cache-Control", LONG);
    return answer;
  }

  private PerimeterView view(Geography geography, StoredPerimeter stored) {
    TerritoryView.Views views = new TerritoryView.Views(geography, instance.address());
    Perimeter perimeter = stored.perimeter();
    Perimeter.Placed placed = perimeter.in(geography);
    return new PerimeterView(
        instance.address() + "/api/v1/perimeters/" + stored.id(),
        perimeter.hash(),
        stored.id(),
        perimeter.vintage(),
        perimeter.codes(),
        perimeter.codes().size(),
        TerritoryView.Views.boxed(placed.population(geography)),
        stored.members(),
        placed.equal(geography).stream().map(views::item).toList(),
        geography.largestIn(placed.communes()).stream().map(views::item).toList(),
        placed.fractions().stream()
            .map(each -> PerimeterView.FractionView.of(views, each))
            .toList(),
        placed.lost(),
        stored.createdAt(),
        TerritoryView.Views.source(geography.origin()));
  }
}
