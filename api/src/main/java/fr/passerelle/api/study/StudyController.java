package fr.passerelle.api.study;

import fr.passerelle.api.Instance;
import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Catalogues;
import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.http.Language;
import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.catalog.studies.StudyAbsence;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.search.StudyHit;
import fr.passerelle.catalog.study.search.StudyPage;
import fr.passerelle.catalog.study.search.StudyQuery;
import fr.passerelle.catalog.use.UseKind;
import fr.passerelle.vocab.release.Vocabularies;
import fr.passerelle.vocab.service.Absence;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Studies: found by words and facets, read, compared. Without key, those that are public. */
// Any Accept reaches the method: the framework does not take application/* for JSON.
@Produces(MediaType.ALL)
@Controller("/api/v1/studies")
@ExecuteOn(WorkPools.READING)
final class StudyController {
  private final Catalogues catalogues;
  private final Vocabularies vocabularies;
  private final Instance instance;
  private final Cursors cursors;
  private final Readership readership;

  StudyController(
      Catalogues catalogues,
      Vocabularies vocabularies,
      Instance instance,
      Cursors cursors,
      Readership readership) {
    this.readership = readership;
    this.catalogues = catalogues;
    this.vocabularies = vocabularies;
    this.instance = instance;
    this.cursors = cursors;
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  private StudyViews views(CatalogueView catalogue, String lang) {
    return new StudyViews(catalogue, vocabularies.snapshot(), instance, lang, today());
  }

  private HttpResponse<byte[]> answer(
      HttpRequest<?> request, CitedAs as, String lang, Function<StudyViews, Object> body) {
    as.require(request);
    return catalogues.answer(
        request,
        as.contentType(),
        lang + "/" + today(),
        catalogue ->
            switch (body.apply(views(catalogue, lang))) {
              case Answers.Content content -> content;
              case Object plain -> Answers.Content.of(plain);
            });
  }

  @Operation(
      operationId = "listStudies",
      summary = "Studies, planned, under way and published",
      description =
          "Étude: found by words (French, insensitive to case, accents and endings) and filters,"
              + " which combine; several values of a filter are separated by commas. A study about"
              + " a department is about its region. With the key of a producer, those that are for"
              + " the network too.")
  @ApiResponse(
      responseCode = "200",
      content = {
        @Content(schema = @Schema(implementation = StudyLists.Studies.class)),
        @Content(mediaType = CitedAs.RIS, schema = @Schema(type = "string")),
        @Content(mediaType = CitedAs.BIBTEX, schema = @Schema(type = "string")),
        @Content(mediaType = CitedAs.CSL_JSON, schema = @Schema(type = "string"))
      })
  @Get
  HttpResponse<byte[]> list(
      HttpRequest<?> request,
      @Parameter(
              description = "Words; the last one may be typed in part",
              schema = @Schema(type = "string", maxLength = StudyFilters.LONGEST_TEXT))
          @QueryValue
          @Nullable String q,
      @Parameter(
              description = "Codes of themes, e.g. emploi",
              schema = @Schema(type = "string", maxLength = StudyFilters.LONGEST_FILTER))
          @QueryValue
          @Nullable String theme,
      @Parameter(
              description = "WORLD, EUROPE, FRANCE, R93 (region 93), D13 (department 13)",
              schema = @Schema(type = "string", maxLength = StudyFilters.LONGEST_FILTER))
          @QueryValue
          @Nullable String territory,
      @Parameter(
              description = "Codes of producers, e.g. insee",
              schema = @Schema(type = "string", maxLength = StudyFilters.LONGEST_FILTER))
          @QueryValue
          @Nullable String producer,
      @Parameter(
              description = "Kinds, e.g. report,survey",
              schema = @Schema(type = "string", maxLength = StudyFilters.LONGEST_FILTER))
          @QueryValue
          @Nullable String kind,
      @Parameter(
              description = "requested, planned, under-way, published, superseded, withdrawn",
              schema = @Schema(type = "string", maxLength = StudyFilters.LONGEST_FILTER))
          @QueryValue
          @Nullable String status,
      @Parameter(
              description = "Years of publication, or in which they are expected",
              schema = @Schema(type = "string", maxLength = StudyFilters.LONGEST_FILTER))
          @QueryValue
          @Nullable String year,
      @Parameter(
              description = "world, european, national, regional, territorial",
              schema = @Schema(type = "string", maxLength = StudyFilters.LONGEST_FILTER))
          @QueryValue
          @Nullable String scale,
      @Parameter(
              description = "Languages of the study",
              schema = @Schema(type = "string", maxLength = StudyFilters.LONGEST_FILTER))
          @QueryValue
          @Nullable String language,
      @Parameter(
              description = "Words of series, e.g. insee-premiere",
              schema = @Schema(type = "string", maxLength = StudyFilters.LONGEST_FILTER))
          @QueryValue
          @Nullable String series,
      @Parameter(
              description = "Codes as vocabulary/code, e.g. rome-4/M1805",
              schema = @Schema(type = "string", maxLength = StudyFilters.LONGEST_FILTER))
          @QueryValue
          @Nullable String subject,
      @Parameter(
              description = "Whether only those whose expected date has passed",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"true", "false"},
                      defaultValue = "false"))
          @QueryValue
          @Nullable String late,
      @Parameter(
              description =
                  "relevance (default with q), date (latest first, default without), number (in the"
                      + " order of arrival: the one in which to take a copy) or change (the record"
                      + " that changed last first)",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"relevance", "date", "number", "change"}))
          @QueryValue
          @Nullable String sort,
      @QueryValue @Nullable String limit,
      @QueryValue @Nullable String cursor,
      @Parameter(
              description = CitedAs.DESCRIPTION,
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"json", "ris", "bibtex", "csl-json"}))
          @QueryValue
          @Nullable String format,
      @QueryValue @Nullable String lang) {
    int size = StudyFilters.limit(limit);
    CitedAs as = CitedAs.of(request, format);
    return answer(
        request,
        as,
        Language.of(request, lang),
        views -> {
          StudyQuery query =
              StudyFilters.of(views.catalogue(), views.snapshot(), q, sort, late)
                  .themes(theme)
                  .territories(territory)
                  .producers(producer)
                  .kinds(kind)
                  .statuses(status)
                  .years(year)
                  .scales(scale)
                  .languages(language)
                  .series(series)
                  .subjects(subject)
                  .query();
          return page(request, as, views, query.page(size, ""), cursor);
        });
  }

  private Answers.Content page(
      HttpRequest<?> request,
      CitedAs as,
      StudyViews views,
      StudyQuery query,
      @Nullable String cursor) {
    String list = StudyFilters.list(request, views.catalogue());
    String after = cursor == null ? "" : cursors.open(list, cursor);
    StudyPage page = views.catalogue().search(query.page(query.limit(), after), views.today());
    @Nullable String next = page.next().isEmpty() ? null : cursors.sign(list, page.next());
    List<Study> studies = page.hits().stream().map(StudyHit::study).toList();
    Optional<Absence> absence =
        page.total() > 0
            ? Optional.empty()
            : Optional.of(StudyAbsence.of(views.catalogue(), query, views.today()));
    return as.write(views, studies, "etudes")
        .orElseGet(() ->
            Answers.Content.of(
                new StudyLists.Studies(
                    page.hits().stream().map(views::item).toList(),
                    page.total(),
                    next,
                    page.relaxed(),
                    FacetLabels.of(views).of(page.facets()),
                    absence.map(why -> why.reason().name().toLowerCase(Locale.ROOT)).orElse(null),
                    absence.map(Absence::explanation).orElse(null),
                    views.source(studies))))
        .paged(request, next, page.before().map(at -> sign(list, at)).orElse(null));
  }

  /** Cursor of a place; that of the first page is empty. */
  private String sign(String list, String place) {
    return place.isEmpty() ? "" : cursors.sign(list, place);
  }

  @Operation(
      operationId = "getStudy",
      summary = "A study",
      description =
          "By its identifier, which never changes. A study that is hidden is not found; one that is"
              + " no more is gone.")
  @ApiResponse(
      responseCode = "200",
      content = {
        @Content(schema = @Schema(implementation = StudyView.class)),
        @Content(mediaType = CitedAs.RIS, schema = @Schema(type = "string")),
        @Content(mediaType = CitedAs.BIBTEX, schema = @Schema(type = "string")),
        @Content(mediaType = CitedAs.CSL_JSON, schema = @Schema(type = "string"))
      })
  @Get("/{id}")
  HttpResponse<byte[]> study(
      HttpRequest<?> request,
      @PathVariable String id,
      @Parameter(
              description = CitedAs.DESCRIPTION,
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"json", "ris", "bibtex", "csl-json"}))
          @QueryValue
          @Nullable String format,
      @QueryValue @Nullable String lang) {
    CitedAs as = CitedAs.of(request, format);
    HttpResponse<byte[]> answer =
        answer(
            request,
            as,
            Language.of(request, lang),
            views -> {
              Study study = FoundStudy.of(views.catalogue(), id);
              return as.write(views, List.of(study), study.id().value())
                  .orElseGet(() -> Answers.Content.of(views.view(study)))
                  .licensed(views.licence(study));
            });
    if (as.format().isPresent()) {
      readership.count(request, id, UseKind.CITATION);
    }
    return answer;
  }
}
