package fr.passerelle.api.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Around all else that happens to a request: notes its beginning, and keeps its answer at hand. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class HitFilter {
  private final DataStates states;
  private final Hits hits;

  HitFilter(DataStates states, Hits hits) {
    this.states = states;
    this.hits = hits;
  }

  @RequestFilter
  void begin(HttpRequest<?> request) {
    Begun.note(request, states);
  }

  @ResponseFilter
  void keep(HttpRequest<?> request, MutableHttpResponse<?> response) {
    hits.keep(request, response);
  }
}
