package fr.passerelle.api.metrics;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteInfo;
import java.time.Duration;

/** Counts answers by route, method and status, where someone wants to know. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 50)
final class Counting {
  private static final String BEGUN = "fr.passerelle.begun";

  private final Metrics metrics;

  Counting(Metrics metrics) {
    this.metrics = metrics;
  }

  @RequestFilter
  void begin(HttpRequest<?> request) {
    if (metrics.isCounting()) {
      request.setAttribute(BEGUN, System.nanoTime());
    }
  }

  @ResponseFilter
  void count(HttpRequest<?> request, HttpResponse<?> response) {
    if (metrics.isCounting()) {
      long begun = request.getAttribute(BEGUN, Long.class).orElse(System.nanoTime());
      metrics.answered(
          request.getMethod().name(),
          route(request),
          response.code(),
          Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  /** The template, since addresses are without number. */
  private static String route(HttpRequest<?> request) {
    return RouteAttributes.getRouteInfo(request).orElse(null) instanceof UriRouteInfo<?, ?> route
        ? route.getUriMatchTemplate().toString()
        : "none";
  }
}
