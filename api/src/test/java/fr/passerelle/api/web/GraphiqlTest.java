package fr.passerelle.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import fr.passerelle.api.RunningService;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GraphiqlTest {
  private static final Pattern LOADED = Pattern.compile("(?:src|stylesheet\" href)=\"([^\"]+)\"");

  private static HttpResponse<String> page() {
    return RunningService.get("/graphiql", "Accept", "text/html", "Accept-Language", "fr");
  }

  private static List<String> loaded(String page) {
    return LOADED.matcher(page).results().map((MatchResult each) -> each.group(1)).toList();
  }

  @Test
  void scripts_and_styles_come_from_here_for_ever_and_nothing_else_may_run() {
    HttpResponse<String> page = page();

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
        .doesNotContain("unsafe");
    assertThat(loaded(page.body())).hasSize(7).allMatch(each -> each.startsWith("/assets/"));
    assertThat(page.body()).doesNotContain("<script>").doesNotContain("onload=");
    for (String each : loaded(page.body())) {
      HttpResponse<String> file = RunningService.get(each);
      assertThat(file.statusCode()).as(each).isEqualTo(200);
      assertThat(file.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    }
  }

  @Test
  void each_example_is_in_the_page() {
    assertThat(page().body().split("<pre>", -1)).hasSize(1 + GraphiqlPage.EXAMPLES.size());
  }

  static Stream<String> examples() {
    return GraphiqlPage.EXAMPLES.stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void each_example_is_answered(String example) {
    String body = JsonPath.parse(Map.of("query", example)).jsonString();
    HttpResponse<String> answer =
        RunningService.send("POST", "/graphql", body, "Content-Type", "application/json");

    assertThat(example).startsWith("# ");
    assertThat(answer.body()).doesNotContain("\"errors\"");
    Map<String, Object> data = JsonPath.read(answer.body(), "$.data");
    assertThat(data.values()).isNotEmpty().doesNotContainNull();
  }
}
