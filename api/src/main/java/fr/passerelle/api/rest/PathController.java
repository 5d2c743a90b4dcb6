package fr.passerelle.api.rest;

import fr.passerelle.api.Instance;
import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Language;
import fr.passerelle.api.http.Lookup;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.service.ChainQuality;
import fr.passerelle.vocab.service.Walk;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks from skills to training domains and back. */
// Any Accept reaches the method: the framework does not take application/* for JSON.
@Produces(MediaType.ALL)
@Controller("/api/v1/paths")
@ExecuteOn(WorkPools.READING)
final class PathController {
  private final Answers answers;
  private final Instance instance;

  PathController(Answers answers, Instance instance) {
    this.answers = answers;
    this.instance = instance;
  }

  @Operation(
      operationId = "findPaths",
      summary = "Ways from a concept to a type of concept or a vocabulary",
      description =
          "Skill, occupation, certification, training domain, or back. Each hop keeps its"
              + " predicate, correspondence, provenance, confidence and release; concepts that lead"
              + " nowhere are listed with the reason. From a ROME 4 sheet to its ROME 3 parent is a"
              + " hop of its own. An answer to one question: no pair follows from it.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = WalkView.class)))
  @Get
  HttpResponse<byte[]> paths(
      HttpRequest<?> request,
      @Parameter(
              description = "Where to begin, as vocabulary/code",
              required = true,
              schema = @Schema(type = "string", maxLength = 200, example = "rome-4/M1805"))
          @QueryValue
          @Nullable String from,
      @Parameter(
              description = "Where to end: a type of concept, or a vocabulary",
              required = true,
              schema = @Schema(type = "string", maxLength = 60, example = "terme-formacode"))
          @QueryValue
          @Nullable String to,
      @Parameter(
              description = "Ways, ends and broken hops shown at most",
              schema =
                  @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
          @QueryValue
          @Nullable String limit,
      @QueryValue @Nullable String lang) {
    String language = Language.of(request, lang);
    int size = Filters.limit(limit);
    return answers.json(
        request,
        language,
        snapshot -> {
          Walk walk = Lookup.walk(snapshot, given("from", from), given("to", to), size);
          Views views = new Views(snapshot, instance.uris(), language);
          return Answers.Content.of(WalkView.of(views, walk, size));
        });
  }

  private static String given(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw ProblemException.parameter(name, "", "à donner");
    }
    return value;
  }

  @Operation(
      operationId = "getChainQuality",
      summary = "How far the chain from occupations to training domains holds",
      description =
          "Share of the occupations that reach a certification, of the certifications that reach a"
              + " training domain, and what leads nowhere by reason; for an edition or one of its"
              + " domains, and for the parts of it.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = QualityView.class)))
  @Get("/quality")
  HttpResponse<byte[]> quality(
      HttpRequest<?> request,
      @Parameter(
              description = "Edition of occupations or of certifications",
              schema = @Schema(type = "string", maxLength = 60, defaultValue = "rome-4"))
          @QueryValue
          @Nullable String vocab,
      @Parameter(
              description = "Code of a domain of that edition",
              schema = @Schema(type = "string", maxLength = 60, example = "M18"))
          @QueryValue
          @Nullable String domain,
      @QueryValue @Nullable String lang) {
    String language = Language.of(request, lang);
    return answers.json(
        request,
        language,
        snapshot -> {
          PublishedScheme scheme = Lookup.scheme(snapshot, vocab == null ? "rome-4" : vocab);
          Optional<Concept> part =
              Optional.ofNullable(domain).map(code -> Lookup.concept(snapshot, scheme, code));
          return Answers.Content.of(quality(snapshot, scheme, part, language))
              .from(scheme.release());
        });
  }

  private QualityView quality(
      Snapshot snapshot, PublishedScheme scheme, Optional<Concept> part, String lang) {
    Views views = new Views(snapshot, instance.uris(), lang);
    return new QualityView(
        scheme.scheme().id(),
        scheme.release().release().id(),
        QualityView.figure(views, ChainQuality.of(snapshot, scheme, part)),
        ChainQuality.parts(snapshot, scheme, part).stream()
            .map(each ->
                QualityView.figure(views, ChainQuality.of(snapshot, scheme, Optional.of(each))))
            .toList(),
        SourceView.of(scheme.release()));
  }
}
