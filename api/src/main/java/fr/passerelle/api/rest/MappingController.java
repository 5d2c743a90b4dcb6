package fr.passerelle.api.rest;

import fr.passerelle.api.Instance;
import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.http.Language;
import fr.passerelle.api.http.Lookup;
import fr.passerelle.api.http.Mementos;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.service.Absence;
import fr.passerelle.vocab.service.MappingFilter;
import fr.passerelle.vocab.service.Mappings;
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
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pairs that published correspondences state. */
// Any Accept reaches the method: the framework does not take application/* for JSON.
@Produces(MediaType.ALL)
@Controller("/api/v1")
@ExecuteOn(WorkPools.READING)
final class MappingController {
  private final Answers answers;
  private final Instance instance;
  private final Cursors cursors;
  private final Mementos mementos;

  MappingController(Answers answers, Instance instance, Cursors cursors, Mementos mementos) {
    this.mementos = mementos;
    this.answers = answers;
    this.instance = instance;
    this.cursors = cursors;
  }

  @Operation(
      operationId = "listMappings",
      summary = "Pairs of published correspondences",
      description =
          "With from or to, pairs are read in that direction, also those that are stated the other"
              + " way round. A confidence of null means that nobody assessed the pair.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = MappingView.Listed.class)))
  @Get("/mappings")
  HttpResponse<byte[]> mappings(
      HttpRequest<?> request,
      @Parameter(
              description = "First end: a vocabulary, or a concept as vocabulary/code",
              schema = @Schema(type = "string", maxLength = 200, example = "rome-3/M1805"))
          @QueryValue
          @Nullable String from,
      @Parameter(
              description = "Second end: a vocabulary, or a concept as vocabulary/code",
              schema = @Schema(type = "string", maxLength = 200, example = "rncp"))
          @QueryValue
          @Nullable String to,
      @Parameter(
              description = "Vocabulary of either end",
              schema = @Schema(type = "string", maxLength = 60))
          @QueryValue
          @Nullable String scheme,
      @Parameter(
              description = "Predicate, read in the direction asked",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {
                        "exactMatch",
                        "closeMatch",
                        "broadMatch",
                        "narrowMatch",
                        "relatedMatch"
                      }))
          @QueryValue
          @Nullable String predicate,
      @Parameter(
              description = "Identifier of a correspondence",
              schema =
                  @Schema(type = "string", maxLength = 200, example = "certifinfo/rncp--rome-3"))
          @QueryValue
          @Nullable String correspondence,
      @Parameter(
              description =
                  "Name of an earlier release of that correspondence; Accept-Datetime works too",
              schema = @Schema(type = "string", maxLength = 60))
          @QueryValue
          @Nullable String release,
      @Parameter(
              description = "Least confidence, 0 to 1; none for pairs that nobody assessed",
              schema = @Schema(type = "string", maxLength = 8))
          @QueryValue
          @Nullable String confidence,
      @QueryValue @Nullable String limit,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable String lang) {
    if (release != null && correspondence == null) {
      throw ProblemException.parameter(
          "release", release, "demande « correspondence », dont c'est une version");
    }
    return page(
        request,
        new Asked(limit, cursor, Language.of(request, lang), correspondence, release),
        snapshot ->
            new MappingFilter(
                Lookup.end(snapshot, from),
                Lookup.end(snapshot, to),
                scheme == null ? "" : Lookup.scheme(snapshot, scheme).scheme().id(),
                Optional.ofNullable(predicate).map(Filters::predicate),
                correspondence == null
                    ? ""
                    : Lookup.correspondence(snapshot, correspondence).correspondence().id(),
                Filters.confidence(confidence)),
        snapshot -> Absence.of(Absence.Reason.FILTERED));
  }

  @Operation(
      operationId = "listMappingsOfConcept",
      summary = "Pairs of a concept",
      description =
          "What all published correspondences say of it, read from it. A ROME 4 sheet has none"
              + " towards certifications: registers index on ROME 3, see /translate and /paths.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = MappingView.Listed.class)))
  @Get("/vocabs/{vocab}/concepts/{code}/mappings")
  HttpResponse<byte[]> mappingsOfConcept(
      HttpRequest<?> request,
      @PathVariable String vocab,
      @PathVariable String code,
      @QueryValue @Nullable String limit,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable String lang) {
    return page(
        request,
        new Asked(limit, cursor, Language.of(request, lang), null, null),
        snapshot -> MappingFilter.from(concept(snapshot, vocab, code).ref()),
        snapshot -> Absence.ofCounterparts(snapshot, concept(snapshot, vocab, code), each -> true));
  }

  private static Concept concept(Snapshot snapshot, String vocab, String code) {
    return Lookup.concept(snapshot, Lookup.scheme(snapshot, vocab), code);
  }

  /** What both lists are asked with. */
  private record Asked(
      @Nullable String limit,
      @Nullable String cursor,
      String lang,
      @Nullable String correspondence,
      @Nullable String release) {}

  /** One correspondence has releases; what all say together has none. */
  private Mementos.State state(HttpRequest<?> request, Asked asked) {
    return asked.correspondence() == null
        ? mementos.now()
        : mementos.of(request, asked.correspondence(), asked.release());
  }

  private HttpResponse<byte[]> page(
      HttpRequest<?> request,
      Asked asked,
      Function<Snapshot, MappingFilter> filter,
      Function<Snapshot, Absence> absence) {
    int size = Filters.limit(asked.limit());
    String list = Filters.list(request);
    String after = asked.cursor() == null ? "" : cursors.open(list, asked.cursor());
    Mementos.State state = state(request, asked);
    return answers.json(
        request,
        asked.lang() + state.variant(),
        state.snapshot(),
        snapshot -> {
          Mappings found = Mappings.find(snapshot, filter.apply(snapshot), after, size);
          Views views = new Views(snapshot, instance.uris(), asked.lang());
          String next = found.next().isEmpty() ? null : cursors.sign(list, found.next());
          Emptiness empty = Emptiness.of(found.total(), () -> absence.apply(snapshot));
          List<SourceView> sources =
              views.sources(
                  found.items().stream().map(each -> each.by().release()),
                  found.items().stream()
                      .flatMap(each -> Stream.of(each.pair().from(), each.pair().to())));
          Answers.Content page =
              Answers.Content.of(
                      new MappingView.Listed(
                          views.mappings(found.items()),
                          found.total(),
                          next,
                          empty.reason(),
                          empty.explanation(),
                          sources,
                          TermsView.of(sources)))
                  .paged(request, next, Slice.previous(cursors, list, found.before().orElse(null)));
          return asked.correspondence() == null ? page : state.describe(request, page);
        });
  }
}
