package fr.passerelle.api.rest;

import fr.passerelle.api.Instance;
import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Bodies;
import fr.passerelle.api.http.JsonBody;
import fr.passerelle.api.http.Language;
import fr.passerelle.api.http.Lookup;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.service.Resolved;
import fr.passerelle.vocab.service.Resolver;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What codes, URIs and labels stand for. */
// Any Accept reaches the method: the framework does not take application/* for JSON.
@Produces(MediaType.ALL)
@Controller("/api/v1/lookup")
@ExecuteOn(WorkPools.READING)
final class LookupController {
  private final Answers answers;
  private final Instance instance;
  private final Bodies bodies;

  LookupController(Answers answers, Instance instance, Bodies bodies) {
    this.answers = answers;
    this.instance = instance;
    this.bodies = bodies;
  }

  /**
   * What to look up.
   *
   * @param vocab vocabulary of bare codes and labels; all where it is absent
   * @param codes codes, URIs, or vocabulary:code; 1 000 at most
   * @param labels labels; 100 at most
   */
  @Serdeable
  @Schema(name = "LookupRequest")
  record Asked(
      @Schema(maxLength = 60, example = "rome-4") @Nullable String vocab,
      @Nullable List<String> codes,
      @Nullable List<String> labels) {}

  @Operation(
      operationId = "lookup",
      summary = "What a code, a URI or a label stands for",
      description =
          "A code as people write it, a URI, vocabulary:code, or a label, exact once case, accents"
              + " and punctuation are set aside. Give one of code and label.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = LookupView.class)))
  @Get
  HttpResponse<byte[]> lookup(
      HttpRequest<?> request,
      @Parameter(
              description = "Code, URI, or vocabulary:code",
              schema =
                  @Schema(type = "string", maxLength = Filters.LONGEST_TEXT, example = "m 1805"))
          @QueryValue
          @Nullable String code,
      @Parameter(
              description = "Label",
              schema = @Schema(type = "string", maxLength = Filters.LONGEST_TEXT))
          @QueryValue
          @Nullable String label,
      @Parameter(
              description = "Vocabulary of a bare code or label; all by default",
              schema = @Schema(type = "string", maxLength = 60))
          @QueryValue
          @Nullable String vocab,
      @QueryValue @Nullable String lang) {
    if ((code == null) == (label == null)) {
      throw ProblemException.parameter("code", "", "donner code ou label, un seul des deux");
    }
    List<String> codes = code == null ? List.of() : List.of(Filters.text(code));
    List<String> labels = label == null ? List.of() : List.of(Filters.text(label));
    String language = Language.of(request, lang);
    return answers.json(
        request,
        language,
        snapshot ->
            Answers.Content.of(
                resolved(snapshot, language, vocab == null ? "" : vocab, codes, labels)));
  }

  @Operation(
      operationId = "lookupAll",
      summary = "What codes, URIs and labels stand for",
      description = "Up to 1 000 codes, URIs or vocabulary:code, and 100 labels, a status each.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = LookupView.class)))
  @RequestBody(
      required = true,
      content =
          @Content(mediaType = "application/json", schema = @Schema(implementation = Asked.class)))
  @Post
  @Consumes(MediaType.ALL)
  HttpResponse<byte[]> lookupAll(HttpRequest<?> request, @Body byte @Nullable [] body) {
    JsonBody asked = bodies.object(request, body, List.of("vocab", "codes", "labels"));
    List<String> codes = asked.texts("codes", Resolver.MOST_CODES, Filters.LONGEST_TEXT);
    List<String> labels = asked.texts("labels", Resolver.MOST_LABELS, Filters.LONGEST_TEXT);
    String vocab = asked.text("vocab", Filters.LONGEST_TEXT);
    String language = Language.of(request);
    return answers.fresh(request, snapshot -> resolved(snapshot, language, vocab, codes, labels));
  }

  private LookupView resolved(
      Snapshot snapshot, String lang, String vocab, List<String> codes, List<String> labels) {
    Optional<PublishedScheme> scheme =
        vocab.isEmpty() ? Optional.empty() : Optional.of(Lookup.scheme(snapshot, vocab));
    Resolver resolver = new Resolver(snapshot, instance.uris(), scheme);
    Stream<Resolved> found =
        Stream.concat(codes.stream().map(resolver::code), labels.stream().map(resolver::label));
    Views views = new Views(snapshot, instance.uris(), lang);
    return LookupView.of(views, snapshot, found.toList());
  }
}
