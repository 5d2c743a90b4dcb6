package fr.passerelle.api.study;

import fr.passerelle.api.Instance;
import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Catalogues;
import fr.passerelle.api.http.Language;
import fr.passerelle.catalog.programme.FollowUp;
import fr.passerelle.catalog.use.UseCounts;
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
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The observatory's own follow-up figures, for its partners and its annual report. */
@Produces(MediaType.ALL)
@Controller("/api/v1/follow-up")
@ExecuteOn(WorkPools.READING)
final class FollowUpController {
  private final Catalogues catalogues;
  private final Vocabularies vocabularies;
  private final Instance instance;
  private final UseCounts counts;
  private final StudyAnswers answers;

  FollowUpController(
      Catalogues catalogues,
      Vocabularies vocabularies,
      Instance instance,
      UseCounts counts,
      StudyAnswers answers) {
    this.catalogues = catalogues;
    this.vocabularies = vocabularies;
    this.instance = instance;
    this.counts = counts;
    this.answers = answers;
  }

  @Operation(
      operationId = "getFollowUp",
      summary = "The observatory's own follow-up figures",
      description =
          "Studies per producer and status, on time or late; deposits, views, citations and"
              + " harvests of a period, by default the present year. Uses are counted by day,"
              + " without anything of who used.")
  @ApiResponse(
      responseCode = "200",
      description = "The figures",
      content = @Content(schema = @Schema(implementation = FollowUpView.class)))
  @Get
  HttpResponse<byte[]> figures(
      HttpRequest<?> request,
      @Parameter(
              description = "First day; by default the first of the year of the last",
              schema = @Schema(type = "string", format = "date", maxLength = 10))
          @QueryValue
          @Nullable String from,
      @Parameter(
              description = "Last day; by default today",
              schema = @Schema(type = "string", format = "date", maxLength = 10))
          @QueryValue
          @Nullable String until) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    FollowUpPeriod period =
        FollowUpPeriod.of(
            Objects.requireNonNullElse(from, ""), Objects.requireNonNullElse(until, ""), today);
    var catalogue = catalogues.of(request);
    StudyViews views =
        new StudyViews(catalogue, vocabularies.snapshot(), instance, Language.of(request), today);
    FollowUp figures = FollowUp.of(catalogue, counts, period.first(), period.last(), today);
    return answers.unkept(request, view(views, figures));
  }

  private static FollowUpView view(StudyViews views, FollowUp figures) {
    Map<String, Long> uses = new TreeMap<>();
    figures.uses().forEach((kind, count) -> uses.put(kind.id(), count));
    return new FollowUpView(
        figures.first(),
        figures.last(),
        figures.producers().stream().map(each -> producer(views, each)).toList(),
        uses,
        figures.viewed().stream()
            .map(each ->
                new FollowUpView.ViewedView(
                    each.study().id().value(), each.study().title(), each.views()))
            .toList(),
        new TreeMap<>(figures.harvests()),
        new TreeMap<>(figures.complete()),
        views.source(views.catalogue().list()));
  }

  private static FollowUpView.OfProducerView producer(
      StudyViews views, FollowUp.OfProducer figures) {
    Map<String, Long> studies = new TreeMap<>();
    figures.studies().forEach((status, count) -> studies.put(status.id(), count));
    return new FollowUpView.OfProducerView(
        views.agent(figures.producer()),
        studies,
        studies.values().stream().mapToLong(Long::longValue).sum(),
        figures.onTime(),
        figures.late(),
        figures.deposits());
  }
}
