package fr.passerelle.api.study;

import fr.passerelle.api.Instance;
import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Catalogues;
import fr.passerelle.api.http.Json;
import fr.passerelle.api.http.Language;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.catalog.audit.AuditAction;
import fr.passerelle.catalog.audit.AuditTrail;
import fr.passerelle.catalog.studies.Actor;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.catalog.use.Reuse;
import fr.passerelle.catalog.use.Reuses;
import fr.passerelle.vocab.release.Vocabularies;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The register of who used a study for what. */
@Produces(MediaType.ALL)
@Controller("/api/v1")
@ExecuteOn(WorkPools.WRITING)
final class ReuseController {
  private static final String JSON = "application/json";

  private final Catalogues catalogues;
  private final Vocabularies vocabularies;
  private final Instance instance;
  private final Reuses reuses;
  private final StudyAnswers answers;
  private final AuditTrail trail;
  private final Json json;

  ReuseController(
      Catalogues catalogues,
      Vocabularies vocabularies,
      Instance instance,
      Reuses reuses,
      StudyAnswers answers,
      AuditTrail trail,
      Json json) {
    this.trail = trail;
    this.catalogues = catalogues;
    this.vocabularies = vocabularies;
    this.instance = instance;
    this.reuses = reuses;
    this.answers = answers;
    this.json = json;
  }

  private HttpResponse<byte[]> answer(
      HttpRequest<?> request, Function<StudyViews, List<Reuse>> asked) {
    String lang = Language.of(request);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    return catalogues.json(
        request,
        lang + "/" + reuses.version(),
        catalogue -> {
          StudyViews views =
              new StudyViews(catalogue, vocabularies.snapshot(), instance, lang, today);
          List<Reuse> found = asked.apply(views);
          List<Study> used =
              found.stream().flatMap(each -> catalogue.find(each.study()).stream()).toList();
          return Answers.Content.of(
              new ReuseView.Listed(
                  found.stream().map(each -> ReuseView.of(views, each)).toList(),
                  found.size(),
                  null,
                  views.source(used)));
        });
  }

  @Operation(
      operationId = "listReuses",
      summary = "Who used which study for what",
      description = "Réutilisations: the register, the latest first.")
  @ApiResponse(
      responseCode = "200",
      description = "Re-uses of studies",
      content = @Content(schema = @Schema(implementation = ReuseView.Listed.class)))
  @Get("/reuses")
  HttpResponse<byte[]> list(HttpRequest<?> request) {
    return answer(request, views -> reuses.list(views.catalogue()));
  }

  @Operation(
      operationId = "listReusesOfStudy",
      summary = "Who used a study for what",
      description = "The latest first.")
  @ApiResponse(
      responseCode = "200",
      description = "Re-uses of the study",
      content = @Content(schema = @Schema(implementation = ReuseView.Listed.class)))
  @Get("/studies/{id}/reuses")
  HttpResponse<byte[]> listOf(HttpRequest<?> request, @PathVariable String id) {
    return answer(request, views -> reuses.list(FoundStudy.of(views.catalogue(), id).id()));
  }

  @Operation(
      operationId = "recordReuse",
      summary = "Records that a study was used for something",
      description = "With the key of one of its producers, or of the operator.",
      security = @SecurityRequirement(name = "key"))
  @RequestBody(
      description = "Who used it, what for",
      required = true,
      content = @Content(mediaType = JSON, schema = @Schema(implementation = ReuseView.Form.class)))
  @ApiResponse(
      responseCode = "201",
      description = "The re-use",
      content = @Content(schema = @Schema(implementation = ReuseView.class)))
  @Consumes(MediaType.ALL)
  @Post("/studies/{id}/reuses")
  HttpResponse<byte[]> add(
      HttpRequest<?> request, @PathVariable String id, @Body @Nullable InputStream body)
      throws IOException {
    Actor actor = catalogues.actor(request);
    SentBody sent = SentBody.form(request, body);
    StudyId study = answers.named(actor, id);
    Reuse reuse =
        trail.witness(
            actor.by(),
            AuditAction.REUSE_RECORDED,
            "study/" + study,
            subject -> Refusals.explained(() -> reuses.record(actor, study, sent.form(json))));
    return answers.respond(HttpStatus.CREATED, ReuseView.of(answers.views(request, actor), reuse));
  }

  @Operation(
      operationId = "forgetReuse",
      summary = "Forgets a re-use that was recorded by mistake",
      description = "With the key of one of the producers of the study, or of the operator.",
      security = @SecurityRequirement(name = "key"))
  @ApiResponse(responseCode = "204", description = "Forgotten")
  @Delete("/studies/{id}/reuses/{number}")
  HttpResponse<byte[]> forget(
      HttpRequest<?> request,
      @PathVariable String id,
      @Parameter(description = "Number of the re-use", example = "1") @PathVariable long number) {
    Actor actor = catalogues.actor(request);
    StudyId study = answers.named(actor, id);
    boolean forgotten =
        trail.witness(
            actor.by(),
            AuditAction.REUSE_FORGOTTEN,
            "study/" + study + "/reuse/" + number,
            subject -> Refusals.explained(() -> reuses.forget(actor, study, number)));
    if (!forgotten) {
      throw new ProblemException(
          ProblemType.UNKNOWN_CODE,
          "Aucune réutilisation %d de cette étude ; /api/v1/studies/%s/reuses les donne."
              .formatted(number, study));
    }
    return HttpResponse.noContent();
  }
}
