package fr.passerelle.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses query parameters that an address does not have, and those given twice: a misspelt filter
 * that is ignored gives a wrong answer that looks right.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class QueryParameters {

  @RequestFilter
  void check(HttpRequest<?> request) {
    if (request.getParameters().isEmpty()
        || !(RouteAttributes.getRouteMatch(request).orElse(null)
            instanceof MethodBasedRouteMatch<?, ?> route)) {
      return;
    }
    Stream<String> arguments =
        Arrays.stream(route.getArguments())
            .filter(argument -> !HttpRequest.class.isAssignableFrom(argument.getType()))
            .map(argument -> argument.getName())
            .filter(name -> !route.getVariableValues().containsKey(name));
    Stream<String> taken = Arrays.stream(route.getAnnotationMetadata().stringValues(Takes.class));
    List<String> known = Stream.concat(taken, arguments).toList();
    List<String> tolerated = List.of(route.getAnnotationMetadata().stringValues(Tolerates.class));
    if (tolerated.contains(Tolerates.ALL)) {
      return;
    }
    for (String name : request.getParameters().names()) {
      if (tolerated.contains(name)) {
        continue;
      }
      if (!known.contains(name)) {
        throw unknown(name, known);
      }
      if (request.getParameters().getAll(name).size() > 1) {
        throw ProblemException.parameter(
            name, String.join(", ", request.getParameters().getAll(name)), "donné une seule fois");
      }
    }
  }

  private static ProblemException unknown(String name, List<String> known) {
    @Nullable String nearest =
        known.stream()
            .min(Comparator.comparingInt(each -> Text.distance(each, name)))
            .filter(each -> name.length() < 50 && Text.distance(each, name) <= 3)
            .orElse(null);
    String hint = nearest == null ? "" : " ; vouliez-vous dire « " + nearest + " » ?";
    String rule = known.isEmpty() ? "aucun paramètre ici" : "connus : " + String.join(", ", known);
    return new ProblemException(
        ProblemType.UNKNOWN_PARAMETER,
        "Paramètre inconnu " + Text.quoted(name) + hint + " (" + rule + ")",
        new Problem.Detail(name, rule));
  }
}
