package fr.passerelle.api.audit;

import fr.passerelle.api.http.Bearer;
import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.http.Json;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.catalog.audit.AuditAction;
import fr.passerelle.catalog.audit.AuditEntry;
import fr.passerelle.catalog.audit.AuditTrail;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The audit trail, for operators. */
@Produces(MediaType.ALL)
@Controller("/api/v1/audit")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AuditController {
  private static final int USUAL_SIZE = 50;

  private final Bearer bearer;
  private final AuditTrail trail;
  private final Cursors cursors;
  private final Json json;

  AuditController(Bearer bearer, AuditTrail trail, Cursors cursors, Json json) {
    this.bearer = bearer;
    this.trail = trail;
    this.cursors = cursors;
    this.json = json;
  }

  @Operation(
      operationId = "listAudit",
      summary = "Who wrote what, when and how it ended",
      description =
          "Journal d'audit: for operators, the latest entries first. It names what was written and"
              + " says nothing of its content; entries are kept a year.",
      security = @SecurityRequirement(name = "key"))
  @ApiResponse(
      responseCode = "200",
      description = "A page of the audit trail",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AuditView.Page.class)))
  @Get
  HttpResponse<byte[]> list(
      HttpRequest<?> request,
      @Parameter(
              description = "Only entries of that action, e.g. key-added",
              schema = @Schema(type = "string", maxLength = 40))
          @QueryValue
          @Nullable String action,
      @Parameter(
              description = "Items on a page",
              schema =
                  @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "50"))
          @QueryValue
          @Nullable String limit,
      @Parameter(
              description = "Value of next on the page before, with the same filters",
              schema = @Schema(type = "string", maxLength = 1000))
          @QueryValue
          @Nullable String cursor) {
    bearer.operator(request);
    Optional<AuditAction> only = Optional.ofNullable(action).map(AuditController::known);
    int size = size(limit);
    String list = "audit/" + only.map(AuditAction::id).orElse("");
    long before = cursor == null ? Long.MAX_VALUE : Long.parseLong(cursors.open(list, cursor));
    // One more, to know whether there are others.
    List<AuditEntry> found = trail.list(before, size + 1, only);
    List<AuditEntry> page = found.stream().limit(size).toList();
    @Nullable String next =
        found.size() > size ? cursors.sign(list, page.getLast().seq() + "") : null;
    return HttpResponse.ok(
            json.bytes(new AuditView.Page(page.stream().map(AuditView::of).toList(), next)))
        .contentType("application/json; charset=utf-8")
        .header("Cache-Control", "private, no-store");
  }

  private static AuditAction known(String word) {
    return AuditAction.find(word)
        .orElseThrow(
            () -> ProblemException.parameter("action", word, String.join(", ", AuditAction.ids())));
  }

  private static int size(@Nullable String limit) {
    if (limit == null) {
      return USUAL_SIZE;
    }
    if (!limit.matches("[1-9]\\d?|100")) {
      throw ProblemException.parameter("limit", limit, "un entier de 1 à 100");
    }
    return Integer.parseInt(limit);
  }
}
