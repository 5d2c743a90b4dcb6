package fr.passerelle.api.study;

import fr.passerelle.api.Instance;
import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Catalogues;
import fr.passerelle.api.http.Language;
import fr.passerelle.api.http.Problem;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.api.http.Text;
import fr.passerelle.catalog.producer.Producer;
import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.vocab.release.Vocabularies;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who makes studies, and the series in which they come. */
// Any Accept reaches the method: the framework does not take application/* for JSON.
@Produces(MediaType.ALL)
@Controller("/api/v1")
@ExecuteOn(WorkPools.READING)
final class ProducerController {
  private final Catalogues catalogues;
  private final Vocabularies vocabularies;
  private final Instance instance;

  ProducerController(Catalogues catalogues, Vocabularies vocabularies, Instance instance) {
    this.catalogues = catalogues;
    this.vocabularies = vocabularies;
    this.instance = instance;
  }

  private HttpResponse<byte[]> answer(HttpRequest<?> request, Function<StudyViews, Object> body) {
    String lang = Language.of(request);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    return catalogues.json(
        request,
        lang,
        catalogue ->
            Answers.Content.of(
                body.apply(
                    new StudyViews(catalogue, vocabularies.snapshot(), instance, lang, today))));
  }

  @Operation(
      operationId = "listProducers",
      summary = "Producers of studies",
      description =
          "Producteurs: those that exist and those that have ended, with who took over"
              + " (DIRECCTE > DREETS, Pôle emploi > France Travail).")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = StudyLists.Producers.class)))
  @Get("/producers")
  HttpResponse<byte[]> producers(HttpRequest<?> request) {
    return answer(
        request,
        views -> {
          Map<String, Long> counts = counts(views.catalogue());
          List<StudyLists.ProducerView> items =
              views.catalogue().producers().list().stream()
                  .map(each -> view(views, each, counts, null))
                  .toList();
          return new StudyLists.Producers(items, items.size(), null, views.source(List.of()));
        });
  }

  private static Map<String, Long> counts(CatalogueView catalogue) {
    return catalogue.list().stream()
        .flatMap(study -> study.content().producers().stream())
        .collect(Collectors.groupingBy(code -> code, Collectors.counting()));
  }

  private static StudyLists.ProducerView view(
      StudyViews views,
      Producer producer,
      Map<String, Long> counts,
      StudyLists.@Nullable SourceView source) {
    return new StudyLists.ProducerView(
        views.agent(producer.code()).uri(),
        producer.code(),
        producer.name(views.lang()),
        producer.names().stream()
            .collect(Collectors.toMap(name -> name.lang(), name -> name.text())),
        producer.kind().id(),
        producer.homepage().isEmpty() ? null : producer.homepage(),
        producer.validFrom().orElse(null),
        producer.validUntil().orElse(null),
        producer.successors(),
        Math.toIntExact(counts.getOrDefault(producer.code(), 0L)),
        source);
  }

  @Operation(
      operationId = "getProducer",
      summary = "A producer of studies",
      description = "By its code; its studies: /api/v1/studies?producer=.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = StudyLists.ProducerView.class)))
  @Get("/producers/{code}")
  HttpResponse<byte[]> producer(
      HttpRequest<?> request,
      @Parameter(description = "Code of the producer", example = "pole-emploi") @PathVariable
          String code) {
    return answer(
        request,
        views ->
            view(
                views,
                views
                    .catalogue()
                    .producers()
                    .find(code)
                    .orElseThrow(() ->
                        new ProblemException(
                            ProblemType.UNKNOWN_CODE,
                            "Aucun producteur %s ; /api/v1/producers les donne."
                                .formatted(Text.quoted(code)),
                            new Problem.Detail("code", "un code de producteur"))),
                counts(views.catalogue()),
                views.source(List.of())));
  }

  @Operation(
      operationId = "listSeries",
      summary = "Series of studies",
      description = "Collections: their studies are found by the filter series.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = StudyLists.SeriesList.class)))
  @Get("/series")
  HttpResponse<byte[]> series(HttpRequest<?> request) {
    return answer(
        request,
        views -> {
          List<Study> studies = views.catalogue().list();
          List<StudyLists.SeriesItem> items =
              views.catalogue().series().stream()
                  .map(each ->
                      new StudyLists.SeriesItem(
                          views.names().series(each.key()),
                          each.key(),
                          each.title(),
                          each.producers(),
                          each.studies()))
                  .toList();
          return new StudyLists.SeriesList(items, items.size(), null, views.source(studies));
        });
  }
}
