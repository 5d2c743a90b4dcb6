package fr.passerelle.api.rest;

import fr.passerelle.api.Instance;
import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.http.Language;
import fr.passerelle.api.http.Lookup;
import fr.passerelle.api.http.Mementos;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.search.Page;
import fr.passerelle.vocab.search.SearchQuery;
import fr.passerelle.vocab.service.Absence;
import fr.passerelle.vocab.service.Followed;
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
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Published vocabularies and their concepts. */
// Any Accept reaches the method: the framework does not take application/* for JSON.
@Produces(MediaType.ALL)
@Controller("/api/v1/vocabs")
@ExecuteOn(WorkPools.READING)
final class VocabController {
  private final Answers answers;
  private final Instance instance;
  private final Cursors cursors;
  private final Mementos mementos;

  VocabController(Answers answers, Instance instance, Cursors cursors, Mementos mementos) {
    this.answers = answers;
    this.instance = instance;
    this.cursors = cursors;
    this.mementos = mementos;
  }

  @Operation(
      operationId = "listVocabs",
      summary = "All published vocabularies",
      description =
          "Editions and the lists that come with them, each with its release, licence and"
              + " citation.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PageView.Vocabs.class)))
  @Get
  HttpResponse<byte[]> vocabs(HttpRequest<?> request) {
    return answers.json(request, "", this::vocabs);
  }

  private Answers.Content vocabs(Snapshot snapshot) {
    List<VocabView> items =
        Stream.concat(
                snapshot.schemes().stream().map(each -> each.scheme().id()),
                Followed.editionsWithoutScheme(snapshot).stream())
            .map(id ->
                VocabView.of(snapshot, instance.uris(), Followed.find(snapshot, id).orElseThrow()))
            .toList();
    return Answers.Content.of(new PageView.Vocabs(items, items.size(), null));
  }

  @Operation(
      operationId = "getVocab",
      summary = "A published vocabulary",
      description =
          "By identifier, or by an alias that means the current edition (rome, formacode). An"
              + " edition that only joins others (kit-apprentissage) has no concepts, but"
              + " correspondences, releases and changes.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = VocabView.class)))
  @Get("/{vocab}")
  HttpResponse<byte[]> vocab(HttpRequest<?> request, @PathVariable String vocab) {
    return answers.json(
        request,
        "",
        snapshot -> {
          Followed followed =
              Lookup.followed(snapshot, Lookup.vocabulary(snapshot, vocab).scheme().id());
          return Answers.Content.of(VocabView.of(snapshot, instance.uris(), followed))
              .from(followed.release())
              .linked(Addresses.feed(followed), "alternate\"; type=\"application/atom+xml");
        });
  }

  @Operation(
      operationId = "getConcept",
      summary = "A concept",
      description = "By code, as people write it: m1805 and M 1805 are M1805.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ConceptView.class)))
  @Get("/{vocab}/concepts/{code}")
  HttpResponse<byte[]> concept(
      HttpRequest<?> request,
      @PathVariable String vocab,
      @PathVariable String code,
      @QueryValue @Nullable String release,
      @QueryValue @Nullable String lang) {
    String language = Language.of(request, lang);
    Mementos.State state = mementos.of(request, vocab, release);
    return answers.json(
        request,
        language + state.variant(),
        state.snapshot(),
        snapshot -> {
          PublishedScheme scheme = Lookup.scheme(snapshot, vocab);
          Concept concept = Lookup.concept(snapshot, scheme, code);
          ConceptView view =
              new Views(snapshot, instance.uris(), language).concept(scheme, concept);
          return state.describe(
              request,
              Answers.Content.of(view).from(scheme.release()).linked(view.uri(), "canonical"));
        });
  }

  @Operation(
      operationId = "listConcepts",
      summary = "Concepts of a vocabulary",
      description = "In code order, or best match first where q is given.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PageView.Concepts.class)))
  @Get("/{vocab}/concepts")
  HttpResponse<byte[]> concepts(
      HttpRequest<?> request,
      @PathVariable String vocab,
      @QueryValue @Nullable String release,
      @Parameter(
              description = "Type of concept, e.g. fiche-metier",
              schema = @Schema(type = "string", maxLength = 40))
          @QueryValue
          @Nullable String type,
      @Parameter(
              description = "Words or a code; the last word may be typed in part",
              schema = @Schema(type = "string", maxLength = Filters.LONGEST_TEXT))
          @QueryValue
          @Nullable String q,
      @QueryValue @Nullable String limit,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable String lang) {
    String language = Language.of(request, lang);
    int size = Filters.limit(limit);
    Optional<ConceptType> wanted = Optional.ofNullable(type).map(Filters::type);
    String text = Filters.text(q);
    String list = Filters.list(request);
    String after = cursor == null ? "" : cursors.open(list, cursor);
    Mementos.State state = mementos.of(request, vocab, release);
    return answers.json(
        request,
        language + state.variant(),
        state.snapshot(),
        snapshot -> {
          PublishedScheme scheme = Lookup.vocabulary(snapshot, vocab);
          Views views = new Views(snapshot, instance.uris(), language);
          Part part =
              text.isEmpty()
                  ? listed(views, scheme, wanted, after, size)
                  : found(snapshot, views, scheme, wanted, text, after, size);
          String next = part.last() == null ? null : cursors.sign(list, part.last());
          Emptiness empty =
              Emptiness.of(
                  part.total(),
                  () ->
                      Absence.of(
                          scheme.scheme().concepts().isEmpty()
                              ? Absence.Reason.NO_CONCEPTS
                              : Absence.Reason.FILTERED));
          return state.describe(
              request,
              Answers.Content.of(
                      new PageView.Concepts(
                          part.items(),
                          part.total(),
                          next,
                          part.interpretedAs(),
                          empty.reason(),
                          empty.explanation(),
                          SourceView.of(scheme.release())))
                  .from(scheme.release())
                  .paged(request, next, Slice.previous(cursors, list, part.before())));
        });
  }

  /** A part of a list; where the next one begins, and the one before, as {@link Slice} says it. */
  private record Part(
      List<ConceptItem> items,
      int total,
      @Nullable String last,
      @Nullable String before,
      @Nullable String interpretedAs) {}

  private static Part listed(
      Views views, PublishedScheme scheme, Optional<ConceptType> type, String after, int size) {
    List<Concept> all =
        scheme.scheme().concepts().stream()
            .filter(concept -> type.isEmpty() || concept.type() == type.get())
            .toList();
    Slice<Concept> slice = Slice.of(all, Concept::code, after, size);
    return new Part(
        slice.items().stream().map(views::item).toList(),
        slice.total(),
        slice.last(),
        slice.before(),
        null);
  }

  private static Part found(
      Snapshot snapshot,
      Views views,
      PublishedScheme scheme,
      Optional<ConceptType> type,
      String text,
      String after,
      int size) {
    SearchQuery query =
        SearchQuery.of(text, size)
            .inVocabs(Set.of(scheme.scheme().id()))
            .ofTypes(type.map(Set::of).orElse(Set.of()))
            .after(after);
    Page page = snapshot.search().search(query);
    return new Part(
        page.hits().stream().flatMap(views::item).toList(),
        page.total(),
        page.next().isEmpty() ? null : page.next(),
        snapshot.search().before(query).orElse(null),
        Views.interpretedAs(page));
  }
}
