package fr.passerelle.api.rest;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.http.Language;
import fr.passerelle.api.http.Lookup;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemResponses;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.release.DroppedCollections;
import fr.passerelle.vocab.release.PublishedCollection;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.service.Absence;
import fr.passerelle.vocab.service.CollectionFilter;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Published collections and their members. */
// Any Accept reaches the method: the framework does not take application/* for JSON.
@Produces(MediaType.ALL)
@Controller("/api/v1/collections")
final class CollectionController {
  private final Answers answers;
  private final Instance instance;
  private final Cursors cursors;
  private final DroppedCollections dropped;

  CollectionController(
      Answers answers, Instance instance, Cursors cursors, DroppedCollections dropped) {
    this.dropped = dropped;
    this.answers = answers;
    this.instance = instance;
    this.cursors = cursors;
  }

  @Operation(
      operationId = "listCollections",
      summary = "Published collections of concepts",
      description =
          "Groups that producers and regions make of concepts, each with its author, release and"
              + " licence: jobs of the ecological transition, a region's own selection.")
  @ApiResponse(
      responseCode = "200",
      description = "Published collections of concepts",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CollectionView.Listed.class)))
  @ProblemResponses
  @Get
  HttpResponse<byte[]> list(
      HttpRequest<?> request,
      @Parameter(
              description = "Only with members in that vocabulary (identifier or alias)",
              schema = @Schema(type = "string", maxLength = 60))
          @QueryValue
          @Nullable String vocab,
      @Parameter(
              description = "Only of the author of that identifier, e.g. france-travail",
              schema = @Schema(type = "string", maxLength = 80))
          @QueryValue
          @Nullable String author,
      @Parameter(
              description = "Only with that member: vocabulary/code, e.g. rome-4/M1805",
              schema = @Schema(type = "string", maxLength = 200))
          @QueryValue
          @Nullable String member,
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
          CollectionFilter filter = filter(snapshot, vocab, author, member);
          Slice<PublishedCollection> slice =
              Slice.of(filter.of(snapshot), each -> each.collection().key(), after, size);
          String next = slice.last() == null ? null : cursors.sign(list, slice.last());
          List<CollectionView> items =
              slice.items().stream().map(each -> CollectionView.of(instance.uris(), each)).toList();
          Emptiness empty =
              Emptiness.of(slice.total(), () -> Absence.ofAll(snapshot.collections()));
          return Answers.Content.of(
                  new CollectionView.Listed(
                      items, slice.total(), next, empty.reason(), empty.explanation()))
              .paged(request, next);
        });
  }

  private static CollectionFilter filter(
      Snapshot snapshot, @Nullable String vocab, @Nullable String author, @Nullable String member) {
    if (member != null && !member.contains("/")) {
      throw ProblemException.parameter(
          "member", member, "vocabulaire/code, par exemple rome-4/M1805");
    }
    return new CollectionFilter(
        Optional.ofNullable(vocab).map(id -> Lookup.scheme(snapshot, id).scheme().id()),
        Optional.ofNullable(author),
        Lookup.end(snapshot, member).map(end -> new ConceptRef(end.scheme(), end.code())));
  }

  @Operation(
      operationId = "getCollection",
      summary = "A published collection and its members",
      description = "By its identifier: author, then word. Members are paged in its order.")
  @ApiResponse(
      responseCode = "200",
      description = "A published collection and its members",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CollectionView.Members.class)))
  @ProblemResponses
  @Get("/{author}/{word}")
  HttpResponse<byte[]> collection(
      HttpRequest<?> request,
      @Parameter(description = "Identifier of its author", example = "france-travail") @PathVariable
          String author,
      @Parameter(
              description = "Its word",
              example = "transition-ecologique-emploi-vert-fiches-metiers")
          @PathVariable
          String word,
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
          @Nullable String cursor,
      @Parameter(
              description = "Language of labels; by default what Accept-Language prefers",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"fr", "en"}))
          @QueryValue
          @Nullable String lang) {
    String language = Language.of(request, lang);
    int size = Filters.limit(limit);
    String list = Filters.list(request);
    String after = cursor == null ? "" : cursors.open(list, cursor);
    return answers.json(
        request,
        language,
        snapshot -> {
          PublishedCollection found = Lookup.collection(snapshot, dropped, author + "/" + word);
          Members members = Members.after(found.collection().members(), after, size);
          Views views = new Views(snapshot, instance.uris(), language);
          List<ConceptItem> items = members.page().stream().map(views::item).toList();
          String next = members.last() == null ? null : cursors.sign(list, members.last());
          CollectionView view = CollectionView.of(instance.uris(), found);
          return Answers.Content.of(
                  new CollectionView.Members(
                      view,
                      items,
                      view.memberCount(),
                      next,
                      SearchController.sources(snapshot, items)))
              .licensed(found.release().licence())
              .linked(view.uri(), "canonical")
              .paged(request, next);
        });
  }

  /**
   * A part of the members of a collection, which have an order of their own.
   *
   * @param last place and name of the last of them; null where nothing follows
   */
  private record Members(List<ConceptRef> page, @Nullable String last) {

    /** After that member; where it is gone, after the place that it had. */
    static Members after(List<ConceptRef> all, String after, int size) {
      int start = after.isEmpty() ? 0 : place(all, after);
      int end = Math.min(all.size(), start + size);
      List<ConceptRef> page = start < end ? all.subList(start, end) : List.of();
      return new Members(page, end < all.size() ? end + " " + page.getLast() : null);
    }

    private static int place(List<ConceptRef> all, String after) {
      int space = after.indexOf(' ');
      int slash = after.indexOf('/');
      int there =
          all.indexOf(
              new ConceptRef(after.substring(space + 1, slash), after.substring(slash + 1)));
      return there >= 0 ? there + 1 : Integer.parseInt(after.substring(0, space));
    }
  }
}
