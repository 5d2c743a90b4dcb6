package fr.passerelle.api.rest;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.http.Lookup;
import fr.passerelle.api.http.Mementos;
import fr.passerelle.api.http.ProblemResponses;
import fr.passerelle.vocab.release.PublishedCorrespondence;
import fr.passerelle.vocab.service.Absence;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Published correspondences between schemes. */
// Any Accept reaches the method: the framework does not take application/* for JSON.
@Produces(MediaType.ALL)
@Controller("/api/v1/correspondences")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CorrespondenceController {
  private final Answers answers;
  private final Instance instance;
  private final Cursors cursors;
  private final Mementos mementos;

  CorrespondenceController(Answers answers, Instance instance, Cursors cursors, Mementos mementos) {
    this.mementos = mementos;
    this.answers = answers;
    this.instance = instance;
    this.cursors = cursors;
  }

  @Operation(
      operationId = "listCorrespondences",
      summary = "Published correspondences",
      description =
          "Each with its author, method, licence and citation, and how much of both schemes it"
              + " covers.")
  @ApiResponse(
      responseCode = "200",
      description = "Published correspondences",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CorrespondenceView.Listed.class)))
  @ProblemResponses
  @Get
  HttpResponse<byte[]> list(
      HttpRequest<?> request,
      @Parameter(
              description = "Items on a page",
              schema =
                  @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
          @QueryValue
          @Nullable String limit,
      @Parameter(
              description = "Value of next on the page before, with the same filters",
              schema = @Schema(type = "string", maxLength = 1000))
          @QueryValue
          @Nullable String cursor) {
    int size = Filters.limit(limit);
    String list = Filters.list(request);
    String after = cursor == null ? "" : cursors.open(list, cursor);
    return answers.json(
        request,
        "",
        snapshot -> {
          List<PublishedCorrespondence> rest =
              snapshot.correspondences().stream()
                  .filter(each -> each.correspondence().id().compareTo(after) > 0)
                  .sorted(Comparator.comparing(each -> each.correspondence().id()))
                  .toList();
          List<CorrespondenceView> items =
              rest.stream()
                  .limit(size)
                  .map(each -> CorrespondenceView.of(snapshot, instance.uris(), each))
                  .toList();
          String next = rest.size() > size ? cursors.sign(list, items.getLast().id()) : null;
          int total = snapshot.correspondences().size();
          Emptiness empty = Emptiness.of(total, () -> Absence.of(Absence.Reason.NONE_PUBLISHED));
          return Answers.Content.of(
                  new CorrespondenceView.Listed(
                      items, total, next, empty.reason(), empty.explanation()))
              .paged(request, next);
        });
  }

  @Operation(
      operationId = "getCorrespondence",
      summary = "A published correspondence",
      description = "By its identifier: author, then source and target scheme.")
  @ApiResponse(
      responseCode = "200",
      description = "A published correspondence",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CorrespondenceView.class)))
  @ProblemResponses
  @Get("/{author}/{schemes}")
  HttpResponse<byte[]> correspondence(
      HttpRequest<?> request,
      @Parameter(description = "Identifier of its author", example = "certifinfo") @PathVariable
          String author,
      @Parameter(description = "Source and target scheme", example = "rncp--rome-3") @PathVariable
          String schemes,
      @Parameter(
              description = "Name of an earlier release; by default the published one",
              schema = @Schema(type = "string", maxLength = 60))
          @QueryValue
          @Nullable String release) {
    String id = author + "/" + schemes;
    Mementos.State state = mementos.of(request, id, release);
    return answers.json(
        request,
        state.variant(),
        state.snapshot(),
        snapshot -> {
          PublishedCorrespondence found = Lookup.correspondence(snapshot, id);
          CorrespondenceView view = CorrespondenceView.of(snapshot, instance.uris(), found);
          return state.describe(
              request,
              Answers.Content.of(view)
                  .licensed(found.release().licence())
                  .linked(view.uri(), "canonical")
                  .linked(view.feed(), "alternate\"; type=\"application/atom+xml"));
        });
  }
}
