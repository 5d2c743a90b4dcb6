package fr.passerelle.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import fr.passerelle.api.RunningService;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links of pages (RFC 8288), in both directions. */
class PagingTest {
  private static final String LISTS = "/api/v1/vocabs/rome-4/concepts?limit=2";

  private static Optional<String> link(HttpResponse<String> page, String relation) {
    String links = String.join(", ", page.headers().allValues("Link"));
    Matcher link = Pattern.compile("<([^>]*)>; rel=\"" + relation + "\"").matcher(links);
    return link.find() ? Optional.of(link.group(1)) : Optional.empty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        LISTS,
        "/api/v1/vocabs/rome-4/concepts?limit=3&q=informatique",
        "/api/v1/search?q=informatique&limit=2",
        "/api/v1/search?q=d&limit=3",
        "/api/v1/mappings?limit=3",
        "/api/v1/correspondences?limit=1",
        "/api/v1/studies?limit=2",
        "/api/v1/studies?limit=2&sort=number",
        "/api/v1/indicators?limit=2",
        "/api/v1/territories?limit=3",
        "/api/v1/collections?limit=2",
        "/api/v1/deliveries?limit=1",
        "/api/v1/vocabs/rome-4/releases?limit=1"
      })
  void the_pages_of_a_list_are_the_same_forth_and_back(String first) {
    List<String> forth = new ArrayList<>();
    List<String> back = new ArrayList<>();
    String last = first;
    for (Optional<String> at = Optional.of(first); at.isPresent() && forth.size() < 6; ) {
      last = at.get();
      HttpResponse<String> page = RunningService.get(last);
      assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
      forth.add(items(page));
      assertThat(link(page, "first")).isPresent();
      assertThat(link(page, "prev").isPresent()).as("prev of %s", last).isEqualTo(forth.size() > 1);
      at = link(page, "next");
    }
    for (Optional<String> at = Optional.of(last); at.isPresent() && back.size() < 10; ) {
      HttpResponse<String> page = RunningService.get(at.get());
      back.addFirst(items(page));
      at = link(page, "prev");
    }

    assertThat(back).isEqualTo(forth);
  }

  private static String items(HttpResponse<String> page) {
    List<?> items = JsonPath.read(page.body(), "$.items");
    return items.toString();
  }
}
