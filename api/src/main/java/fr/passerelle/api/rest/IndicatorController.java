package fr.passerelle.api.rest;

import fr.passerelle.api.Instance;
import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.figures.FigureFormat;
import fr.passerelle.api.figures.FigureTable;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.http.FigureDesk;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.catalog.delivery.Published;
import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.observation.Question;
import fr.passerelle.vocab.service.Absence;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Indicators and what they say of any territory. */
// Any Accept reaches the method: the framework does not take application/* for JSON.
@Produces(MediaType.ALL)
@Controller("/api/v1")
@ExecuteOn(WorkPools.READING)
final class IndicatorController {
  static final int LONGEST = 2_000;

  private final Answers answers;
  private final FigureDesk desk;
  private final Instance instance;
  private final Cursors cursors;

  IndicatorController(Answers answers, FigureDesk desk, Instance instance, Cursors cursors) {
    this.answers = answers;
    this.desk = desk;
    this.instance = instance;
    this.cursors = cursors;
  }

  @Operation(
      operationId = "listIndicators",
      summary = "Indicators of the shared dashboard",
      description =
          "Indicateurs: what each counts, how it adds up, which periods and territories it has"
              + " figures of. Those without figures yet are listed too, with no period.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = IndicatorView.Listed.class)))
  @Get("/indicators")
  HttpResponse<byte[]> list(
      HttpRequest<?> request,
      @Parameter(
              description = "Words of the title or the code, without regard to case and accents",
              schema =
                  @Schema(type = "string", maxLength = Filters.LONGEST_TEXT, example = "chomage"))
          @QueryValue
          @Nullable String q,
      @Parameter(
              description = "Code of a theme",
              schema = @Schema(type = "string", maxLength = 60, example = "population"))
          @QueryValue
          @Nullable String theme,
      @Parameter(
              description = "true for those that portraits begin with",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"true", "false"}))
          @QueryValue
          @Nullable String headline,
      @QueryValue @Nullable String limit,
      @QueryValue @Nullable String cursor) {
    int size = Filters.limit(limit);
    String list = Filters.list(request);
    String after = cursor == null ? "" : cursors.open(list, cursor);
    Published published = desk.published("");
    List<Indicator> found =
        desk.find(
            published,
            Filters.text(q),
            theme == null ? "" : theme,
            headline == null ? "" : headline);
    return answers.json(
        request,
        published.version(),
        snapshot -> {
          Slice<Indicator> slice =
              Slice.of(found, each -> each.theme() + '\n' + each.id(), after, size);
          String next = slice.next(cursors, list);
          Emptiness empty = Emptiness.of(slice.total(), () -> Absence.of(Absence.Reason.FILTERED));
          return Answers.Content.of(
                  new IndicatorView.Listed(
                      slice.items().stream()
                          .map(each -> IndicatorView.of(published, each, instance))
                          .toList(),
                      slice.total(),
                      next,
                      empty.reason(),
                      empty.explanation()))
              .paged(request, next, slice.previous(cursors, list));
        });
  }

  @Operation(
      operationId = "getIndicator",
      summary = "An indicator",
      description = "Its definition, and what there is of it: periods, territories, categories.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = IndicatorView.class)))
  @Get("/indicators/{id}")
  HttpResponse<byte[]> one(
      HttpRequest<?> request,
      @Parameter(description = "Code of the indicator", example = "defm-abc") @PathVariable
          String id) {
    Published published = desk.published("");
    return answers.json(
        request,
        published.version(),
        snapshot -> {
          IndicatorView view = IndicatorView.of(published, desk.indicator(published, id), instance);
          return Answers.Content.of(view).linked(view.uri(), "canonical");
        });
  }

  @Operation(
      operationId = "getFigures",
      summary = "Figures of an indicator",
      description =
          "For any territories and perimeters: what sources publish for that very territory, else a"
              + " sum or a quotient over its communes, else a refusal with its reason and what"
              + " there is instead. Never an average of rates, never a value of another territory.")
  @ApiResponse(
      responseCode = "200",
      content = {
        @Content(schema = @Schema(implementation = FigureView.Listed.class)),
        @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
        @Content(mediaType = "text/turtle", schema = @Schema(type = "string"))
      })
  @Get("/indicators/{id}/values")
  HttpResponse<byte[]> values(
      HttpRequest<?> request,
      @Parameter(description = "Code of the indicator", example = "defm-abc") @PathVariable
          String id,
      @Parameter(
              description = "Codes of territories, separated by commas",
              schema =
                  @Schema(type = "string", maxLength = LONGEST, example = "R44,FRANCE_DE_PROVINCE"))
          @QueryValue
          @Nullable String territory,
      @Parameter(
              description = "Hashes of perimeters, separated by commas",
              schema = @Schema(type = "string", maxLength = LONGEST))
          @QueryValue
          @Nullable String perimeter,
      @Parameter(
              description = "A zoning (REG, DEP, EPCI, COM...): a figure for each of its zones",
              schema = @Schema(type = "string", maxLength = 20))
          @QueryValue
          @Nullable String each,
      @Parameter(
              description = "With each: only zones inside that territory",
              schema = @Schema(type = "string", maxLength = 64))
          @QueryValue
          @Nullable String within,
      @Parameter(
              description =
                  "last (the last that has something to tell), all, or periods separated by commas:"
                      + " 2016, 2016-Q4, 2016-12, 2016-01-01, 2016-2017",
              schema =
                  @Schema(
                      type = "string",
                      maxLength = LONGEST,
                      defaultValue = "last",
                      example = "2016-Q4"))
          @QueryValue
          @Nullable String period,
      @Parameter(
              description =
                  "all, or dimension=code, several separated by commas; nothing for the whole",
              schema = @Schema(type = "string", maxLength = LONGEST))
          @QueryValue
          @Nullable String categories,
      @QueryValue @Nullable String asOf,
      @Parameter(
              description =
                  "A day, of which the end counts, or a moment (ISO 8601): only figures that were"
                      + " first published, changed or taken back after it",
              schema = @Schema(type = "string", maxLength = 40))
          @QueryValue
          @Nullable String updatedAfter,
      @Parameter(
              description =
                  "true for every value that a figure had, with the moments at which it was"
                      + " published and replaced; in json, csv, xlsx and sdmx-csv (VALID_FROM,"
                      + " VALID_TO)",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"true", "false"}))
          @QueryValue
          @Nullable String includeHistory,
      @Parameter(
              description =
                  "json, csv, csvw (metadata of csv), xlsx, sdmx-json, sdmx-csv, json-stat, or cube"
                      + " (RDF Data Cube in Turtle)",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {
                        "json",
                        "csv",
                        "csvw",
                        "xlsx",
                        "sdmx-json",
                        "sdmx-csv",
                        "json-stat",
                        "cube"
                      },
                      defaultValue = "json"))
          @QueryValue
          @Nullable String format) {
    FigureParameters.lookUp(request, perimeter);
    Published published = desk.published(FigureParameters.text(asOf));
    Question question =
        new Question(
            List.of(desk.indicator(published, id)),
            desk.places(published, FigureParameters.where(territory, perimeter, each, within)),
            desk.periods(FigureParameters.text(period)),
            desk.cut(FigureParameters.text(categories)));
    String written = FigureParameters.text(format);
    AskedFigures asked =
        new AskedFigures(
            desk,
            instance,
            published,
            question,
            FigureParameters.text(updatedAfter),
            AskedFigures.history(FigureParameters.text(includeHistory), written));
    if (AskedFigures.isJson(written)) {
      return answers.json(
          request, asked.version(), snapshot -> Answers.Content.of(asked.listed(snapshot, asOf)));
    }
    return written(request, asked, known(written));
  }

  private static FigureFormat known(String format) {
    return FigureFormat.find(format)
        .orElseThrow(
            () -> ProblemException.parameter("format", format, "json, " + FigureFormat.ids()));
  }

  private HttpResponse<byte[]> written(
      HttpRequest<?> request, AskedFigures asked, FigureFormat format) {
    return answers.answer(
        request,
        format.mediaType(),
        asked.version(),
        snapshot -> {
          FigureTable table = asked.table(snapshot);
          Object body = format.write(table, address(request));
          String name = table.indicator().id() + "." + format.extension();
          return Answers.Content.of(
                  body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : body)
              .with("Content-Disposition", "inline; filename=\"" + name + "\"")
              .licensed(table.licence())
              // A table has no room for its sources: CSV on the Web tells them.
              .linked(
                  UriBuilder.of(address(request)).queryParam("format", "csvw").toString(),
                  "describedby");
        });
  }

  /** Address of the same figures, whatever the format. */
  private String address(HttpRequest<?> request) {
    UriBuilder address = UriBuilder.of(instance.address() + request.getPath());
    request
        .getParameters()
        .forEach((name, values) -> {
          if (!name.equals("format")) {
            address.queryParam(name, values.toArray());
          }
        });
    return address.toString();
  }
}
