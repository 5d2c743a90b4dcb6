package fr.passerelle.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import fr.passerelle.api.KitsService;
import fr.passerelle.api.PlainKit;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kit apprentissage and a small table followed through their releases. */
class FollowTest {
  private static final String KIT = "/api/v1/vocabs/kit-apprentissage";
  private static final String PAIRS = "/api/v1/correspondences/kit-apprentissage/cfd--rncp";

  private static String body(String path) {
    HttpResponse<String> answer = KitsService.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  /** Counts made with another language from the files as published. */
  @ParameterizedTest
  @CsvSource({
    "v1.0, v2.9, 2694, 1588",
    "v1.0, v3.0, 2901, 1681",
    "v1.0, 20241129, 4329, 1984",
    "v1.0, 20250131, 4499, 1984",
    "v2.9, v3.0, 285, 171",
    "v2.9, 20241129, 2028, 789",
    "v2.9, 20250131, 2198, 789",
    "v3.0, 20241129, 1754, 629",
    "v3.0, 20250131, 1924, 629",
    "20241129, 20250131, 170, 0",
    "20250131, 20241129, 0, 170",
    "v3.0, v3.0, 0, 0",
  })
  void two_states_of_the_kit_differ_by_these_pairs(String from, String to, int added, int removed)
      throws IOException {
    Set<String> before = PlainKit.pairs(KitsService.fileOf(from));
    Set<String> after = PlainKit.pairs(KitsService.fileOf(to));
    Set<String> come = new HashSet<>(after);
    come.removeAll(before);
    Set<String> gone = new HashSet<>(before);
    gone.removeAll(after);
    assertThat(come).hasSize(added);
    assertThat(gone).hasSize(removed);

    for (String address : List.of(KIT, PAIRS)) {
      String diff = body(address + "/diff?from=%s&to=%s&limit=1".formatted(from, to));
      assertThat(JsonPath.<Map<String, Integer>>read(diff, "$.pairCounts"))
          .isEqualTo(Map.of("added", added, "changed", 0, "removed", removed));
      assertThat(JsonPath.<Integer>read(diff, "$.total")).isEqualTo(added + removed);
      assertThat(JsonPath.<String>read(diff, "$.emptyReason"))
          .isEqualTo(added + removed == 0 ? "no_change" : null);
    }
  }

  @Test
  void pages_of_a_difference_give_each_pair_once() throws IOException {
    Set<String> expected = PlainKit.pairs(KitsService.fileOf("v3.0"));
    expected.removeAll(PlainKit.pairs(KitsService.fileOf("v2.9")));
    Set<String> seen = new HashSet<>();
    int items = 0;
    String cursor = "";
    do {
      String page = body(PAIRS + "/diff?from=v2.9&to=v3.0&kind=added&limit=100" + cursor);
      List<String> from = JsonPath.read(page, "$.items[*].pair.from.code");
      List<String> to = JsonPath.read(page, "$.items[*].pair.to.code");
      for (int i = 0; i < from.size(); i++) {
        seen.add(from.get(i) + " " + to.get(i));
        items++;
      }
      String next = JsonPath.read(page, "$.next");
      cursor = next == null ? "" : "&cursor=" + next;
    } while (!cursor.isEmpty());

    assertThat(seen).isEqualTo(expected);
    assertThat(items).isEqualTo(expected.size());
  }

  @Test
  void a_pair_that_changes_hands_has_codes_and_labels_of_both_ends() {
    String diff = body(PAIRS + "/diff?from=v2.9&to=v3.0&limit=100");
    String ofCaterer = "$.items[?(@.pair.from.code=='01022103')]";

    assertThat(JsonPath.<List<String>>read(diff, ofCaterer + ".kind"))
        .containsExactlyInAnyOrder("added", "removed");
    assertThat(JsonPath.<List<String>>read(diff, ofCaterer + ".pair.to.code"))
        .containsExactlyInAnyOrder("RNCP37566", "RNCP958");
    assertThat(JsonPath.<List<String>>read(diff, ofCaterer + ".pair.from.prefLabel"))
        .allMatch(label -> label.startsWith("EMPLOYE TRAITEUR"));
    assertThat(JsonPath.<List<String>>read(diff, ofCaterer + ".pair.to.prefLabel"))
        .allMatch(label -> !label.isBlank());
    assertThat(JsonPath.<List<String>>read(diff, ofCaterer + ".pair.release"))
        .containsExactlyInAnyOrder("v2.9", "v3.0");
  }

  @ParameterizedTest
  @CsvSource({
    "since=20241129, 20241129, 170",
    "since=2024-12-25, 20241129, 170",
    "since=2023-02-01T08:00:00Z, v3.0, 2553",
    "since=2025-01-31, 20250131, 0",
    "since=2020-01-01, '', 6791",
  })
  void changes_are_since_a_release_or_a_day(String since, String from, int total) {
    String changes = body(KIT + "/changes?limit=1&" + since);

    assertThat(JsonPath.<String>read(changes, "$.from")).isEqualTo(from.isEmpty() ? null : from);
    assertThat(JsonPath.<String>read(changes, "$.to")).isEqualTo("20250131");
    assertThat(JsonPath.<Integer>read(changes, "$.total")).isEqualTo(total);
  }

  @Test
  void a_pair_of_another_predicate_is_changed_not_added_and_removed() {
    String diff = body("/api/v1/vocabs/table/diff?from=1&to=2");

    assertThat(JsonPath.<List<String>>read(diff, "$.items[*].kind"))
        .containsExactly("changed", "removed", "added");
    assertThat(JsonPath.<String>read(diff, "$.items[0].pair.predicate")).isEqualTo("closeMatch");
    assertThat(JsonPath.<String>read(diff, "$.items[0].predicateBefore")).isEqualTo("relatedMatch");
    assertThat(JsonPath.<List<String>>read(diff, "$.items[0].fields")).containsExactly("predicate");
    assertThat(JsonPath.<String>read(diff, "$.items[1].pair.from.prefLabel"))
        .isEqualTo("libellé b");
  }

  @ParameterizedTest
  @CsvSource({
    KIT + "/changes, 400, bad-parameter, since",
    KIT + "/changes?since=hier, 400, bad-parameter, 20250131",
    KIT + "/changes?since=2024-13-01, 400, bad-parameter, 20250131",
    KIT + "/diff?from=v9, 400, bad-parameter, v3.0",
    KIT + "/diff?from=v1.0&kind=remove, 400, bad-parameter, removed",
    KIT + "/diff?from=v1.0&what=pairs, 400, bad-parameter, pair",
    KIT + "/diff?from=v1.0&limit=101, 400, bad-parameter, 100",
    KIT + "/diff?from=v1.0&cursor=AAAA, 400, bad-cursor, next",
    KIT + "/diff?form=v1.0, 400, unknown-parameter, from",
    "/api/v1/vocabs/kit-aprentissage/releases, 404, unknown-vocabulary, kit-apprentissage",
    "/api/v1/correspondences/kit-apprentissage/cfd--rs/diff?from=v1.0, 404, not-found, cfd--rncp",
    "/feeds/vocab/kit-aprentissage.atom, 404, unknown-vocabulary, kit-apprentissage",
    "/api/v1/vocabs/kit-apprentissage/concepts/01022103, 404, unknown-vocabulary, cfd--rncp",
    "/api/v1/mappings?release=v1.0, 400, bad-parameter, correspondence",
  })
  void a_mistake_is_a_problem_that_helps(String path, int status, String type, String word) {
    HttpResponse<String> answer = KitsService.get(path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(JsonPath.<String>read(answer.body(), "$.type")).endsWith("/problems/" + type);
    assertThat(JsonPath.<String>read(answer.body(), "$.detail")).contains(word);
  }

  @Test
  void a_cursor_of_one_list_is_no_place_in_another() {
    String next = JsonPath.read(body(KIT + "/diff?from=v1.0&limit=1"), "$.next");

    assertThat(KitsService.get(KIT + "/diff?from=v2.9&limit=1&cursor=" + next).statusCode())
        .isEqualTo(400);
    assertThat(KitsService.get(KIT + "/diff?from=v1.0&limit=2&cursor=" + next).statusCode())
        .isEqualTo(200);
  }

  @Test
  void an_edition_without_concepts_is_found_and_leads_on() {
    String vocab = body(KIT);
    String listed = body("/api/v1/vocabs");

    assertThat(JsonPath.<List<String>>read(listed, "$.items[*].id"))
        .contains("kit-apprentissage", "table", "rome-4");
    assertThat(JsonPath.<Integer>read(vocab, "$.conceptCount")).isZero();
    assertThat(JsonPath.<List<String>>read(vocab, "$.correspondences"))
        .containsExactly("kit-apprentissage/cfd--rncp");
    assertThat(JsonPath.<Integer>read(body(JsonPath.read(vocab, "$.releases")), "$.total"))
        .isEqualTo(5);
    assertThat(body(JsonPath.read(vocab, "$.feed"))).contains("<entry>");
    assertThat(JsonPath.<String>read(body(KIT + "/concepts"), "$.emptyReason"))
        .isEqualTo("no_concepts");
    String by = body(PAIRS);
    assertThat(JsonPath.<String>read(by, "$.edition")).isEqualTo("kit-apprentissage");
    assertThat(JsonPath.<Integer>read(body(JsonPath.read(by, "$.releases")), "$.total"))
        .isEqualTo(5);
    assertThat(body(JsonPath.read(by, "$.feed"))).contains("<entry>");
    HttpResponse<String> named = KitsService.get("/id/vocab/kit-apprentissage");
    assertThat(named.statusCode()).isEqualTo(303);
    assertThat(KitsService.get(named.headers().firstValue("Location").orElseThrow()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void each_release_leads_to_what_it_changed() {
    List<String> diffs = JsonPath.read(body(KIT + "/releases"), "$.items[*].changes");
    List<String> names = JsonPath.read(body(PAIRS + "/releases?limit=2"), "$.items[*].id");

    assertThat(names).containsExactly("20250131", "20241129");
    assertThat(diffs).hasSize(5).endsWith((String) null);
    assertThat(
            diffs.stream()
                .limit(4)
                .map(diff -> JsonPath.<Integer>read(body(diff), "$.total"))
                .toList())
        .containsExactly(170, 1754 + 629, 285 + 171, 2694 + 1588);
  }

  @ParameterizedTest
  @CsvSource({
    "v1.0, 4276, 'Mon, 04 Jan 2021 00:00:00 GMT'",
    "v2.9, 5382, 'Tue, 31 Jan 2023 23:00:00 GMT'",
    "v3.0, 5496, 'Wed, 01 Feb 2023 01:00:00 GMT'",
    "20241129, 6621, 'Wed, 25 Dec 2024 00:00:00 GMT'",
    "20250131, 6791, 'Thu, 01 Jan 2026 00:00:00 GMT'",
  })
  void an_earlier_state_is_read_by_name_or_by_date(String release, int pairs, String date) {
    String mappings = "/api/v1/mappings?limit=1&correspondence=kit-apprentissage/cfd--rncp";

    assertThat(JsonPath.<Integer>read(body(PAIRS + "?release=" + release), "$.pairs"))
        .isEqualTo(pairs);
    assertThat(JsonPath.<Integer>read(body(mappings + "&release=" + release), "$.total"))
        .isEqualTo(pairs);
    HttpResponse<String> dated = KitsService.get(mappings, "Accept-Datetime", date);
    assertThat(JsonPath.<Integer>read(dated.body(), "$.total")).isEqualTo(pairs);
    assertThat(dated.headers().firstValue("Memento-Datetime")).isPresent();
    assertThat(dated.headers().firstValue("Link").orElseThrow())
        .contains("rel=\"original timegate\"", "rel=\"memento\"", "release=" + release);
    assertThat(dated.headers().firstValue("Vary").orElseThrow()).contains("Accept-Datetime");
  }

  @Test
  void a_release_of_an_edition_without_concepts_is_described_as_the_others_are() {
    String release =
        JsonPath.read(
            KitsService.get("/api/v1/vocabs/kit-apprentissage/releases").body(), "$.items[0].id");
    String name = "/data/vocab/kit-apprentissage/release/" + release;

    for (String extension : List.of("ttl", "jsonld", "rdf", "nt")) {
      HttpResponse<String> answer = KitsService.get(name + "." + extension);
      assertThat(answer.statusCode()).as(extension).isEqualTo(200);
      assertThat(answer.body()).contains(release);
    }
    assertThat(KitsService.get(name + "/SHA256SUMS").body()).contains("cfd--rncp.csv");
  }
}
