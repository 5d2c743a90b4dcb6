package fr.passerelle.api.http;

import fr.passerelle.api.Instance;
import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.handler.codec.compression.DecompressionException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The one place where errors become answers: ours, and those that the framework finds before a
 * controller is reached.
 */
@Singleton
@Produces
@Primary
final class Problems
    implements ErrorResponseProcessor<byte[]>,
        ExceptionHandler<ProblemException, HttpResponse<byte[]>> {
  private final Json json;
  private final Instance instance;
  private final OldAddresses oldAddresses;

  Problems(Json json, Instance instance, OldAddresses oldAddresses) {
    this.oldAddresses = oldAddresses;
    this.json = json;
    this.instance = instance;
  }

  @Override
  @SuppressWarnings("rawtypes") // as the framework declares it
  public HttpResponse<byte[]> handle(HttpRequest request, ProblemException e) {
    MutableHttpResponse<byte[]> response =
        answer(HttpResponse.status(e.type().status()), request, e.type(), e.detail(), e.errors());
    e.headers().forEach(response::header);
    return response;
  }

  @Override
  public MutableHttpResponse<byte[]> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    unreadable(context.getRequest())
        .ifPresent(status ->
            // The server closes after what it could not read: a client told so takes a new
            // connection.
            response.status(status).header("Connection", "close"));
    Throwable cause = context.getRootCause().orElse(null);
    if (cause instanceof ProblemException refused) {
      // A pool of work refuses where no handler of exceptions stands.
      refused.headers().forEach(response::header);
      return answer(
          response.status(refused.type().status()),
          context.getRequest(),
          refused.type(),
          refused.detail(),
          refused.errors());
    }
    if (cause instanceof DecompressionException) {
      response.status(HttpStatus.BAD_REQUEST);
    }
    ProblemType type = ProblemType.of(response.status());
    if (type == ProblemType.NOT_FOUND) {
      Optional<String> now = oldAddresses.find(context.getRequest());
      if (now.isPresent()) {
        return response
            .status(HttpStatus.MOVED_PERMANENTLY)
            .body(new byte[0])
            .header("Vary", "Accept")
            .header("Location", now.get());
      }
    }
    return answer(response, context.getRequest(), type, detail(context, type), List.of());
  }

  /**
   * What to say of a head that could not be read: the framework says 413 of all that is too long,
   * also of an address (RFC 9110, 15.5.15) and of headers (RFC 6585, 5).
   */
  private static Optional<HttpStatus> unreadable(HttpRequest<?> request) {
    if (!(request instanceof NettyHttpRequest<?> netty)) {
      return Optional.empty();
    }
    Throwable cause = netty.getNativeRequest().decoderResult().cause();
    if (cause instanceof TooLongHttpLineException) {
      return Optional.of(HttpStatus.REQUEST_URI_TOO_LONG);
    }
    return cause instanceof TooLongHttpHeaderException
        ? Optional.of(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
        : Optional.empty();
  }

  /** The framework's words are for its users, who write routes; ours call them. */
  private static String detail(ErrorContext context, ProblemType type) {
    HttpRequest<?> request = context.getRequest();
    return switch (type) {
      case NOT_FOUND ->
          "Rien à l'adresse "
              + Text.quoted(request.getPath())
              + " ; la page d'accueil / donne les entrées.";
      case METHOD_NOT_ALLOWED ->
          "La méthode "
              + request.getMethodName()
              + " n'est pas admise ici ; l'en-tête Allow donne celles qui le sont.";
      case NOT_ACCEPTABLE ->
          "Aucun des formats demandés par Accept n'est disponible ici ; demander application/json.";
      case URI_TOO_LONG ->
          "L'adresse dépasse 4 096 caractères ; GraphQL accepte aussi sa question par POST.";
      case HEADERS_TOO_LARGE -> "Les en-têtes dépassent 8 192 octets en tout.";
      case INTERNAL -> "Le service n'a pas pu répondre ; l'incident est journalisé.";
      case TOO_LARGE ->
          "Le contenu envoyé dépasse ce que cette adresse admet : 20 Mo pour un dépôt, moins"
              + " ailleurs.";
      case GONE,
          BAD_REQUEST,
          UNAUTHENTICATED,
          FORBIDDEN,
          NOT_YOURS,
          BUSY,
          REFUSED,
          PRECONDITION_FAILED,
          RANGE_NOT_SATISFIABLE,
          UNSUPPORTED_MEDIA_TYPE,
          TOO_MANY_REQUESTS,
          UNAVAILABLE,
          UNKNOWN_PARAMETER,
          BAD_PARAMETER,
          BAD_CURSOR,
          UNKNOWN_VOCABULARY,
          UNKNOWN_CODE,
          UNKNOWN_STUDY ->
          context.getErrors().stream().map(Error::getMessage).collect(Collectors.joining(" ; "));
    };
  }

  private MutableHttpResponse<byte[]> answer(
      MutableHttpResponse<?> response,
      HttpRequest<?> request,
      ProblemType type,
      String detail,
      List<Problem.Detail> errors) {
    Problem problem =
        new Problem(
            instance.address() + "/problems/" + type.slug(),
            type.title(Language.of(request)),
            response.code(),
            detail,
            request.getPath(),
            errors);
    request.setAttribute(Problem.ATTRIBUTE, problem);
    return response
        .body(json.bytes(problem))
        .contentType(Problem.MEDIA_TYPE)
        .header("Cache-Control", "no-store")
        .header("Vary", "Accept, Accept-Language");
  }
}
