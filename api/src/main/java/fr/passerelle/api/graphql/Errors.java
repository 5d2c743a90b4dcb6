package fr.passerelle.api.graphql;

import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Errors of a response, each with {@code extensions.code} for programs: the same kinds as the
 * problems of the other channels, and a few of GraphQL's own.
 */
final class Errors implements DataFetcherExceptionHandler {
  /** Errors of one response; a query of aliases would repeat one error hundreds of times. */
  static final int MOST = 20;

  private static final int LONGEST_MESSAGE = 300;
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  private final String problems;

  /**
   * @param address of the service, where the page of each kind of problem is
   */
  Errors(String address) {
    this.problems = address + "/problems/";
  }

  /** An error of that code, not tied to a field. */
  static GraphQLError typed(String code, String message) {
    return GraphqlErrorBuilder.newError()
        .message("%s", message)
        .errorType(ErrorClassification.errorClassification(code))
        .build();
  }

  /** The same as it is written. */
  static Map<String, Object> error(String code, String message) {
    return Map.of("message", message, "extensions", Map.of("code", code));
  }

  @Override
  public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
      DataFetcherExceptionHandlerParameters parameters) {
    GraphqlErrorBuilder<?> error =
        GraphqlErrorBuilder.newError(parameters.getDataFetchingEnvironment());
    Throwable thrown = parameters.getException();
    // What goes wrong where a loader answered comes wrapped.
    if (thrown instanceof CompletionException && thrown.getCause() != null) {
      thrown = thrown.getCause();
    }
    if (thrown instanceof ProblemException problem) {
      error
          .message("%s", problem.detail())
          .errorType(ErrorClassification.errorClassification(problem.type().name()))
          .extensions(extensions(problem));
    } else {
      LOG.error("GraphQL, {}", parameters.getPath(), thrown);
      error
          .message("%s", "Le service n'a pas pu répondre ; l'incident est journalisé.")
          .errorType(ErrorClassification.errorClassification(ProblemType.INTERNAL.name()));
    }
    return CompletableFuture.completedFuture(
        DataFetcherExceptionHandlerResult.newResult(error.build()).build());
  }

  private Map<String, Object> extensions(ProblemException problem) {
    Map<String, Object> extensions = new LinkedHashMap<>();
    extensions.put("type", problems + problem.type().slug());
    if (!problem.errors().isEmpty()) {
      extensions.put(
          "errors",
          problem.errors().stream()
              .map(each -> Map.of("pointer", each.pointer(), "rule", each.rule()))
              .toList());
    }
    return extensions;
  }

  /** Whether one of them is a fault of the service, which may be gone the next time. */
  static boolean anyIsOurs(List<GraphQLError> errors) {
    return errors.stream().anyMatch(error -> code(error).equals(ProblemType.INTERNAL.name()));
  }

  /** The errors as they are written (GraphQL specification, section 7.1.2). */
  List<Map<String, Object>> list(List<GraphQLError> errors) {
    return errors.stream().limit(MOST).map(Errors::map).toList();
  }

  private static Map<String, Object> map(GraphQLError error) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("message", cut(String.valueOf(error.getMessage())));
    if (error.getLocations() != null && !error.getLocations().isEmpty()) {
      map.put(
          "locations",
          error.getLocations().stream()
              .map(at -> Map.of("line", at.getLine(), "column", at.getColumn()))
              .toList());
    }
    if (error.getPath() != null) {
      map.put("path", error.getPath());
    }
    Map<String, @Nullable Object> extensions = new LinkedHashMap<>();
    extensions.put("code", code(error));
    if (error.getExtensions() != null) {
      extensions.putAll(error.getExtensions());
    }
    map.put("extensions", extensions);
    return map;
  }

  private static String cut(String message) {
    return message.length() > LONGEST_MESSAGE
        ? message.substring(0, LONGEST_MESSAGE - 1) + "…"
        : message;
  }

  private static String code(GraphQLError error) {
    return switch (error.getErrorType()) {
      case ErrorType.InvalidSyntax -> "SYNTAX_ERROR";
      case ErrorType.ValidationError -> "VALIDATION_ERROR";
      case ErrorType.OperationNotSupported -> "OPERATION_NOT_SUPPORTED";
      case ErrorType.ExecutionAborted -> "QUERY_REFUSED";
      case ErrorType.DataFetchingException, ErrorType.NullValueInNonNullableField ->
          ProblemType.INTERNAL.name();
      case null -> "QUERY_REFUSED";
      default -> error.getErrorType().toString();
    };
  }
}
