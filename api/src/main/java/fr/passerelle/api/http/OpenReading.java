package fr.passerelle.api.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteMatch;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages of any origin read, without credentials, and answers OPTIONS.
 *
 * <p>The framework's own filter echoes the origin, which would split every cached answer by origin.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
// Before whatever refuses a request, so that pages of other origins read the refusal too.
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
final class OpenReading {
  private final Router router;

  OpenReading(Router router) {
    this.router = router;
  }

  @RequestFilter
  @Nullable HttpResponse<?> options(HttpRequest<?> request) {
    if (request.getMethod() != HttpMethod.OPTIONS) {
      return null;
    }
    TreeSet<String> methods = new TreeSet<>();
    router.<Object, Object>findAny(request).stream()
        .map(UriRouteMatch::getRouteInfo)
        .forEach(route -> methods.add(route.getHttpMethodName()));
    if (methods.isEmpty()) {
      throw new ProblemException(
          ProblemType.NOT_FOUND, "Rien à l'adresse " + Text.quoted(request.getPath()));
    }
    methods.add("OPTIONS");
    String allowed = String.join(", ", methods);
    MutableHttpResponse<?> response =
        HttpResponse.noContent()
            .header("Allow", allowed)
            .header("Access-Control-Allow-Methods", allowed)
            .header("Access-Control-Allow-Headers", OpenHeaders.ADMITTED)
            .header("Access-Control-Max-Age", "86400");
    // An answer given here passes by the filters of answers.
    allow(response);
    return response;
  }

  @ResponseFilter
  void allow(MutableHttpResponse<?> response) {
    OpenHeaders.ALL.forEach((name, value) -> response.getHeaders().set(name, value));
  }
}
