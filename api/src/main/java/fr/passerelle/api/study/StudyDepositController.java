package fr.passerelle.api.study;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Catalogues;
import fr.passerelle.api.http.Json;
import fr.passerelle.api.http.JsonBody;
import fr.passerelle.api.http.Language;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemResponses;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.catalog.studies.Actor;
import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.catalog.studies.Likes;
import fr.passerelle.catalog.studies.Outcome;
import fr.passerelle.catalog.studies.Passages;
import fr.passerelle.catalog.studies.Studies;
import fr.passerelle.catalog.studies.StudyDeposits;
import fr.passerelle.catalog.studies.StudyReport;
import fr.passerelle.catalog.study.Qualification;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.catalog.study.StudyStatus;
import fr.passerelle.catalog.study.csv.StudyCsv;
import fr.passerelle.catalog.study.form.Submission;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.release.Vocabularies;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.SourceText;
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
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Studies that producers announce and deposit, and their passages. */
@Produces(MediaType.ALL)
@Controller("/api/v1/studies")
@ExecuteOn(TaskExecutors.BLOCKING)
final class StudyDepositController {
  private static final String CSV = "text/csv";
  private static final String JSON = "application/json";
  private static final int COMPARED = 50;
  private static final int MOST_SIMILAR = 5;
  private static final int LONGEST_REASON = 1_000;

  private final Catalogues catalogues;
  private final Studies studies;
  private final StudyDeposits deposits;
  private final Passages passages;
  private final Vocabularies vocabularies;
  private final Instance instance;
  private final Json json;

  StudyDepositController(
      Catalogues catalogues,
      Studies studies,
      StudyDeposits deposits,
      Passages passages,
      Vocabularies vocabularies,
      Instance instance,
      Json json) {
    this.catalogues = catalogues;
    this.studies = studies;
    this.deposits = deposits;
    this.passages = passages;
    this.vocabularies = vocabularies;
    this.instance = instance;
    this.json = json;
  }

  @Operation(
      operationId = "depositStudies",
      summary = "Announces or deposits a study, or many by CSV",
      description =
          "With the key of a producer (scope studies) or of the operator. A second deposit of one"
              + " identifier updates the study. Of a CSV all rows are written, or none. What an"
              + " agreement does not let through at once waits for the operator. Answers with the"
              + " studies that are like those announced. Idempotency-Key makes a repeated request"
              + " do nothing more.",
      security = @SecurityRequirement(name = "key"))
  @RequestBody(
      description = "A study (1 MB at most), or a CSV of studies (20 MB at most)",
      required = true,
      content = {
        @Content(mediaType = JSON, schema = @Schema(implementation = StudyForm.class)),
        @Content(mediaType = CSV, schema = @Schema(type = "string"))
      })
  @ApiResponse(
      responseCode = "200",
      description = "A dry run, or nothing new",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DepositedView.class)))
  @ApiResponse(
      responseCode = "201",
      description = "Written",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DepositedView.class)))
  @ProblemResponses
  @Consumes(MediaType.ALL)
  @Post
  HttpResponse<byte[]> deposit(
      HttpRequest<?> request,
      @Parameter(
              description = "Whether only to check, compare and report",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"true", "false"},
                      defaultValue = "false"))
          @QueryValue
          @Nullable String dryRun,
      @Body @Nullable InputStream body)
      throws IOException {
    Actor actor = catalogues.actor(request);
    boolean dry = StudyFilters.isTrue("dryRun", dryRun);
    Findings findings = new Findings();
    boolean csv = requireType(request, List.of(JSON, CSV)).equals(CSV);
    SentBody sent = SentBody.read(body, csv ? SentBody.LARGEST_FILE : SentBody.LARGEST_FORM);
    List<Submission> submissions =
        csv ? csv(sent, findings) : List.of(Submission.of(sent.form(json)));
    return write(
        request,
        actor,
        new StudyDeposits.Deposit(
            submissions, findings, Optional.empty(), dry, sent.requestKey(request, sender(actor))));
  }

  private static List<Submission> csv(SentBody sent, Findings findings) throws IOException {
    try {
      return StudyCsv.read(
          "depot.csv", SourceText.open("depot.csv", sent.bytes(), findings), findings);
    } catch (RefusedException e) {
      throw Refusals.refused(e);
    }
  }

  private static String sender(Actor actor) {
    return actor.by().means();
  }

  private HttpResponse<byte[]> write(
      HttpRequest<?> request, Actor actor, StudyDeposits.Deposit deposit) {
    StudyReport report = Refusals.explained(() -> deposits.deposit(actor, deposit));
    CatalogueView catalogue = studies.catalogue().as(actor.as());
    StudyViews views = views(catalogue, Language.of(request));
    DepositedView answer =
        DepositedView.of(
            deposit.dryRun(), report, views, outcome -> likes(catalogue, report, outcome));
    boolean created =
        !deposit.dryRun() && !report.replayed() && answer.created() + answer.updated() > 0;
    return respond(created ? HttpStatus.CREATED : HttpStatus.OK, answer);
  }

  /** Of a large deposit nobody reads likenesses: they are asked study by study. */
  private static Likes likes(CatalogueView catalogue, StudyReport report, Outcome outcome) {
    return report.outcomes().size() <= COMPARED && outcome.study().status().isComing()
        ? catalogue.similar(outcome.study(), MOST_SIMILAR)
        : new Likes(List.of(), false);
  }

  private StudyViews views(CatalogueView catalogue, String lang) {
    return new StudyViews(
        catalogue, vocabularies.snapshot(), instance, lang, LocalDate.now(ZoneOffset.UTC));
  }

  private HttpResponse<byte[]> respond(HttpStatus status, Object answer) {
    return HttpResponse.<byte[]>status(status)
        .body(json.bytes(answer))
        .contentType("application/json; charset=utf-8")
        .header("Cache-Control", "no-store");
  }

  private static String requireType(HttpRequest<?> request, List<String> types) {
    return request
        .getContentType()
        .map(MediaType::getName)
        .filter(types::contains)
        .filter(type -> request.getHeaders().get("Content-Encoding") == null)
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                "Types acceptés ici : %s, en UTF-8, non compressé."
                    .formatted(String.join(", ", types))));
  }

  @Operation(
      operationId = "putStudy",
      summary = "Says anew all of a study",
      description = "With the key of its producer or of the operator.",
      security = @SecurityRequirement(name = "key"))
  @RequestBody(
      description = "The study, 1 MB at most",
      required = true,
      content = @Content(mediaType = JSON, schema = @Schema(implementation = StudyForm.class)))
  @ApiResponse(
      responseCode = "200",
      description = "A dry run, or nothing new",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DepositedView.class)))
  @ApiResponse(
      responseCode = "201",
      description = "Written",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DepositedView.class)))
  @ProblemResponses
  @Consumes(MediaType.ALL)
  @Put("/{id}")
  HttpResponse<byte[]> put(
      HttpRequest<?> request,
      @Parameter(description = "Identifier of the study", example = "d76cxwgphh") @PathVariable
          String id,
      @Parameter(
              description = "Whether only to check, compare and report",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"true", "false"},
                      defaultValue = "false"))
          @QueryValue
          @Nullable String dryRun,
      @Body @Nullable InputStream body)
      throws IOException {
    Actor actor = catalogues.actor(request);
    boolean dry = StudyFilters.isTrue("dryRun", dryRun);
    requireType(request, List.of(JSON));
    StudyId named = StudyController.find(studies.catalogue().as(actor.as()), id).id();
    SentBody sent = SentBody.read(body, SentBody.LARGEST_FORM);
    return write(
        request,
        actor,
        new StudyDeposits.Deposit(
            List.of(Submission.of(sent.form(json))),
            new Findings(),
            Optional.of(named),
            dry,
            sent.requestKey(request, sender(actor))));
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
      content = @Content(mediaType = JSON, schema = @Schema(implementation = StudyView.class)))
  @ProblemResponses
  @Consumes(MediaType.ALL)
  @Post("/{id}/status")
  HttpResponse<byte[]> pass(
      HttpRequest<?> request,
      @Parameter(description = "Identifier of the study", example = "d76cxwgphh") @PathVariable
          String id,
      @Body @Nullable InputStream body)
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
      content = @Content(mediaType = JSON, schema = @Schema(implementation = StudyView.class)))
  @ProblemResponses
  @Consumes(MediaType.ALL)
  @Post("/{id}/qualification")
  HttpResponse<byte[]> qualify(
      HttpRequest<?> request,
      @Parameter(description = "Identifier of the study", example = "d76cxwgphh") @PathVariable
          String id,
      @Body @Nullable InputStream body)
      throws IOException {
    Actor actor = catalogues.actor(request);
    JsonBody form = passage(request, body);
    Qualification as =
        Qualification.find(form.text("to", LONGEST_REASON))
            .orElseThrow(() -> JsonBody.refused("/to", String.join(", ", Qualification.ids())));
    return changed(
        request,
        actor,
        id,
        named -> passages.qualify(actor, named, as, form.text("reason", LONGEST_REASON)));
  }

  private JsonBody passage(HttpRequest<?> request, @Nullable InputStream body) throws IOException {
    requireType(request, List.of(JSON));
    SentBody sent = SentBody.read(body, SentBody.LARGEST_FORM);
    return JsonBody.of(json.tree(sent.bytes()), List.of("to", "reason"));
  }

  private interface Passage {
    Study of(StudyId id);
  }

  private HttpResponse<byte[]> changed(
      HttpRequest<?> request, Actor actor, String id, Passage passage) {
    StudyId named = StudyController.find(studies.catalogue().as(actor.as()), id).id();
    Study study = Refusals.explained(() -> passage.of(named));
    CatalogueView after = studies.catalogue().as(actor.as());
    return respond(HttpStatus.OK, views(after, Language.of(request)).view(study));
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
  @ProblemResponses
  @Delete("/{id}")
  HttpResponse<byte[]> delete(
      HttpRequest<?> request,
      @Parameter(description = "Identifier of the study", example = "d76cxwgphh") @PathVariable
          String id,
      @Parameter(
              description = "Why, for the audit trail",
              schema = @Schema(type = "string", maxLength = LONGEST_REASON))
          @QueryValue
          @Nullable String reason) {
    Actor actor = catalogues.actor(request);
    StudyId named = StudyController.find(studies.catalogue().as(actor.as()), id).id();
    Refusals.explained(() -> passages.delete(actor, named, reason == null ? "" : reason));
    return HttpResponse.noContent();
  }

  @Operation(
      operationId = "listStudyOverlaps",
      summary = "Studies to come that are close to one that is to come elsewhere",
      description =
          "With the key of a producer: its own studies, each with those close to it; of hidden ones"
              + " only that the operator can put in touch. With the key of the operator: all.",
      security = @SecurityRequirement(name = "key"))
  @ApiResponse(
      responseCode = "200",
      description = "Studies to come that overlap",
      content =
          @Content(mediaType = JSON, schema = @Schema(implementation = StudyLists.Overlaps.class)))
  @ProblemResponses
  @Get("/overlaps")
  HttpResponse<byte[]> overlaps(HttpRequest<?> request) {
    Actor actor = catalogues.actor(request);
    CatalogueView catalogue = studies.catalogue().as(actor.as());
    StudyViews views = views(catalogue, Language.of(request));
    List<StudyLists.OverlapView> items =
        catalogue.overlaps().entrySet().stream().map(each -> overlap(views, each)).toList();
    return respond(HttpStatus.OK, new StudyLists.Overlaps(items, items.size(), null));
  }

  private static StudyLists.OverlapView overlap(StudyViews views, Map.Entry<Study, Likes> each) {
    return new StudyLists.OverlapView(
        views.item(each.getKey()),
        each.getValue().studies().stream().map(views::similar).toList(),
        each.getValue().contactPossible());
  }
}
