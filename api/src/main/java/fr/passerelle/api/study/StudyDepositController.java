package fr.passerelle.api.study;

import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Catalogues;
import fr.passerelle.api.http.Json;
import fr.passerelle.api.http.Language;
import fr.passerelle.catalog.studies.Actor;
import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.catalog.studies.Likes;
import fr.passerelle.catalog.studies.Outcome;
import fr.passerelle.catalog.studies.Studies;
import fr.passerelle.catalog.studies.StudyDeposits;
import fr.passerelle.catalog.studies.StudyReport;
import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.catalog.study.csv.StudyCsv;
import fr.passerelle.catalog.study.form.Submission;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.SourceText;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Studies that producers announce and deposit. */
@Produces(MediaType.ALL)
@Controller("/api/v1/studies")
@ExecuteOn(WorkPools.WRITING)
final class StudyDepositController {
  private static final String CSV = "text/csv";
  private static final String JSON = "application/json";
  private static final int COMPARED = 50;
  private static final int MOST_SIMILAR = 5;

  private final Catalogues catalogues;
  private final Studies studies;
  private final WitnessedDeposits deposits;
  private final StudyAnswers answers;
  private final Json json;

  StudyDepositController(
      Catalogues catalogues,
      Studies studies,
      WitnessedDeposits deposits,
      StudyAnswers answers,
      Json json) {
    this.catalogues = catalogues;
    this.studies = studies;
    this.deposits = deposits;
    this.answers = answers;
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
      parameters =
          @Parameter(
              name = "Idempotency-Key",
              in = ParameterIn.HEADER,
              description =
                  "Name of the request, by which it is done once however often it is sent",
              schema = @Schema(type = "string", maxLength = 200)),
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
      content = @Content(schema = @Schema(implementation = DepositedView.class)))
  @ApiResponse(
      responseCode = "201",
      description = "Written",
      content = @Content(schema = @Schema(implementation = DepositedView.class)))
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
    boolean csv = SentBody.requireType(request, List.of(JSON, CSV)).equals(CSV);
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
    StudyReport report = deposits.deposit(actor, deposit);
    CatalogueView catalogue = studies.catalogue().as(actor.as());
    StudyViews views = answers.views(catalogue, Language.of(request));
    DepositedView answer =
        DepositedView.of(
            deposit.dryRun(), report, views, outcome -> likes(catalogue, report, outcome));
    boolean created =
        !deposit.dryRun() && !report.replayed() && answer.created() + answer.updated() > 0;
    return answers.respond(created ? HttpStatus.CREATED : HttpStatus.OK, answer);
  }

  /** Of a large deposit nobody reads likenesses: they are asked study by study. */
  private static Likes likes(CatalogueView catalogue, StudyReport report, Outcome outcome) {
    return report.outcomes().size() <= COMPARED && outcome.study().status().isComing()
        ? catalogue.similar(outcome.study(), MOST_SIMILAR)
        : new Likes(List.of(), false);
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
      content = @Content(schema = @Schema(implementation = DepositedView.class)))
  @ApiResponse(
      responseCode = "201",
      description = "Written",
      content = @Content(schema = @Schema(implementation = DepositedView.class)))
  @Consumes(MediaType.ALL)
  @Put("/{id}")
  HttpResponse<byte[]> put(
      HttpRequest<?> request,
      @PathVariable String id,
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
    StudyId named = answers.named(actor, id);
    SentBody sent = SentBody.form(request, body);
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
      content = @Content(schema = @Schema(implementation = StudyLists.Overlaps.class)))
  @Get("/overlaps")
  HttpResponse<byte[]> overlaps(HttpRequest<?> request) {
    Actor actor = catalogues.actor(request);
    CatalogueView catalogue = studies.catalogue().as(actor.as());
    StudyViews views = answers.views(catalogue, Language.of(request));
    List<StudyLists.OverlapView> items =
        catalogue.overlaps().entrySet().stream()
            .map(each -> views.overlap(each.getKey(), each.getValue()))
            .toList();
    return answers.respond(
        HttpStatus.OK,
        new StudyLists.Overlaps(
            items, items.size(), null, views.source(catalogue.overlaps().keySet())));
  }
}
