package fr.passerelle.api.rest;

import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.FigureDesk;
import fr.passerelle.catalog.delivery.Published;
import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.observation.Place;
import fr.passerelle.catalog.observation.Portrait;
import fr.passerelle.catalog.observation.Rank;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Portraits of places. */
// Any Accept reaches the method: the framework does not take application/* for JSON.
@Produces(MediaType.ALL)
@Controller("/api/v1")
@ExecuteOn(WorkPools.READING)
final class PortraitController {

  private final Answers answers;
  private final FigureDesk desk;

  PortraitController(Answers answers, FigureDesk desk) {
    this.answers = answers;
    this.desk = desk;
  }

  @Operation(
      operationId = "getPortrait",
      summary = "Portrait of a territory",
      description =
          "Portrait: the headline indicators of a territory or a perimeter, the last period of"
              + " each, its growth, and the same indicator in the places that it is compared with,"
              + " by default its region and France.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PortraitView.class)))
  @Get("/portraits")
  HttpResponse<byte[]> portrait(
      HttpRequest<?> request,
      @Parameter(
              description = "Code of the territory; or else give perimeter",
              schema = @Schema(type = "string", maxLength = 64, example = "R44"))
          @QueryValue
          @Nullable String territory,
      @Parameter(
              description = "Hash of a perimeter",
              schema = @Schema(type = "string", maxLength = 64))
          @QueryValue
          @Nullable String perimeter,
      @Parameter(
              description = "Codes of territories to compare with, separated by commas",
              schema = @Schema(type = "string", maxLength = IndicatorController.LONGEST))
          @QueryValue
          @Nullable String compare,
      @Parameter(description = "Code of a theme", schema = @Schema(type = "string", maxLength = 60))
          @QueryValue
          @Nullable String theme,
      @Parameter(
              description = "headline for the few that come first, all for every indicator",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"headline", "all"},
                      defaultValue = "headline"))
          @QueryValue
          @Nullable String detail,
      @QueryValue @Nullable String asOf) {
    FigureParameters.lookUp(request, perimeter);
    Published published = desk.published(FigureParameters.text(asOf));
    Place place =
        desk.places(published, FigureParameters.where(territory, perimeter, null, null)).getFirst();
    List<Place> compared =
        compare == null
            ? desk.usualComparisons(published, place)
            : desk.places(published, FigureParameters.where(compare, null, null, null));
    List<Indicator> indicators =
        desk.find(
            published,
            "",
            FigureParameters.text(theme),
            desk.detail(FigureParameters.text(detail)));
    return answers.json(
        request,
        published.version(),
        snapshot ->
            Answers.Content.of(
                portrait(
                    published,
                    Portrait.of(published.dashboard(), indicators, place, compared),
                    compared)));
  }

  private static PortraitView portrait(
      Published published, Portrait portrait, List<Place> compared) {
    FigureSources sources =
        FigureSources.of(
            published,
            portrait.entries().stream()
                .flatMap(each ->
                    Stream.concat(
                        Stream.concat(Stream.of(each.now()), each.before().stream()),
                        each.elsewhere().stream()))
                .toList());
    return new PortraitView(
        portrait.place().code(),
        portrait.place().name(),
        compared.stream().map(Place::code).toList(),
        portrait.entries().stream().map(each -> entry(published, each)).toList(),
        published.dashboard().geography().vintage(),
        sources.deliveries(),
        sources.territories(),
        sources.terms());
  }

  private static PortraitView.EntryView entry(Published published, Portrait.Entry each) {
    Indicator indicator = each.now().indicator();
    return new PortraitView.EntryView(
        indicator.id(),
        indicator.title(),
        indicator.theme(),
        indicator.decimals(),
        FigureView.of(each.now()),
        each.before().map(FigureView::of).orElse(null),
        FigureView.boxed(each.growth()),
        Rank.of(published.dashboard(), each.now()).map(PortraitView.RankView::of).orElse(null),
        each.elsewhere().stream()
            .map(line ->
                new PortraitView.ComparisonView(
                    FigureView.of(line), FigureView.boxed(each.share(line))))
            .toList());
  }
}
