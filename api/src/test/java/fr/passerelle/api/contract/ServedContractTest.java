package fr.passerelle.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import fr.passerelle.api.RunningService;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

class ServedContractTest {
  private static String header(HttpResponse<String> answer, String name) {
    return String.join(", ", answer.headers().allValues(name));
  }

  @Test
  void the_contract_names_this_installation() {
    HttpResponse<String> yaml = RunningService.get("/openapi.yaml");
    HttpResponse<String> json = RunningService.get("/openapi.json");

    Map<String, Object> contract = new Yaml().load(yaml.body());
    assertThat(contract.get("openapi")).isEqualTo("3.1.0");
    assertThat(Tree.text(contract, "servers")).contains("url=" + RunningService.address());
    assertThat(JsonPath.<List<String>>read(json.body(), "$.servers[*].url"))
        .containsExactly(RunningService.address());
    assertThat(JsonPath.<Map<String, Object>>read(json.body(), "$.paths").keySet())
        .isEqualTo(Tree.map(contract, "paths").keySet());
  }

  @ParameterizedTest
  @CsvSource({
    "/openapi.yaml, application/yaml",
    "/openapi.json, application/json",
    "/.well-known/api-catalog, application/linkset+json",
    "/api/v1, application/linkset+json"
  })
  void a_browser_of_any_page_reads_it_and_asks_whether_it_changed(String path, String mediaType) {
    HttpResponse<String> answer = RunningService.get(path);
    String etag = header(answer, "ETag");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).startsWith(mediaType);
    assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(etag).startsWith("\"");
    assertThat(RunningService.get(path, "If-None-Match", etag).statusCode()).isEqualTo(304);
    assertThat(RunningService.send("HEAD", path, "").statusCode()).isEqualTo(200);
  }

  @Test
  void what_the_catalogue_of_apis_links_answers() {
    String catalog = RunningService.get("/.well-known/api-catalog").body();

    List<String> items = JsonPath.read(catalog, "$.linkset[0].item[*].href");
    assertThat(items).contains(RunningService.address() + "/api/v1");
    assertThat(JsonPath.<List<String>>read(catalog, "$.linkset[1:].anchor")).isEqualTo(items);
    List<String> linked =
        JsonPath.read(catalog, "$.linkset[*]['service-desc','service-doc','status'][*].href");
    assertThat(linked)
        .contains(RunningService.address() + "/openapi.yaml", RunningService.address() + "/docs")
        .allSatisfy(each ->
            assertThat(
                    RunningService.get(each.substring(RunningService.address().length()))
                        .statusCode())
                .as(each)
                .isEqualTo(200));
  }

  @ParameterizedTest
  @CsvSource({
    "/, /openapi.yaml, service-desc",
    "/, /docs, service-doc",
    "/, /.well-known/api-catalog, api-catalog",
    "/api/v1, /openapi.yaml, service-desc",
    "/api/v1, /docs, service-doc",
    "/openapi.yaml, /docs, service-doc",
    "/docs, /openapi.yaml, service-desc",
    "/.well-known/api-catalog, /.well-known/api-catalog, api-catalog"
  })
  void programs_find_it_by_links(String path, String target, String relation) {
    assertThat(header(RunningService.send("HEAD", path, ""), "Link"))
        .contains("<%s>; rel=\"%s\"".formatted(target, relation));
  }

  @Test
  void the_catalogue_of_data_says_where_the_contract_is() {
    assertThat(RunningService.get("/catalog.nt").body())
        .contains(
            "<http://www.w3.org/ns/dcat#endpointDescription> <%s/openapi.yaml>"
                .formatted(RunningService.address()));
  }
}
