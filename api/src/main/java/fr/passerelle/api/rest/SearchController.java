package fr.passerelle.api.rest;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.http.Language;
import fr.passerelle.api.http.Lookup;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.search.Facets;
import fr.passerelle.vocab.search.Page;
import fr.passerelle.vocab.search.SearchQuery;
import fr.passerelle.vocab.service.Absence;
import fr.passerelle.vocab.service.FoundCollections;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Search over all that is published, from anyone's words. */
// Any Accept reaches the method: the framework does not take application/* for JSON.
@Produces(MediaType.ALL)
@Controller("/api/v1/search")
final class SearchController {
  private final Answers answers;
  private final Instance instance;
  private final Cursors cursors;

  SearchController(Answers answers, Instance instance, Cursors cursors) {
    this.answers = answers;
    this.instance = instance;
    this.cursors = cursors;
  }

  @Operation(
      operationId = "search",
      summary = "Concepts found in all vocabularies",
      description =
          "Insensitive to case, accents, ligatures and apostrophes; the last word may be typed in"
              + " part. Each hit says what matched. Where nothing answers, unknown words are read"
              + " as the nearest known ones, and interpretedAs says so. Without q, all concepts"
              + " that the filters let through.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PageView.Found.class)))
  @Get
  HttpResponse<byte[]> search(
      HttpRequest<?> request,
      @Parameter(
              description = "Words or a code; the last word may be typed in part",
              schema = @Schema(type = "string", maxLength = Filters.LONGEST_TEXT))
          @QueryValue
          @Nullable String q,
      @Parameter(
              description = "Identifier of a vocabulary, or an alias",
              schema = @Schema(type = "string", maxLength = 60))
          @QueryValue
          @Nullable String vocab,
      @Parameter(
              description = "Type of concept, e.g. fiche-metier",
              schema = @Schema(type = "string", maxLength = 40))
          @QueryValue
          @Nullable String type,
      @Parameter(
              description = "Status of concept",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"current", "retired", "referenced"}))
          @QueryValue
          @Nullable String status,
      @QueryValue @Nullable String limit,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable String lang) {
    String text = Filters.text(q);
    String language = Language.of(request, lang);
    String list = Filters.list(request);
    SearchQuery query =
        SearchQuery.of(text, Filters.limit(limit))
            .ofTypes(Optional.ofNullable(type).map(Filters::type).map(Set::of).orElse(Set.of()))
            .inStatuses(
                Optional.ofNullable(status).map(Filters::status).map(Set::of).orElse(Set.of()))
            .after(cursor == null ? "" : cursors.open(list, cursor));
    return answers.json(
        request,
        language,
        snapshot -> {
          Set<String> vocabs =
              vocab == null ? Set.of() : Set.of(Lookup.scheme(snapshot, vocab).scheme().id());
          Page page = snapshot.search().search(query.inVocabs(vocabs));
          Emptiness empty =
              Emptiness.of(page.total(), () -> Absence.ofSearch(snapshot, query.inVocabs(vocabs)));
          String next = page.next().isEmpty() ? null : cursors.sign(list, page.next());
          String before = snapshot.search().before(query.inVocabs(vocabs)).orElse(null);
          Views views = new Views(snapshot, instance.uris(), language);
          List<ConceptItem> items = page.hits().stream().flatMap(views::item).toList();
          List<SourceView> sources = sources(snapshot, items);
          return Answers.Content.of(
                  new PageView.Found(
                      items,
                      page.total(),
                      next,
                      page.relaxed(),
                      Views.interpretedAs(page),
                      page.reading().others(),
                      empty.reason(),
                      empty.explanation(),
                      collections(snapshot, query.inVocabs(vocabs), page),
                      facets(page.facets()),
                      sources,
                      TermsView.of(sources)))
              .paged(request, next, Slice.previous(cursors, list, before));
        });
  }

  private List<CollectionView.Item> collections(Snapshot snapshot, SearchQuery query, Page found) {
    return FoundCollections.of(snapshot, query, found).stream()
        .map(each -> CollectionView.Item.of(instance.uris(), each))
        .toList();
  }

  private static PageView.FacetsView facets(Facets facets) {
    return new PageView.FacetsView(
        counts(facets.vocabs(), id -> id),
        counts(facets.types(), type -> type.id()),
        counts(facets.statuses(), ConceptItem::status));
  }

  /** Values of a facet, the most frequent first. */
  private static <T> List<PageView.Count> counts(
      Map<T, Integer> counts, Function<T, String> value) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<T, Integer>comparingByValue().reversed())
        .map(count -> new PageView.Count(value.apply(count.getKey()), count.getValue()))
        .toList();
  }

  /** Releases that state those concepts, each once. */
  static List<SourceView> sources(Snapshot snapshot, List<ConceptItem> items) {
    return items.stream()
        .flatMap(item -> snapshot.findScheme(item.vocab()).stream())
        .map(PublishedScheme::release)
        .distinct()
        .map(SourceView::of)
        .toList();
  }
}
