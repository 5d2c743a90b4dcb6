package fr.passerelle.api.rest;

import fr.passerelle.api.Instance;
import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.http.Lookup;
import fr.passerelle.api.http.Mementos;
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
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
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
@ExecuteOn(WorkPools.READING)
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
      content = @Content(schema = @Schema(implementation = CorrespondenceView.Listed.class)))
  @Get
  HttpResponse<byte[]> list(
      HttpRequest<?> request,
      @QueryValue @Nullable String limit,
      @QueryValue @Nullable String cursor) {
    int size = Filters.limit(limit);
    String list = Filters.list(request);
    String after = cursor == null ? "" : cursors.open(list, cursor);
    return answers.json(
        request,
        "",
        snapshot -> {
          Slice<PublishedCorrespondence> slice =
              Slice.of(
                  snapshot.correspondences().stream()
                      .sorted(Comparator.comparing(each -> each.correspondence().id()))
                      .toList(),
                  each -> each.correspondence().id(),
                  after,
                  size);
          List<CorrespondenceView> items =
              slice.items().stream()
                  .map(each -> CorrespondenceView.of(snapshot, instance.uris(), each))
                  .toList();
          String next = slice.next(cursors, list);
          int total = slice.total();
          Emptiness empty = Emptiness.of(total, () -> Absence.of(Absence.Reason.NONE_PUBLISHED));
          return Answers.Content.of(
                  new CorrespondenceView.Listed(
                      items, total, next, empty.reason(), empty.explanation()))
              .paged(request, next, slice.previous(cursors, list));
        });
  }

  @Operation(
      operationId = "getCorrespondence",
      summary = "A published correspondence",
      description = "By its identifier: author, then source and target scheme.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CorrespondenceView.class)))
  @Get("/{author}/{schemes}")
  HttpResponse<byte[]> correspondence(
      HttpRequest<?> request,
      @PathVariable String author,
      @PathVariable String schemes,
      @QueryValue @Nullable String release) {
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
                  .from(found.release())
                  .linked(view.uri(), "canonical")
                  .linked(view.feed(), "alternate\"; type=\"application/atom+xml"));
        });
  }
}
