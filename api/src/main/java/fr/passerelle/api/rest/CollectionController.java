package fr.passerelle.api.rest;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.http.Language;
import fr.passerelle.api.http.Lookup;
import fr.passerelle.api.http.ProblemException;
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
import java.util.stream.Stream;
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
      content = @Content(schema = @Schema(implementation = CollectionView.Listed.class)))
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
      @QueryValue @Nullable String limit,
      @QueryValue @Nullable String cursor) {
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
          String next = slice.next(cursors, list);
          List<CollectionView> items =
              slice.items().stream().map(each -> CollectionView.of(instance.uris(), each)).toList();
          Emptiness empty =
              Emptiness.of(slice.total(), () -> Absence.ofAll(snapshot.collections()));
          return Answers.Content.of(
                  new CollectionView.Listed(
                      items, slice.total(), next, empty.reason(), empty.explanation()))
              .paged(request, next, slice.previous(cursors, list));
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
      content = @Content(schema = @Schema(implementation = CollectionView.Members.class)))
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
      @QueryValue @Nullable String limit,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable String lang) {
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
          List<SourceView> sources = SearchController.sources(snapshot, items);
          return Answers.Content.of(
                  new CollectionView.Members(
                      view,
                      items,
                      view.memberCount(),
                      next,
                      sources,
                      TermsView.of(
                          Stream.concat(Stream.of(view.source()), sources.stream()).toList())))
              .from(found.release())
              .linked(view.uri(), "canonical")
              .paged(request, next, Slice.previous(cursors, list, members.before()));
        });
  }

  /**
   * A part of the members of a collection, which have an order of their own.
   *
   * @param last place and name of the last of them; null where nothing follows
   * @param before the same of the one after which the part before begins, as of a {@link Slice}
   */
  private record Members(List<ConceptRef> page, @Nullable String last, @Nullable String before) {

    /** After that member; where it is gone, after the place that it had. */
    static Members after(List<ConceptRef> all, String after, int size) {
      int start = after.isEmpty() ? 0 : place(all, after);
      int end = Math.min(all.size(), start + size);
      List<ConceptRef> page = start < end ? all.subList(start, end) : List.of();
      return new Members(
          page,
          end < all.size() ? place(all, end - 1) : null,
          start == 0 ? null : start <= size ? "" : place(all, start - size - 1));
    }

    private static String place(List<ConceptRef> all, int index) {
      return (index + 1) + " " + all.get(Math.min(index, all.size() - 1));
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
