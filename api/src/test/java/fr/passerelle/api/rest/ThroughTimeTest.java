package fr.passerelle.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import fr.passerelle.api.RunningService;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is around a concept, what became of it, and what codes and labels stand for. */
class ThroughTimeTest {
  private static final String ROME = "/api/v1/vocabs/rome-4";
  private static final String M1805 = ROME + "/concepts/M1805";

  private static String body(String path) {
    return RunningService.get(path).body();
  }

  private static String lookup(String json) {
    return RunningService.send("POST", "/api/v1/lookup", json, "Content-Type", "application/json")
        .body();
  }

  @Test
  void what_is_above_and_below_is_given_with_its_distance() {
    String above = body(M1805 + "/ancestors");
    String below = body(ROME + "/concepts/M/descendants?limit=100");

    assertThat(JsonPath.<List<String>>read(above, "$.items[*].concept.code"))
        .containsExactly("M18", "M");
    assertThat(JsonPath.<List<Integer>>read(above, "$.items[*].distance")).containsExactly(1, 2);
    assertThat(JsonPath.<List<Integer>>read(below, "$.items[*].distance"))
        .isSorted()
        .contains(1, 2);
    assertThat(
            JsonPath.<List<String>>read(below, "$.items[?(@.concept.code=='M1805')].concept.type"))
        .containsExactly("fiche-metier");
  }

  @Test
  void the_top_of_a_vocabulary_has_nothing_above_it() {
    List<String> codes = new ArrayList<>();
    String cursor = "";
    do {
      String top = body(ROME + "/top?limit=100" + cursor);
      codes.addAll(JsonPath.<List<String>>read(top, "$.items[*].code"));
      String next = JsonPath.read(top, "$.next");
      cursor = next == null ? "" : "&cursor=" + next;
    } while (!cursor.isEmpty());

    assertThat(codes)
        .doesNotHaveDuplicates()
        .contains("A", "M", "N")
        .doesNotContain("M18", "M1805");
  }

  @Test
  void a_history_names_releases_and_their_dates() {
    String history = body(M1805 + "/history");

    assertThat(JsonPath.<String>read(history, "$.events[0].event")).isEqualTo("entered");
    assertThat(JsonPath.<String>read(history, "$.events[0].release")).isEqualTo("echantillon");
    assertThat(JsonPath.<String>read(history, "$.events[0].issued")).isEqualTo("2025-09-18");
    assertThat(JsonPath.<List<Object>>read(history, "$.replacedBy")).isEmpty();
  }

  @Test
  void the_releases_that_were_published_are_listed() {
    String releases = body(ROME + "/releases");

    assertThat(JsonPath.<List<String>>read(releases, "$.items[*].id"))
        .containsExactly("echantillon");
    assertThat(JsonPath.<Boolean>read(releases, "$.items[0].published")).isTrue();
    assertThat(JsonPath.<String>read(releases, "$.items[0].issued")).isEqualTo("2025-09-18");
    assertThat(JsonPath.<String>read(releases, "$.items[0].licence.code")).isEqualTo("etalab-2.0");
  }

  @ParameterizedTest
  @CsvSource({
    "since=echantillon, 0, echantillon",
    "since=2025-09-18, 0, echantillon",
    "since=2025-09-17, 100, ''"
  })
  void changes_are_counted_from_a_release_or_a_day(String since, int least, String from) {
    String changes = body(ROME + "/changes?" + since);

    assertThat(JsonPath.<Integer>read(changes, "$.total")).isGreaterThanOrEqualTo(least);
    assertThat(JsonPath.<String>read(changes, "$.from")).isEqualTo(from.isEmpty() ? null : from);
    assertThat(JsonPath.<Integer>read(changes, "$.counts.retired")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "?release=echantillon, '', 200",
    "?release=ECHANTILLON, '', 200",
    "'', 'Thu, 01 Jan 2026 00:00:00 GMT', 200",
    "'', 'Thu, 01 Jan 1970 00:00:00 GMT', 200",
    "?release=60, '', 400",
    "'', yesterday, 400"
  })
  void a_state_is_read_by_name_or_by_date(String query, String date, int status) {
    HttpResponse<String> answer =
        date.isEmpty()
            ? RunningService.get(M1805 + query)
            : RunningService.get(M1805 + query, "Accept-Datetime", date);

    assertThat(answer.statusCode()).isEqualTo(status);
    if (status == 200) {
      assertThat(answer.headers().firstValue("Memento-Datetime"))
          .hasValue("Thu, 18 Sep 2025 00:00:00 GMT");
      assertThat(answer.headers().firstValue("Link").orElseThrow())
          .contains("<" + M1805 + ">; rel=\"original timegate\"")
          .contains("<" + M1805 + "?release=echantillon>; rel=\"memento\"; datetime=\"Thu, 18");
    }
    if (!query.isEmpty() && status == 400) {
      assertThat(answer.body()).contains("echantillon");
    }
  }

  @Test
  void an_answer_says_that_it_depends_on_the_date_asked() {
    assertThat(RunningService.get(M1805).headers().allValues("Vary"))
        .containsExactly("Accept, Accept-Encoding, Accept-Language, Accept-Datetime");
    assertThat(RunningService.get(M1805).headers().firstValue("Memento-Datetime")).isEmpty();
  }

  @Test
  void each_code_gets_a_status() {
    String uri = RunningService.address() + "/id/vocab/rome-4/M1805";
    String found =
        lookup(
            """
            {"codes": ["%s", "rome:m 1805", "rncp/38667", "M1805", "38667", "XYZ99", "M18059"]}
            """
                .formatted(uri));

    assertThat(JsonPath.<List<String>>read(found, "$.items[*].status"))
        .containsExactly("found", "found", "found", "ambiguous", "found", "unknown", "unknown");
    assertThat(JsonPath.<List<String>>read(found, "$.items[3].candidates[*].vocab"))
        .containsExactlyInAnyOrder("rome-3", "rome-4");
    assertThat(JsonPath.<String>read(found, "$.items[4].concept.code")).isEqualTo("RNCP38667");
    assertThat(JsonPath.<List<String>>read(found, "$.items[6].nearest[*].code")).contains("M1805");
  }

  @ParameterizedTest
  @CsvSource({
    "DEVELOPPEUR%20%2F%20développeuse%20informatique, found",
    "developpeur, unknown",
    "%2F, unknown"
  })
  void a_label_is_found_only_where_it_is_the_whole(String label, String status) {
    String body = body("/api/v1/lookup?vocab=rome-4&label=" + label.replace("é", "%C3%A9"));

    assertThat(JsonPath.<String>read(body, "$.items[0].status"))
        .isIn(status, status.equals("found") ? "ambiguous" : status);
  }

  @Test
  void a_lookup_is_of_a_code_or_of_a_label() {
    assertThat(RunningService.get("/api/v1/lookup").statusCode()).isEqualTo(400);
    assertThat(RunningService.get("/api/v1/lookup?code=a&label=b").statusCode()).isEqualTo(400);
    assertThat(lookup("{\"code\":[]}")).contains("codes");
  }
}
