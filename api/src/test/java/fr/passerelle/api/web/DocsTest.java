package fr.passerelle.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.RunningService;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocsTest {
  @Test
  void the_page_runs_its_own_scripts_only_and_asks_this_service_only() {
    HttpResponse<String> page = RunningService.get("/docs");

    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'")
        .doesNotContain("unsafe", "http");
    assertThat(page.body()).doesNotContain("src=\"http", "onclick", "javascript:");
    List<String> loaded =
        Pattern.compile("<(?:script defer src|link rel=\"stylesheet\" href)=\"([^\"]*)\"")
            .matcher(page.body())
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(loaded)
        .hasSize(5)
        .allSatisfy(
            each -> assertThat(RunningService.get(each).statusCode()).as(each).isEqualTo(200));
  }

  private static List<Asset> assets() {
    return Asset.ALL;
  }

  @ParameterizedTest
  @MethodSource("assets")
  void what_pages_load_may_be_kept_for_ever(Asset asset) {
    HttpResponse<String> answer = RunningService.get(asset.path());
    String etag = answer.headers().firstValue("ETag").orElse("");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(asset.mediaType());
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    assertThat(RunningService.get(asset.path(), "If-None-Match", etag).statusCode()).isEqualTo(304);
    HttpResponse<String> compressed = RunningService.get(asset.path(), "Accept-Encoding", "gzip");
    assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(compressed.headers().firstValue("ETag").orElse("")).isNotEqualTo(etag);
  }

  @Test
  void a_file_of_an_earlier_version_is_said_to_be_elsewhere() {
    HttpResponse<String> answer = RunningService.get("/assets/docs-0000000000000000.css");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains(Asset.DOCS_STYLE.path());
    assertThat(RunningService.get("/assets/..%2fapplication.yml").statusCode()).isEqualTo(404);
  }
}
