package fr.passerelle.api.graphql;

import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.DataStates;
import fr.passerelle.api.http.Language;
import fr.passerelle.api.http.Negotiation;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.vocab.release.Vocabularies;
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
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * GraphQL over HTTP, by the letter of the specification of the GraphQL Foundation (draft of 2025,
 * sections "Request" and "Response").
 *
 * <p>What is not a well-formed request is a problem (RFC 9457); what is one gets a GraphQL
 * response, whose status depends on the media type: {@code application/graphql-response+json} says
 * 400 where nothing was executed, {@code application/json} says 200 always.
 */
// Its contract is the schema, not OpenAPI.
@Hidden
@Controller("/graphql")
@ExecuteOn(WorkPools.READING)
@Produces(MediaType.ALL)
final class GraphqlController {
  static final String RESPONSE_JSON = "application/graphql-response+json";
  private static final List<String> MEDIA_TYPES = List.of(RESPONSE_JSON, "application/json");

  /** In bytes; no honest document comes near. */
  private static final int LARGEST_BODY = 32 << 10;

  private final Engine engine;
  private final Answers answers;
  private final Vocabularies vocabularies;
  private final DataStates states;
  private final StudyDesk.Desks desks;

  GraphqlController(
      Engine engine,
      Answers answers,
      Vocabularies vocabularies,
      DataStates states,
      StudyDesk.Desks desks) {
    this.states = states;
    this.desks = desks;
    this.engine = engine;
    this.answers = answers;
    this.vocabularies = vocabularies;
  }

  /** Executes a query; its answer is kept, and revalidated by ETag. */
  @Get
  HttpResponse<byte[]> get(
      HttpRequest<?> request,
      @Nullable @QueryValue String query,
      @Nullable @QueryValue String documentId,
      @Nullable @QueryValue String operationName,
      @Nullable @QueryValue String variables,
      @Nullable @QueryValue String extensions) {
    String mediaType = mediaType(request);
    GraphqlRequest asked =
        GraphqlRequest.ofParameters(
            new GraphqlRequest.Parameters(query, documentId, operationName, variables, extensions));
    String lang = Language.of(request);
    if (request.getHeaders().contains("Authorization")) {
      // Of what a key shows nothing is kept.
      Outcome own = engine.execute(asked, vocabularies.snapshot(), lang, desks.of(request));
      return respond(own, mediaType);
    }
    try {
      return answers.answer(
          request,
          withCharset(mediaType),
          // The graph joins all that is published.
          lang + "/" + states.now().number(),
          snapshot -> {
            Outcome outcome = engine.execute(asked, snapshot, lang, desks.of(request));
            if (!outcome.lasting()) {
              throw new PassingOutcomeException(outcome);
            }
            return Answers.Content.of(outcome.body())
                .with("Vary", Answers.VARY + ", Authorization")
                .tagged("studies indicators");
          });
    } catch (PassingOutcomeException e) {
      return respond(e.outcome(), mediaType);
    }
  }

  /** Executes an operation. */
  @Post
  @Consumes(MediaType.ALL)
  HttpResponse<byte[]> post(HttpRequest<?> request, @Body byte @Nullable [] body) {
    requireJson(request);
    String mediaType = mediaType(request);
    byte[] bytes = body == null ? new byte[0] : body;
    if (bytes.length > LARGEST_BODY) {
      throw new ProblemException(
          ProblemType.TOO_LARGE,
          "Corps de %d octets ; une requête GraphQL en a %d au plus."
              .formatted(bytes.length, LARGEST_BODY));
    }
    GraphqlRequest asked = GraphqlRequest.ofBody(bytes);
    Outcome outcome =
        engine.execute(asked, vocabularies.snapshot(), Language.of(request), desks.of(request));
    return respond(outcome, mediaType);
  }

  /** Anything else could be sent by a form of another site, without asking us first (CSRF). */
  private static void requireJson(HttpRequest<?> request) {
    boolean json =
        request
            .getContentType()
            .filter(type -> type.getName().equals("application/json"))
            .filter(type -> type.getCharset().map(StandardCharsets.UTF_8::equals).orElse(true))
            .isPresent();
    if (!json) {
      throw new ProblemException(
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          "Le corps d'une requête GraphQL est du JSON en UTF-8 : Content-Type: application/json.");
    }
  }

  private static String mediaType(HttpRequest<?> request) {
    return Negotiation.prefer(request, MEDIA_TYPES)
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.NOT_ACCEPTABLE,
                "Formats disponibles ici : " + String.join(", ", MEDIA_TYPES)));
  }

  private static HttpResponse<byte[]> respond(Outcome outcome, String mediaType) {
    boolean refused = !outcome.executed() && mediaType.equals(RESPONSE_JSON);
    return (refused
            ? HttpResponse.<byte[]>badRequest().body(outcome.body())
            : HttpResponse.ok(outcome.body()))
        .contentType(withCharset(mediaType))
        .header("Cache-Control", "no-store")
        .header("Vary", "Accept, Accept-Language");
  }

  private static String withCharset(String mediaType) {
    return mediaType + "; charset=utf-8";
  }

  /** Takes an answer that is not to be kept out of the cache. */
  private static final class PassingOutcomeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Outcome outcome;

    PassingOutcomeException(Outcome outcome) {
      super("not kept", null, false, false);
      this.outcome = outcome;
    }

    Outcome outcome() {
      return outcome;
    }
  }
}
