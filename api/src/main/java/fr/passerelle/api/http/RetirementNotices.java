package fr.passerelle.api.http;

import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Tells in each answer of a deprecated operation that it is, refusals included. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RetirementNotices {

  @ResponseFilter
  void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
    RouteAttributes.getRouteMatch(request)
        .flatMap(route -> route.getAnnotationMetadata().findAnnotation(Retiring.class))
        .ifPresent(retiring -> tell(retiring, response));
  }

  private static void tell(AnnotationValue<Retiring> retiring, MutableHttpResponse<?> response) {
    long until = second(retiring.getRequiredValue("until", String.class));
    response
        .header("Deprecation", "@" + second(retiring.getRequiredValue("since", String.class)))
        .header("Sunset", HttpDate.text(until))
        .header("Link", "</docs>; rel=\"deprecation\"; type=\"text/html\"")
        .header(
            "Link",
            "<%s>; rel=\"successor-version\""
                .formatted(retiring.getRequiredValue("successor", String.class)));
  }

  private static long second(String date) {
    return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }
}
