package fr.passerelle.api.http;

import io.micronaut.http.HttpStatus;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of problem that the service answers with; each has a stable URI and a page. */
public enum ProblemType {
  /** A parameter, header or body that cannot be read. */
  BAD_REQUEST(HttpStatus.BAD_REQUEST, "Requête mal formée", "Malformed request"),
  /** A query parameter that this address does not have. */
  UNKNOWN_PARAMETER(HttpStatus.BAD_REQUEST, "Paramètre inconnu", "Unknown parameter"),
  /** A parameter whose value breaks its rule. */
  BAD_PARAMETER(HttpStatus.BAD_REQUEST, "Paramètre incorrect", "Bad parameter"),
  /** A paging cursor that this service did not make. */
  BAD_CURSOR(HttpStatus.BAD_REQUEST, "Curseur incorrect", "Bad cursor"),
  /** What is asked needs a key, and none that is valid was sent. */
  UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "Clé absente ou inconnue", "No valid key"),
  /** The key is valid and does not allow this. */
  FORBIDDEN(HttpStatus.FORBIDDEN, "Clé sans ce droit", "Not allowed to this key"),
  /** What would be published bears a name that is not one of the author of the key. */
  NOT_YOURS(HttpStatus.FORBIDDEN, "Nom d'un autre auteur", "Another author's name"),
  /** No such address. */
  NOT_FOUND(HttpStatus.NOT_FOUND, "Adresse inconnue", "Not found"),
  /** Its author published it, and does no more. */
  GONE(HttpStatus.GONE, "N'est plus publié", "Gone"),
  /** No vocabulary of that name is published. */
  UNKNOWN_VOCABULARY(HttpStatus.NOT_FOUND, "Vocabulaire inconnu", "Unknown vocabulary"),
  /** The vocabulary has no such code. */
  UNKNOWN_CODE(HttpStatus.NOT_FOUND, "Code inconnu", "Unknown code"),
  /** No such study, or one that is not for who asks. */
  UNKNOWN_STUDY(HttpStatus.NOT_FOUND, "Étude inconnue", "Unknown study"),
  /** The address exists, not with this method. */
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "Méthode non admise", "Method not allowed"),
  /** None of the media types asked for is available. */
  NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Format indisponible", "Not acceptable"),
  /** What the request is about is not what its sender knew. */
  PRECONDITION_FAILED(
      HttpStatus.PRECONDITION_FAILED, "Condition non remplie", "Precondition failed"),
  /** The body is too large. */
  TOO_LARGE(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "Contenu trop grand", "Content too large"),
  /** The address is longer than the server reads. */
  URI_TOO_LONG(HttpStatus.REQUEST_URI_TOO_LONG, "Adresse trop longue", "URI too long"),
  /** The headers are longer than the server reads. */
  HEADERS_TOO_LARGE(
      HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "En-têtes trop longs", "Headers too large"),
  /** The file has none of the bytes asked for. */
  RANGE_NOT_SATISFIABLE(
      HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE, "Plage hors du fichier", "Range not satisfiable"),
  /** The media type of the body is not accepted here. */
  UNSUPPORTED_MEDIA_TYPE(
      HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Type de contenu refusé", "Unsupported media type"),
  /** The same thing is being done by someone else. */
  BUSY(HttpStatus.CONFLICT, "Opération en cours", "Already under way"),
  /** A file that breaks rules; nothing was changed. */
  REFUSED(HttpStatus.UNPROCESSABLE_ENTITY, "Fichier refusé", "File refused"),
  /** Too many requests. */
  TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Trop de requêtes", "Too many requests"),
  /** The fault is ours. */
  INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "Erreur du service", "Internal error"),
  /** The service cannot answer now. */
  UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Service indisponible", "Service unavailable");

  private final HttpStatus status;
  private final String french;
  private final String english;

  ProblemType(HttpStatus status, String french, String english) {
    this.status = status;
    this.french = french;
    this.english = english;
  }

  /** HTTP status of the answer. */
  public HttpStatus status() {
    return status;
  }

  /** Last part of its URI, {@code /problems/{slug}}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Short human-readable summary (RFC 9457, section 3.1.4). */
  public String title(String lang) {
    return lang.equals("en") ? english : french;
  }

  /** Whether the same question finds the same problem as long as what is published stays. */
  boolean lasting() {
    return switch (this) {
      case BAD_REQUEST,
          UNKNOWN_PARAMETER,
          BAD_PARAMETER,
          BAD_CURSOR,
          NOT_FOUND,
          GONE,
          UNKNOWN_VOCABULARY,
          UNKNOWN_CODE,
          UNKNOWN_STUDY,
          TOO_LARGE ->
          true;
      case UNAUTHENTICATED,
          FORBIDDEN,
          NOT_YOURS,
          METHOD_NOT_ALLOWED,
          NOT_ACCEPTABLE,
          PRECONDITION_FAILED,
          URI_TOO_LONG,
          HEADERS_TOO_LARGE,
          RANGE_NOT_SATISFIABLE,
          UNSUPPORTED_MEDIA_TYPE,
          BUSY,
          REFUSED,
          TOO_MANY_REQUESTS,
          INTERNAL,
          UNAVAILABLE ->
          false;
    };
  }

  /** The type of that slug. */
  public static Optional<ProblemType> find(String slug) {
    return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
  }

  /** The general type for a status that the framework answered with. */
  static ProblemType of(HttpStatus status) {
    return switch (status) {
      case UNAUTHORIZED -> UNAUTHENTICATED;
      case FORBIDDEN -> FORBIDDEN;
      case NOT_FOUND -> NOT_FOUND;
      case METHOD_NOT_ALLOWED -> METHOD_NOT_ALLOWED;
      case NOT_ACCEPTABLE -> NOT_ACCEPTABLE;
      case PRECONDITION_FAILED -> PRECONDITION_FAILED;
      case REQUEST_ENTITY_TOO_LARGE -> TOO_LARGE;
      case REQUEST_URI_TOO_LONG -> URI_TOO_LONG;
      case REQUEST_HEADER_FIELDS_TOO_LARGE -> HEADERS_TOO_LARGE;
      case REQUESTED_RANGE_NOT_SATISFIABLE -> RANGE_NOT_SATISFIABLE;
      case UNSUPPORTED_MEDIA_TYPE -> UNSUPPORTED_MEDIA_TYPE;
      case TOO_MANY_REQUESTS -> TOO_MANY_REQUESTS;
      case SERVICE_UNAVAILABLE -> UNAVAILABLE;
      default -> status.getCode() < 500 ? BAD_REQUEST : INTERNAL;
    };
  }
}
