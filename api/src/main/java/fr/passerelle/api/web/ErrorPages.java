package fr.passerelle.api.web;

import fr.passerelle.api.http.Language;
import fr.passerelle.api.http.Negotiation;
import fr.passerelle.api.http.Problem;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.List;

/** Shows a problem as a page to who prefers pages, with the same status and the same words. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ErrorPages {
  private static final String HTML = "text/html";
  private static final List<String> OFFERED = List.of(Problem.MEDIA_TYPE, "application/json", HTML);

  /** Addresses of machines, where a problem is always data. */
  private static final List<String> MACHINES = List.of("/api/", "/graphql", "/data/");

  private final Pages pages;

  ErrorPages(Pages pages) {
    this.pages = pages;
  }

  @ResponseFilter
  void show(HttpRequest<?> request, MutableHttpResponse<?> response) {
    request
        .getAttribute(Problem.ATTRIBUTE, Problem.class)
        .filter(problem -> wantsPage(request))
        .ifPresent(problem -> show(problem, request, response));
  }

  private static boolean wantsPage(HttpRequest<?> request) {
    return MACHINES.stream().noneMatch(request.getPath()::startsWith)
        && Negotiation.prefer(request, OFFERED).filter(HTML::equals).isPresent();
  }

  private void show(Problem problem, HttpRequest<?> request, MutableHttpResponse<?> response) {
    Texts t = Texts.of(Language.of(request));
    response
        .body(pages.bytes("error", t, new Pages.View(problem.title(), problem, "")))
        .contentType(Pages.HTML);
    Pages.headers(t).forEach(response::header);
  }
}
