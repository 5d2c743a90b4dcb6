package fr.passerelle.api.rest;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.http.Language;
import fr.passerelle.api.http.Lookup;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.service.Absence;
import fr.passerelle.vocab.service.Counterpart;
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
import org.jspecify.annotations.Nullable;

/** Certifications that a ROME 4 sheet has from its ROME 3 parents. */
// Any Accept reaches the method: the framework does not take application/* for JSON.
@Produces(MediaType.ALL)
@Controller("/api/v1/vocabs/{vocab}/concepts/{code}/inherited-from-v3")
final class InheritedController {
  private final Answers answers;
  private final Instance instance;
  private final Cursors cursors;

  InheritedController(Answers answers, Instance instance, Cursors cursors) {
    this.answers = answers;
    this.instance = instance;
    this.cursors = cursors;
  }

  @Operation(
      operationId = "listInheritedFromV3",
      summary = "Certifications of the ROME 3 parents of a sheet",
      description =
          "Registers index on ROME 3, whose codes have another scope than the ROME 4 codes of the"
              + " same letters: what they say of a parent is inferred for the sheet, never a pair"
              + " of it. Each says through which parent, and what states it.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = InheritedView.Listed.class)))
  @Get
  HttpResponse<byte[]> inherited(
      HttpRequest<?> request,
      @PathVariable String vocab,
      @PathVariable String code,
      @QueryValue @Nullable String limit,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable String lang) {
    int size = Filters.limit(limit);
    String list = Filters.list(request);
    String after = cursor == null ? "" : cursors.open(list, cursor);
    String language = Language.of(request, lang);
    return answers.json(
        request,
        language,
        snapshot -> {
          Concept sheet = Lookup.concept(snapshot, Lookup.scheme(snapshot, vocab), code);
          Slice<Counterpart> slice =
              Slice.of(
                  Counterpart.inherited(snapshot, sheet),
                  each -> each.concept().ref().key(),
                  after,
                  size);
          String next = slice.next(cursors, list);
          Emptiness empty = Emptiness.of(slice.total(), () -> Absence.ofInherited(snapshot, sheet));
          List<SourceView> sources =
              slice.items().stream()
                  .flatMap(each -> each.statements().stream())
                  .map(each -> each.by().release())
                  .distinct()
                  .map(SourceView::of)
                  .toList();
          Views views = new Views(snapshot, instance.uris(), language);
          return Answers.Content.of(
                  new InheritedView.Listed(
                      slice.items().stream().map(each -> InheritedView.of(views, each)).toList(),
                      slice.total(),
                      next,
                      empty.reason(),
                      empty.explanation(),
                      sources,
                      TermsView.of(sources)))
              .paged(request, next, slice.previous(cursors, list));
        });
  }
}
