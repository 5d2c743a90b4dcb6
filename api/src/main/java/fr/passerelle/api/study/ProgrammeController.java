package fr.passerelle.api.study;

import fr.passerelle.api.Instance;
import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Catalogues;
import fr.passerelle.api.http.Language;
import fr.passerelle.api.http.Negotiation;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.api.xlsx.TextSheet;
import fr.passerelle.catalog.programme.Programme;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.vocab.release.Vocabularies;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The year's programme of studies. */
// Any Accept reaches the method: the framework does not take application/* for JSON.
@Produces(MediaType.ALL)
@Controller("/api/v1/programme")
@ExecuteOn(WorkPools.READING)
final class ProgrammeController {
  private static final String JSON = "application/json";
  private static final String XLSX = "xlsx";

  private final Catalogues catalogues;
  private final Vocabularies vocabularies;
  private final Instance instance;

  ProgrammeController(Catalogues catalogues, Vocabularies vocabularies, Instance instance) {
    this.catalogues = catalogues;
    this.vocabularies = vocabularies;
    this.instance = instance;
  }

  @Operation(
      operationId = "getProgramme",
      summary = "The studies of a year, what overlaps, what nobody looks at",
      description =
          "Programme: the studies published or expected in the year and, in the present year, those"
              + " that are overdue; each with those to come elsewhere that are close to it. Then"
              + " the gaps: themes and departments without study, needs that nobody has taken up."
              + " As a workbook too (XLSX).")
  @ApiResponse(
      responseCode = "200",
      description = "The programme of the year",
      content = {
        @Content(schema = @Schema(implementation = ProgrammeView.class)),
        @Content(
            mediaType = TextSheet.MEDIA_TYPE,
            schema = @Schema(type = "string", format = "binary"))
      })
  @Get
  HttpResponse<byte[]> programme(
      HttpRequest<?> request,
      @Parameter(
              description = "The year; by default the present one",
              schema = @Schema(type = "integer", minimum = "1900", maximum = "2199"))
          @QueryValue
          @Nullable String year,
      @Parameter(
              description = "json or xlsx; by default what Accept prefers",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"json", "xlsx"}))
          @QueryValue
          @Nullable String format,
      @QueryValue @Nullable String lang) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    int asked = year == null ? today.getYear() : Years.of("year", year);
    boolean workbook = workbook(request, format);
    String language = Language.of(request, lang);
    return catalogues.answer(
        request,
        workbook ? TextSheet.MEDIA_TYPE : JSON + "; charset=utf-8",
        language + "/" + today,
        catalogue -> {
          StudyViews views =
              new StudyViews(catalogue, vocabularies.snapshot(), instance, language, today);
          Programme programme =
              Programme.of(
                  catalogue,
                  Programme.Frame.of(views.snapshot(), instance.profile(), asked, today));
          return workbook ? file(views, programme) : Answers.Content.of(view(views, programme));
        });
  }

  private static boolean workbook(HttpRequest<?> request, @Nullable String format) {
    if (format == null) {
      return Negotiation.prefer(request, List.of(JSON, TextSheet.MEDIA_TYPE))
          .orElseThrow(() ->
              new ProblemException(
                  ProblemType.NOT_ACCEPTABLE, "Disponibles ici : JSON, et XLSX (format=xlsx)."))
          .equals(TextSheet.MEDIA_TYPE);
    }
    if (!format.equals("json") && !format.equals(XLSX)) {
      throw ProblemException.parameter("format", format, "json ou xlsx");
    }
    return format.equals(XLSX);
  }

  private static Answers.Content file(StudyViews views, Programme programme) {
    return Answers.Content.of(ProgrammeWorkbook.write(views, programme))
        .with(
            "Content-Disposition",
            "attachment; filename=\"programme-%d.xlsx\"".formatted(programme.year()));
  }

  private static ProgrammeView view(StudyViews views, Programme programme) {
    List<Study> studies = programme.items().stream().map(Programme.Item::study).toList();
    return new ProgrammeView(
        programme.year(),
        programme.items().stream()
            .map(each -> views.overlap(each.study(), each.overlaps()))
            .toList(),
        programme.items().size(),
        null,
        new ProgrammeView.GapsView(
            programme.themes().stream()
                .map(each ->
                    new ProgrammeView.ThemeGapView(
                        views.named(each.theme()), StudyViews.date(each.last())))
                .toList(),
            programme.territories().stream().map(views::named).toList(),
            programme.requested().stream().map(views::item).toList()),
        views.source(studies));
  }
}
