package fr.passerelle.api.rest;

import fr.passerelle.api.Instance;
import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.http.Territories;
import fr.passerelle.catalog.territory.Directory;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Zone;
import fr.passerelle.catalog.territory.store.Geographies;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Territories: communes with their vintages, and zones of all zonings. */
// Any Accept reaches the method: the framework does not take application/* for JSON.
@Produces(MediaType.ALL)
@Controller("/api/v1/territories")
@ExecuteOn(WorkPools.READING)
final class TerritoryController {

  private final Answers answers;
  private final Geographies geographies;
  private final Instance instance;
  private final Cursors cursors;

  TerritoryController(
      Answers answers, Geographies geographies, Instance instance, Cursors cursors) {
    this.answers = answers;
    this.geographies = geographies;
    this.instance = instance;
    this.cursors = cursors;
  }

  @Operation(
      operationId = "listTerritories",
      summary = "Territories: communes and zones of all zonings",
      description =
          "Territoires: France and its comparisons, regions, departments, EPCI, employment zones"
              + " and basins, a region's own zonings, communes. Zones are no tree: within finds"
              + " those of which all communes are in another.")
  @ApiResponse(
      responseCode = "200",
      description = "Territories",
      content = @Content(schema = @Schema(implementation = TerritoryView.Listed.class)))
  @Get
  HttpResponse<byte[]> list(
      HttpRequest<?> request,
      @Parameter(
              description = "Words of the name, in any case, with or without accents, or a code",
              schema =
                  @Schema(
                      type = "string",
                      maxLength = Filters.LONGEST_TEXT,
                      example = "Aix-Marseille"))
          @QueryValue
          @Nullable String q,
      @Parameter(
              description = "Only zones of that zoning (REG, DEP, EPCI...), or COM for communes",
              schema = @Schema(type = "string", maxLength = 20, example = "EPCI"))
          @QueryValue
          @Nullable String type,
      @Parameter(
              description = "Only those of which all communes are in that territory, e.g. R93",
              schema = @Schema(type = "string", maxLength = 64))
          @QueryValue
          @Nullable String within,
      @QueryValue @Nullable String limit,
      @QueryValue @Nullable String cursor) {
    int size = Filters.limit(limit);
    String list = Filters.list(request);
    String after = cursor == null ? "" : cursors.open(list, cursor);
    Geography geography = geographies.geography();
    Directory.Query query = Territories.query(geography, type, Filters.text(q), within);
    return answers.json(
        request,
        geography.version(),
        snapshot -> {
          Slice<Directory.Found> slice =
              Slice.of(geography.directory().find(query), Directory.Found::order, after, size);
          String next = slice.next(cursors, list);
          Emptiness empty =
              Emptiness.of(slice.total(), () -> Territories.absence(geography, query));
          TerritoryView.Views views = views(geography);
          return Answers.Content.of(
                  new TerritoryView.Listed(
                      slice.items().stream().map(each -> views.item(each.zone())).toList(),
                      slice.total(),
                      next,
                      views.types(),
                      geography.vintage(),
                      geography.vintages(),
                      empty.reason(),
                      empty.explanation()))
              .paged(request, next, slice.previous(cursors, list));
        });
  }

  private TerritoryView.Views views(Geography geography) {
    return new TerritoryView.Views(geography, instance.address());
  }

  @Operation(
      operationId = "getTerritory",
      summary = "A territory",
      description =
          "By its code: WORLD has none, FRANCE, FRANCE_METRO, FRANCE_DE_PROVINCE, R93, D13,"
              + " EPCI-200054807, COM-13055. A commune that is no more is answered with what it"
              + " became.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TerritoryView.class)))
  @Get("/{code}")
  HttpResponse<byte[]> one(
      HttpRequest<?> request,
      @Parameter(description = "Code of the territory", example = "D13") @PathVariable
          String code) {
    Geography geography = geographies.geography();
    return answers.json(
        request,
        geography.version(),
        snapshot -> {
          TerritoryView view =
              Territories.former(geography, code)
                  .map(former ->
                      views(geography)
                          .former(former, geography.biography(former.code()).orElseThrow()))
                  .orElseGet(() -> views(geography).view(Territories.get(geography, code)));
          return Answers.Content.of(view).linked(view.uri(), "canonical");
        });
  }

  @Operation(
      operationId = "listCommunes",
      summary = "The communes of a territory",
      description = "Those of the reference vintage, by code.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TerritoryView.Communes.class)))
  @Get("/{code}/communes")
  HttpResponse<byte[]> communes(
      HttpRequest<?> request,
      @Parameter(description = "Code of the territory", example = "D13") @PathVariable String code,
      @QueryValue @Nullable String limit,
      @QueryValue @Nullable String cursor) {
    int size = Filters.limit(limit);
    String list = Filters.list(request);
    String after = cursor == null ? "" : cursors.open(list, cursor);
    Geography geography = geographies.geography();
    return answers.json(
        request,
        geography.version(),
        snapshot -> {
          Zone zone = Territories.get(geography, code);
          Slice<Integer> slice =
              Slice.of(zone.communes().stream().boxed().toList(), geography::code, after, size);
          String next = slice.next(cursors, list);
          TerritoryView.Views views = views(geography);
          List<TerritoryView.Item> items = slice.items().stream().map(views::commune).toList();
          return Answers.Content.of(
                  new TerritoryView.Communes(
                      items,
                      slice.total(),
                      next,
                      geography.vintage(),
                      views.source(zone.territory())))
              .paged(request, next, slice.previous(cursors, list));
        });
  }
}
