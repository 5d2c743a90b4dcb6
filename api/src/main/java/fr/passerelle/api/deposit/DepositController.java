package fr.passerelle.api.deposit;

import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Bearer;
import fr.passerelle.api.http.Json;
import fr.passerelle.api.http.Problem;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.catalog.audit.AuditAction;
import fr.passerelle.catalog.audit.AuditTrail;
import fr.passerelle.catalog.deposit.Deposit;
import fr.passerelle.catalog.deposit.DepositReport;
import fr.passerelle.catalog.deposit.Deposits;
import fr.passerelle.catalog.deposit.NotYoursException;
import fr.passerelle.catalog.key.ApiKey;
import fr.passerelle.catalog.key.Scope;
import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.regional.RegionalFile;
import fr.passerelle.vocab.release.ImportReport;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
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
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deposits, and the templates from which to begin. */
@Produces(MediaType.ALL)
@Controller("/api/v1/deposits")
@ExecuteOn(WorkPools.WRITING)
final class DepositController {
  private final Bearer bearer;
  private final Deposits deposits;
  private final AuditTrail trail;
  private final Json json;

  DepositController(Bearer bearer, Deposits deposits, AuditTrail trail, Json json) {
    this.trail = trail;
    this.bearer = bearer;
    this.deposits = deposits;
    this.json = json;
  }

  @Operation(
      operationId = "deposit",
      summary = "Deposits a vocabulary or a correspondence",
      description =
          "With a key of scope deposit. The file is read, compared with what is published and, with"
              + " dryRun=false, published under the author of the key. The same file twice changes"
              + " nothing.",
      security = @SecurityRequirement(name = "key"))
  @RequestBody(
      description = "The file, 20 MB at most",
      required = true,
      content = {
        @Content(mediaType = "text/turtle", schema = @Schema(type = "string")),
        @Content(mediaType = "application/ld+json", schema = @Schema(type = "string")),
        @Content(mediaType = "application/rdf+xml", schema = @Schema(type = "string")),
        @Content(mediaType = "text/tab-separated-values", schema = @Schema(type = "string")),
        @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
      })
  @ApiResponse(
      responseCode = "200",
      description = "A dry run, or nothing new",
      content = @Content(schema = @Schema(implementation = DepositView.class)))
  @ApiResponse(
      responseCode = "201",
      description = "Published, and served from now on",
      content = @Content(schema = @Schema(implementation = DepositView.class)))
  @ApiResponse(
      responseCode = "202",
      description = "Kept; it removes so much that the operator is to confirm it",
      content = @Content(schema = @Schema(implementation = DepositView.class)))
  @Consumes(MediaType.ALL)
  @Post
  HttpResponse<byte[]> deposit(
      HttpRequest<?> request,
      @Parameter(
              description = "What the file is",
              required = true,
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"skos", "sssom", "csv"}))
          @QueryValue
          @Nullable String kind,
      @Parameter(
              description = "Whether only to check, compare and report",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"true", "false"},
                      defaultValue = "true"))
          @QueryValue
          @Nullable String dryRun,
      @Parameter(
              description = "Licence, e.g. etalab-2.0; by default the one that the file declares",
              schema = @Schema(type = "string", maxLength = 100))
          @QueryValue
          @Nullable String licence,
      @Parameter(
              description = "Edition of a CSV file; by default the author of the key",
              schema = @Schema(type = "string", maxLength = Asked.LONGEST_WORD))
          @QueryValue
          @Nullable String edition,
      @Parameter(
              description = "French title of a CSV file",
              schema = @Schema(type = "string", maxLength = Asked.LONGEST_TITLE))
          @QueryValue
          @Nullable String title,
      @Parameter(
              description = "Name of the release, where the file does not tell it",
              schema = @Schema(type = "string", maxLength = Asked.LONGEST_WORD))
          @QueryValue
          @Nullable String release,
      @Parameter(
              description =
                  "How many records of a CSV file may be refused, the others being published; by"
                      + " default one in a thousand",
              schema = @Schema(type = "string", pattern = "[0-9]{1,6}", maxLength = 6))
          @QueryValue
          @Nullable String refused,
      @Parameter(
              description = "Date of the release, where the file does not tell it: 2026-01-31",
              schema = @Schema(type = "string", maxLength = 10))
          @QueryValue
          @Nullable String date,
      @Body @Nullable InputStream body)
      throws IOException {
    ApiKey key = bearer.require(request, Scope.DEPOSIT);
    Asked asked = Asked.of(kind, dryRun, licence, edition, title, release, refused, date);
    return trail.witness(
        !asked.dryRun(),
        key.signature(),
        AuditAction.VOCABULARY_DEPOSITED,
        "author/" + key.author(),
        subject -> deposit(request, key, asked, body));
  }

  private HttpResponse<byte[]> deposit(
      HttpRequest<?> request, ApiKey key, Asked asked, @Nullable InputStream body)
      throws IOException {
    try (Upload upload = Upload.of(request, Upload.Accepted.of(asked.kind()), body)) {
      Deposit deposit = asked.deposit(upload.file());
      return answer(deposit.dryRun(), deposits.deposit(key, deposit));
    } catch (RefusedException e) {
      throw refused(e);
    } catch (NotYoursException e) {
      throw new ProblemException(
          ProblemType.NOT_YOURS,
          String.valueOf(e.getMessage()),
          new Problem.Detail(e.what(), e.rule()));
    }
  }

  static ProblemException refused(RefusedException e) {
    boolean busy = e.faults().stream().anyMatch(fault -> fault.rule().equals("busy"));
    Fault first = e.faults().getFirst();
    return new ProblemException(
        busy ? ProblemType.BUSY : ProblemType.REFUSED,
        "Rien n'a été changé. %s : %s%s"
            .formatted(
                first.place(),
                first.message(),
                e.faults().size() == 1 ? "" : " (et " + (e.faults().size() - 1) + " autres)"),
        e.faults().stream()
            .map(fault -> new Problem.Detail(fault.place(), fault.rule(), fault.message()))
            .toArray(Problem.Detail[]::new));
  }

  private HttpResponse<byte[]> answer(boolean dryRun, DepositReport report) {
    List<ImportReport.Outcome> outcomes =
        report.imports().stream().map(ImportReport::outcome).toList();
    HttpStatus status =
        outcomes.contains(ImportReport.Outcome.WAITING)
            ? HttpStatus.ACCEPTED
            : outcomes.contains(ImportReport.Outcome.PUBLISHED)
                ? HttpStatus.CREATED
                : HttpStatus.OK;
    return HttpResponse.<byte[]>status(status)
        .body(json.bytes(DepositView.of(dryRun, report)))
        .contentType("application/json; charset=utf-8")
        .header("Cache-Control", "no-store");
  }

  @Operation(
      operationId = "getDepositTemplate",
      summary = "The CSV from which to begin",
      description =
          "Columns and a few rows to be replaced. Several values of a cell are separated by |; a"
              + " code of another vocabulary is written vocabulary/code.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
  @Get("/template.csv")
  HttpResponse<byte[]> template(
      @Parameter(
              description = "What it is for",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"vocabulary", "correspondence"},
                      defaultValue = "vocabulary"))
          @QueryValue
          @Nullable String kind) {
    String asked = kind == null ? RegionalFile.Template.VOCABULARY.id() : kind;
    RegionalFile.Template template =
        RegionalFile.Template.find(asked)
            .orElseThrow(
                () -> ProblemException.parameter("kind", asked, "vocabulary ou correspondence"));
    return HttpResponse.ok(template.text().getBytes(StandardCharsets.UTF_8))
        .contentType("text/csv; charset=utf-8; header=present")
        .header("Content-Disposition", "attachment; filename=\"" + template.id() + ".csv\"");
  }
}
