package fr.passerelle.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import fr.passerelle.api.RunningService;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts counted in the bundled {@code rncp/pairs.csv} apart from the program. */
class CorrespondenceTest {
  private static List<String> targets(String concept) {
    return JsonPath.read(
        RunningService.get("/api/v1/vocabs/" + concept + "/mappings").body(), "$.items[*].to.code");
  }

  @ParameterizedTest
  @CsvSource({
    "certifinfo/rncp--rome-3, 72, 61, 61, 57, 63",
    "certifinfo/rncp--formacode-14, 73, 61, 61, 66, 130"
  })
  void a_correspondence_says_how_much_it_covers(
      String id, int pairs, int mapped, int concepts, int targets, int targetConcepts) {
    String body = RunningService.get("/api/v1/correspondences/" + id).body();

    assertThat(JsonPath.<Integer>read(body, "$.pairs")).isEqualTo(pairs);
    assertThat(JsonPath.<Integer>read(body, "$.predicates[0].count")).isEqualTo(pairs);
    assertThat(JsonPath.<String>read(body, "$.predicates[0].predicate")).isEqualTo("relatedMatch");
    assertThat(JsonPath.<Integer>read(body, "$.from.mapped")).isEqualTo(mapped);
    assertThat(JsonPath.<Integer>read(body, "$.from.concepts")).isEqualTo(concepts);
    assertThat(JsonPath.<Integer>read(body, "$.to.mapped")).isEqualTo(targets);
    assertThat(JsonPath.<Integer>read(body, "$.to.concepts"))
        .isGreaterThanOrEqualTo(targets)
        .isLessThanOrEqualTo(targetConcepts + 100);
    assertThat(JsonPath.<String>read(body, "$.uri"))
        .isEqualTo(RunningService.address() + "/id/correspondence/" + id);
    assertThat(JsonPath.<String>read(body, "$.author.name")).isEqualTo("Certif Info");
    assertThat(JsonPath.<String>read(body, "$.source.licence.code")).isEqualTo("etalab-2.0");
  }

  @Test
  void every_correspondence_is_listed_once_over_pages() {
    String first = RunningService.get("/api/v1/correspondences?limit=1").body();
    String cursor = JsonPath.read(first, "$.next");
    String second = RunningService.get("/api/v1/correspondences?limit=1&cursor=" + cursor).body();

    assertThat(JsonPath.<List<String>>read(first, "$.items[*].id"))
        .containsExactly("certifinfo/rncp--formacode-14");
    assertThat(JsonPath.<List<String>>read(second, "$.items[*].id"))
        .containsExactly("certifinfo/rncp--rome-3");
    assertThat(JsonPath.<Integer>read(first, "$.total")).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 212",
    "?correspondence=certifinfo/rncp--rome-3, 72",
    "?correspondence=france-travail/rome-3--rome-4, 67",
    "?scheme=rome-3, 139",
    "?from=rome-3, 139",
    "?from=rome-3&to=rncp, 72",
    "?from=rome-3&to=formacode-14, 0",
    "?from=rome-3/M1805, 6",
    "?to=rome-3/m1805, 6",
    "?from=rncp/38667, 2",
    "?predicate=relatedMatch, 159",
    "?predicate=closeMatch, 47",
    "?predicate=narrowMatch, 6",
    "?predicate=exactMatch, 0",
    "?confidence=none, 212",
    "?confidence=0, 0"
  })
  void mappings_are_found_by_their_ends_and_what_they_say(String filters, int total) {
    assertThat(
            JsonPath.<Integer>read(
                RunningService.get("/api/v1/mappings" + filters).body(), "$.total"))
        .isEqualTo(total);
  }

  @Test
  void a_mapping_read_backwards_says_so() {
    String body = RunningService.get("/api/v1/mappings?from=rome-3/M1604&to=rncp").body();

    assertThat(JsonPath.<List<String>>read(body, "$.items[*].to.code")).contains("RNCP38667");
    assertThat(JsonPath.<List<String>>read(body, "$.items[*].direction")).containsOnly("inverse");
    assertThat(JsonPath.<List<String>>read(body, "$.items[*].from.code")).containsOnly("M1604");
    assertThat(JsonPath.<List<Object>>read(body, "$.items[*].confidence"))
        .allMatch(Objects::isNull);
    assertThat(JsonPath.<String>read(body, "$.items[0].correspondence"))
        .isEqualTo("certifinfo/rncp--rome-3");
  }

  @ParameterizedTest
  @CsvSource({
    "from=rncp, stated, 145",
    "from=rome-3&to=rncp, inverse, 72",
    "limit=30, stated, 145"
  })
  void paging_gives_each_mapping_once(String filter, String direction, int total) {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      String body =
          RunningService.get(
                  "/api/v1/mappings?"
                      + filter.replace("limit=30", "scheme=rncp")
                      + "&limit=30"
                      + cursor)
              .body();
      List<String> from = JsonPath.read(body, "$.items[*].from.uri");
      List<String> to = JsonPath.read(body, "$.items[*].to.uri");
      for (int i = 0; i < from.size(); i++) {
        seen.add(from.get(i) + " " + to.get(i));
      }
      assertThat(JsonPath.<List<String>>read(body, "$.items[*].direction")).containsOnly(direction);
      String next = JsonPath.read(body, "$.next");
      cursor = next == null ? "" : "&cursor=" + next;
    } while (!cursor.isEmpty());

    assertThat(seen).doesNotHaveDuplicates().hasSize(total);
  }

  @Test
  void a_concept_shows_what_is_said_of_it() {
    List<String> to = targets("rncp/concepts/38667");
    List<String> sheet = targets("rome-4/concepts/M1805");

    assertThat(to).containsExactlyInAnyOrder("M1604", "35047");
    assertThat(sheet)
        .as("registers index on ROME 3: its parent, no certification")
        .containsExactly("M1805");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/correspondences/certifinfo/rncp--rome-4, 404, not-found, rncp--rome-3",
    "/api/v1/mappings?predicate=exctMatch, 400, bad-parameter, exactMatch",
    "/api/v1/mappings?confidence=2, 400, bad-parameter, none",
    "/api/v1/mappings?form=rome-3, 400, unknown-parameter, from",
    "/api/v1/mappings?from=rom-3, 404, unknown-vocabulary, rome-3",
    "/api/v1/mappings?from=rome-3/M18059, 404, unknown-code, M1805",
    "/api/v1/mappings?correspondence=x, 404, not-found, certifinfo",
    "/api/v1/mappings?cursor=forged, 400, bad-cursor, next"
  })
  void what_cannot_be_answered_names_the_nearest(
      String path, int status, String type, String words) {
    HttpResponse<String> answer = RunningService.get(path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(JsonPath.<String>read(answer.body(), "$.type")).endsWith("/problems/" + type);
    assertThat(JsonPath.<String>read(answer.body(), "$.detail")).contains(words);
  }
}
