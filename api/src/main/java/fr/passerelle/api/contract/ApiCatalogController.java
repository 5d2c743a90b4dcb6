package fr.passerelle.api.contract;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Answers;
import fr.passerelle.catalog.dataset.DataService;
import fr.passerelle.catalog.dataset.Services;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The APIs of this installation, for programs that know its address only (RFC 9727). */
@Controller
@Produces(MediaType.ALL)
final class ApiCatalogController {
  private static final String PATH = "/.well-known/api-catalog";
  private static final String REST = "/api/v1";
  private static final String PROFILE = "https://www.rfc-editor.org/info/rfc9727";
  private static final String LINKSET =
      "application/linkset+json; profile=\"%s\"".formatted(PROFILE);

  private final Answers answers;
  private final Instance instance;

  ApiCatalogController(Answers answers, Instance instance) {
    this.answers = answers;
    this.instance = instance;
  }

  @Get(PATH)
  HttpResponse<byte[]> catalog(HttpRequest<?> request) {
    return answers.answer(
        request,
        LINKSET,
        "",
        snapshot ->
            Answers.Content.of(Map.of("linkset", linkset()))
                .linked(PATH, "api-catalog")
                .linked(PROFILE, "profile"));
  }

  /** The API itself, for who cuts an address short. */
  @Get(REST)
  HttpResponse<byte[]> rest(HttpRequest<?> request) {
    return answers.answer(
        request,
        LINKSET,
        "",
        snapshot ->
            Answers.Content.of(
                    Map.of(
                        "linkset",
                        services().stream()
                            .filter(each -> each.endpoint().endsWith(REST))
                            .map(this::links)
                            .toList()))
                .linked("/openapi.yaml", "service-desc")
                .linked("/docs", "service-doc")
                .linked(PATH, "api-catalog"));
  }

  private List<DataService> services() {
    return Services.of(instance.address(), instance.uris().regionalBase());
  }

  /** The same services as in the catalogue of data. */
  private List<Map<String, Object>> linkset() {
    List<DataService> services = services();
    List<Map<String, Object>> linkset = new ArrayList<>();
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("anchor", instance.address() + PATH);
    whole.put("item", services.stream().map(each -> Map.of("href", each.endpoint())).toList());
    linkset.add(whole);
    services.forEach(each -> linkset.add(links(each)));
    return linkset;
  }

  private Map<String, Object> links(DataService service) {
    Map<String, Object> links = new LinkedHashMap<>();
    links.put("anchor", service.endpoint());
    if (!service.endpointDescription().isEmpty()) {
      links.put("service-desc", List.of(Map.of("href", service.endpointDescription())));
    }
    links.put("service-doc", List.of(Map.of("href", service.landingPage(), "type", "text/html")));
    links.put(
        "status",
        List.of(Map.of("href", instance.address() + "/health", "type", "application/json")));
    return links;
  }
}
