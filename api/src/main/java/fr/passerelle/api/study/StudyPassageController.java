package fr.passerelle.api.study;

import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Catalogues;
import fr.passerelle.api.http.Json;
import fr.passerelle.api.http.JsonBody;
import fr.passerelle.catalog.audit.AuditAction;
import fr.passerelle.catalog.audit.AuditTrail;
import fr.passerelle.catalog.studies.Actor;
import fr.passerelle.catalog.studies.Passages;
import fr.passerelle.catalog.study.Qualification;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.catalog.study.StudyStatus;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passages of studies: through their life, through qualification, out of the catalogue. */
@Produces(MediaType.ALL)
@Controller("/api/v1/studies")
@ExecuteOn(WorkPools.WRITING)
final class StudyPassageController {
  private static final String JSON = "application/json";
  private static final int LONGEST_REASON = 1_000;

  private final Catalogues catalogues;
  private final Passages passages;
  private final StudyAnswers answers;
  private final AuditTrail trail;
  private final Json json;

  StudyPassageController(
      Catalogues catalogues, Passages passages, StudyAnswers answers, AuditTrail trail, Json json) {
    this.trail = trail;
    this.catalogues = catalogues;
    this.passages = passages;
    this.answers = answers;
    this.json = json;
  }

  /**
   * Where a study or its record is to pass, and why.
   *
   * @param to word of the status or of the qualification
   * @param reason why; needed to return a record
   */
  @Serdeable
  @Schema(name = "StudyPassage")
  record PassageForm(String to, @io.micronaut.core.annotation.Nullable String reason) {}

  @Operation(
      operationId = "passStudy",
      summary = "Lets a study pass to another point of its life",
      description =
          "requested > planned > under-way > published > superseded, or withdrawn; dated and"
              + " signed by the key.",
      security = @SecurityRequirement(name = "key"))
  @RequestBody(
      description = "The status",
      required = true,
      content = @Content(mediaType = JSON, schema = @Schema(implementation = PassageForm.class)))
  @ApiResponse(
      responseCode = "200",
      description = "The study",
      content = @Content(schema = @Schema(implementation = StudyView.class)))
  @Consumes(MediaType.ALL)
  @Post("/{id}/status")
  HttpResponse<byte[]> pass(
      HttpRequest<?> request, @PathVariable String id, @Body @Nullable InputStream body)
      throws IOException {
    Actor actor = catalogues.actor(request);
    JsonBody form = passage(request, body);
    String word = form.text("to", LONGEST_REASON);
    StudyStatus to =
        StudyStatus.find(word)
            .orElseThrow(() -> JsonBody.refused("/to", String.join(", ", StudyStatus.ids())));
    return changed(
        request,
        actor,
        AuditAction.STUDY_PASSED,
        id,
        named -> passages.pass(actor, named, to, form.text("reason", LONGEST_REASON)));
  }

  @Operation(
      operationId = "qualifyStudy",
      summary = "Qualifies, publishes or returns the record of a study",
      description = "With the key of the operator: submitted > qualified > published, or returned.",
      security = @SecurityRequirement(name = "key"))
  @RequestBody(
      description = "The qualification",
      required = true,
      content = @Content(mediaType = JSON, schema = @Schema(implementation = PassageForm.class)))
  @ApiResponse(
      responseCode = "200",
      description = "The study",
      content = @Content(schema = @Schema(implementation = StudyView.class)))
  @Consumes(MediaType.ALL)
  @Post("/{id}/qualification")
  HttpResponse<byte[]> qualify(
      HttpRequest<?> request, @PathVariable String id, @Body @Nullable InputStream body)
      throws IOException {
    Actor actor = catalogues.actor(request);
    JsonBody form = passage(request, body);
    Qualification as =
        Qualification.find(form.text("to", LONGEST_REASON))
            .orElseThrow(() -> JsonBody.refused("/to", String.join(", ", Qualification.ids())));
    return changed(
        request,
        actor,
        AuditAction.STUDY_QUALIFIED,
        id,
        named -> passages.qualify(actor, named, as, form.text("reason", LONGEST_REASON)));
  }

  private JsonBody passage(HttpRequest<?> request, @Nullable InputStream body) throws IOException {
    return JsonBody.of(json.tree(SentBody.form(request, body).bytes()), List.of("to", "reason"));
  }

  private interface Passage {
    Study of(StudyId id);
  }

  private HttpResponse<byte[]> changed(
      HttpRequest<?> request, Actor actor, AuditAction action, String id, Passage passage) {
    StudyId named = answers.named(actor, id);
    Study study =
        trail.witness(
            actor.by(),
            action,
            "study/" + named,
            subject -> Refusals.explained(() -> passage.of(named)));
    return answers.respond(HttpStatus.OK, answers.views(request, actor).view(study));
  }

  @Operation(
      operationId = "deleteStudy",
      summary = "Deletes the record of a study",
      description =
          "With the key of its producer or of the operator. Its identifier is never another's; who"
              + " follows the catalogue sees the deletion. A study that is given up is rather"
              + " withdrawn.",
      security = @SecurityRequirement(name = "key"))
  @ApiResponse(responseCode = "204", description = "Deleted")
  @Delete("/{id}")
  HttpResponse<byte[]> delete(
      HttpRequest<?> request,
      @PathVariable String id,
      @Parameter(
              description = "Why, for the audit trail",
              schema = @Schema(type = "string", maxLength = LONGEST_REASON))
          @QueryValue
          @Nullable String reason) {
    Actor actor = catalogues.actor(request);
    StudyId named = answers.named(actor, id);
    trail.witness(
        actor.by(),
        AuditAction.STUDY_DELETED,
        "study/" + named,
        subject ->
            Refusals.explained(() -> passages.delete(actor, named, reason == null ? "" : reason)));
    return HttpResponse.noContent();
  }
}
