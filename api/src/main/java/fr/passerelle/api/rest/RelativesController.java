package fr.passerelle.api.rest;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.http.Language;
import fr.passerelle.api.http.Lookup;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.release.Vocabularies;
import fr.passerelle.vocab.service.Absence;
import fr.passerelle.vocab.service.Hierarchy;
import fr.passerelle.vocab.service.Past;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What is above, below and beside a concept, and what became of it. */
// Any Accept reaches the method: the framework does not take application/* for JSON.
@Produces(MediaType.ALL)
@Controller("/api/v1/vocabs/{vocab}")
final class RelativesController {
  private final Answers answers;
  private final Instance instance;
  private final Cursors cursors;
  private final Vocabularies vocabularies;

  RelativesController(
      Answers answers, Instance instance, Cursors cursors, Vocabularies vocabularies) {
    this.answers = answers;
    this.instance = instance;
    this.cursors = cursors;
    this.vocabularies = vocabularies;
  }

  @Operation(
      operationId = "listAncestors",
      summary = "Concepts above a concept",
      description =
          "All of them, by the shortest way, nearest first; a concept may have several just above"
              + " it.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = RelativeView.Listed.class)))
  @Get("/concepts/{code}/ancestors")
  HttpResponse<byte[]> ancestors(
      HttpRequest<?> request,
      @PathVariable String vocab,
      @PathVariable String code,
      @QueryValue @Nullable String limit,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable String lang) {
    return relatives(
        request,
        vocab,
        code,
        asked(request, limit, cursor, lang),
        new Direction(Hierarchy::ancestors, Absence::ofAncestors));
  }

  @Operation(
      operationId = "listDescendants",
      summary = "Concepts below a concept",
      description = "All of them, by the shortest way, nearest first.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = RelativeView.Listed.class)))
  @Get("/concepts/{code}/descendants")
  HttpResponse<byte[]> descendants(
      HttpRequest<?> request,
      @PathVariable String vocab,
      @PathVariable String code,
      @QueryValue @Nullable String limit,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable String lang) {
    return relatives(
        request,
        vocab,
        code,
        asked(request, limit, cursor, lang),
        new Direction(Hierarchy::descendants, Absence::ofDescendants));
  }

  /** Which way to go, and why nothing may be found there. */
  private record Direction(
      BiFunction<Snapshot, Concept, List<Hierarchy.Relative>> find,
      BiFunction<Snapshot, Concept, Absence> absence) {}

  private HttpResponse<byte[]> relatives(
      HttpRequest<?> request, String vocab, String code, Asked asked, Direction direction) {
    return answers.json(
        request,
        asked.lang(),
        snapshot -> {
          PublishedScheme scheme = Lookup.scheme(snapshot, vocab);
          Concept concept = Lookup.concept(snapshot, scheme, code);
          Views views = new Views(snapshot, instance.uris(), asked.lang());
          Slice<Hierarchy.Relative> slice =
              Slice.of(
                  direction.find().apply(snapshot, concept),
                  Hierarchy.Relative::key,
                  asked.after(),
                  asked.size());
          String next = slice.next(cursors, asked.list());
          Emptiness empty =
              Emptiness.of(slice.total(), () -> direction.absence().apply(snapshot, concept));
          return Answers.Content.of(
                  new RelativeView.Listed(
                      slice.items().stream()
                          .map(
                              each -> new RelativeView(views.item(each.concept()), each.distance()))
                          .toList(),
                      slice.total(),
                      next,
                      empty.reason(),
                      empty.explanation(),
                      SourceView.of(scheme.release())))
              .from(scheme.release())
              .paged(request, next, slice.previous(cursors, asked.list()));
        });
  }

  @Operation(
      operationId = "listRelated",
      summary = "Concepts beside a concept",
      description =
          "Associated without direction (skos:related), whichever end the source writes it at.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PageView.Concepts.class)))
  @Get("/concepts/{code}/related")
  HttpResponse<byte[]> related(
      HttpRequest<?> request,
      @PathVariable String vocab,
      @PathVariable String code,
      @QueryValue @Nullable String limit,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable String lang) {
    return concepts(
        request,
        vocab,
        asked(request, limit, cursor, lang),
        (snapshot, scheme) -> Hierarchy.related(snapshot, Lookup.concept(snapshot, scheme, code)),
        (snapshot, scheme) -> Absence.ofRelated(snapshot, Lookup.concept(snapshot, scheme, code)));
  }

  @Operation(
      operationId = "listTopConcepts",
      summary = "Concepts of a vocabulary that have nothing above them",
      description = "In code order, those in use (skos:hasTopConcept).")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PageView.Concepts.class)))
  @Get("/top")
  HttpResponse<byte[]> top(
      HttpRequest<?> request,
      @PathVariable String vocab,
      @QueryValue @Nullable String limit,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable String lang) {
    return concepts(
        request,
        vocab,
        asked(request, limit, cursor, lang),
        (snapshot, scheme) -> Hierarchy.top(scheme),
        (snapshot, scheme) -> Absence.of(Absence.Reason.NO_CONCEPTS));
  }

  private HttpResponse<byte[]> concepts(
      HttpRequest<?> request,
      String vocab,
      Asked asked,
      BiFunction<Snapshot, PublishedScheme, List<Concept>> find,
      BiFunction<Snapshot, PublishedScheme, Absence> absence) {
    return answers.json(
        request,
        asked.lang(),
        snapshot -> {
          PublishedScheme scheme = Lookup.vocabulary(snapshot, vocab);
          Views views = new Views(snapshot, instance.uris(), asked.lang());
          Slice<Concept> slice =
              Slice.of(
                  find.apply(snapshot, scheme),
                  each -> each.ref().key(),
                  asked.after(),
                  asked.size());
          String next = slice.next(cursors, asked.list());
          Emptiness empty = Emptiness.of(slice.total(), () -> absence.apply(snapshot, scheme));
          return Answers.Content.of(
                  new PageView.Concepts(
                      slice.items().stream().map(views::item).toList(),
                      slice.total(),
                      next,
                      null,
                      empty.reason(),
                      empty.explanation(),
                      SourceView.of(scheme.release())))
              .from(scheme.release())
              .paged(request, next, slice.previous(cursors, asked.list()));
        });
  }

  @Operation(
      operationId = "getConceptHistory",
      summary = "What became of a concept",
      description =
          "In which releases it entered, changed last and left, what takes its place and whose"
              + " place it takes.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = RelativeView.Told.class)))
  @Get("/concepts/{code}/history")
  HttpResponse<byte[]> history(
      HttpRequest<?> request,
      @PathVariable String vocab,
      @PathVariable String code,
      @QueryValue @Nullable String lang) {
    String language = Language.of(request, lang);
    return answers.json(
        request,
        language,
        snapshot -> {
          PublishedScheme scheme = Lookup.scheme(snapshot, vocab);
          Concept concept = Lookup.concept(snapshot, scheme, code);
          Views views = new Views(snapshot, instance.uris(), language);
          return Answers.Content.of(
                  new RelativeView.Told(
                      views.item(concept),
                      Past.of(concept, vocabularies.releases(edition(scheme, concept))).stream()
                          .map(RelativeView.Event::of)
                          .toList(),
                      views.items(concept.links(Link.Kind.REMPLACE_PAR).map(Link::target).toList()),
                      views.items(Hierarchy.replaces(snapshot, scheme, concept)),
                      SourceView.of(scheme.releaseOf(concept))))
              .from(scheme.release());
        });
  }

  private static String edition(PublishedScheme scheme, Concept concept) {
    return scheme.releaseOf(concept).release().edition().id();
  }

  /** What all these lists are asked with. */
  private record Asked(String list, int size, String after, String lang) {}

  private Asked asked(
      HttpRequest<?> request,
      @Nullable String limit,
      @Nullable String cursor,
      @Nullable String lang) {
    String list = Filters.list(request);
    return new Asked(
        list,
        Filters.limit(limit),
        cursor == null ? "" : cursors.open(list, cursor),
        Language.of(request, lang));
  }
}
