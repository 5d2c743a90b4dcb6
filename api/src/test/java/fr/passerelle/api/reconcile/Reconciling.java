package fr.passerelle.api.reconcile;

import com.jayway.jsonpath.JsonPath;
import fr.passerelle.api.RunningService;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** What a client of the protocol sends, and how tests read what it gets. */
final class Reconciling {
  static final String SERVICE = "/api/v1/reconcile";

  private Reconciling() {}

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** A form of one field, as OpenRefine sends it. */
  static HttpResponse<String> post(String path, String field, String json) {
    return RunningService.send(
        "POST",
        path,
        field + "=" + encoded(json),
        "Content-Type",
        "application/x-www-form-urlencoded; charset=UTF-8");
  }

  static HttpResponse<String> queries(String json) {
    return post(SERVICE, "queries", json);
  }

  static HttpResponse<String> extend(String json) {
    return post(SERVICE, "extend", json);
  }

  @SuppressWarnings("TypeParameterUnusedInFormals") // as JsonPath has it
  static <T> T read(HttpResponse<String> answer, String path) {
    return JsonPath.read(answer.body(), path);
  }
}
