package fr.passerelle.api.admission;

import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpVersion;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Takes a point for each request before anything else is done for it, and tells what is left. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 200)
final class AdmissionFilter {
  private final Admission admission;

  AdmissionFilter(Admission admission) {
    this.admission = admission;
  }

  @RequestFilter
  CompletionStage<HttpRequest<?>> admit(HttpRequest<?> request) {
    refuseHosts(request);
    // Who watches over the service asks as often as it likes.
    if (request.getPath().startsWith("/health")) {
      return CompletableFuture.completedFuture(request);
    }
    CompletableFuture<HttpRequest<?>> admitted = new CompletableFuture<>();
    CompletableFuture<Void> _ =
        admission
            .of(request.getRemoteAddress(), request.getHeaders()::getAll)
            .thenAccept(standing -> {
              standing.note(request);
              if (standing.take()) {
                admitted.complete(request);
              } else {
                admitted.completeExceptionally(refused(standing));
              }
            });
    return admitted;
  }

  /** Of two hosts a proxy before us may have read the other (RFC 9112, section 3.2). */
  private static void refuseHosts(HttpRequest<?> request) {
    if (request.getHttpVersion() == HttpVersion.HTTP_1_1
        && request.getHeaders().getAll("Host").size() != 1) {
      throw new ProblemException(
          ProblemType.BAD_REQUEST,
          "Une requête HTTP/1.1 nomme un hôte, et un seul : Host.",
          List.of(),
          Map.of("Connection", "close"));
    }
  }

  private static ProblemException refused(Standing standing) {
    long seconds = standing.retryAfter();
    Map<String, String> headers = new HashMap<>();
    standing.tell(headers::put);
    headers.put("Retry-After", Long.toString(seconds));
    return new ProblemException(
        ProblemType.TOO_MANY_REQUESTS,
        "%d points par minute ici ; réessayer dans %d s. Une clé en donne davantage : la demander à l'exploitant du service."
            .formatted(standing.limit(), seconds),
        List.of(),
        headers);
  }

  @ResponseFilter
  void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
    Standing.of(request).tell(response.getHeaders()::set);
  }
}
