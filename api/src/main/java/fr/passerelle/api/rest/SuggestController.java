package fr.passerelle.api.rest;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Language;
import fr.passerelle.api.http.Lookup;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.search.Page;
import fr.passerelle.vocab.search.SearchQuery;
import fr.passerelle.vocab.service.Suggestions;
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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody may be typing in a field. */
// Any Accept reaches the method: the framework does not take application/* for JSON.
@Produces(MediaType.ALL)
@Controller("/api/v1/suggest")
final class SuggestController {
  private final Answers answers;
  private final Instance instance;

  SuggestController(Answers answers, Instance instance) {
    this.answers = answers;
    this.instance = instance;
  }

  @Operation(
      operationId = "suggest",
      summary = "Concepts typed ahead",
      description =
          "Concepts in use whose label or code is being typed, best first, each with what matched."
              + " Lighter than search: no total, no facets, no pages.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SuggestionView.class)))
  @Get
  HttpResponse<byte[]> suggest(
      HttpRequest<?> request,
      @Parameter(
              description = "What is typed: words, the last one in part, or a code",
              schema =
                  @Schema(type = "string", maxLength = Filters.LONGEST_TEXT, example = "boulang"))
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
              description = "Suggestions at most",
              schema =
                  @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
          @QueryValue
          @Nullable String limit,
      @QueryValue @Nullable String lang) {
    String text = Filters.text(q);
    int most = Filters.limit(limit);
    String language = Language.of(request, lang);
    Set<ConceptType> types =
        Optional.ofNullable(type).map(Filters::type).map(Set::of).orElse(Set.of());
    return answers.json(
        request,
        language,
        snapshot -> {
          Set<String> vocabs =
              vocab == null ? Set.of() : Set.of(Lookup.scheme(snapshot, vocab).scheme().id());
          SearchQuery query = Suggestions.query(text, vocabs, types, most);
          Page found = Suggestions.find(snapshot, query);
          Emptiness empty = Emptiness.of(found.total(), () -> Suggestions.absence(snapshot, query));
          Views views = new Views(snapshot, instance.uris(), language);
          List<ConceptItem> items = found.hits().stream().flatMap(views::item).toList();
          return Answers.Content.of(
              new SuggestionView(
                  items,
                  Views.interpretedAs(found),
                  empty.reason(),
                  empty.explanation(),
                  SearchController.sources(snapshot, items)));
        });
  }
}
