package fr.passerelle.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import fr.passerelle.api.StudiesService;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudyFeedTest {
  private static final String FEED = "/feeds/studies.atom";

  private static Feed feed(String path) {
    HttpResponse<String> answer = StudiesService.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("application/atom+xml; charset=utf-8");
    try {
      return (Feed) new WireFeedInput().build(new StringReader(answer.body()));
    } catch (FeedException e) {
      throw new AssertionError(e);
    }
  }

  private static Optional<String> link(Feed feed, String relation) {
    return feed.getOtherLinks().stream()
        .filter(each -> relation.equals(each.getRel()))
        .map(Link::getHref)
        .findFirst();
  }

  private static List<String> ids(Feed feed) {
    return feed.getEntries().stream()
        .map(Entry::getId)
        .map(id -> id.substring(id.lastIndexOf('/') + 1))
        .toList();
  }

  @Test
  void all_studies_come_once_the_last_changed_first() {
    List<String> ids = new ArrayList<>();
    List<Instant> dates = new ArrayList<>();
    Optional<String> page = Optional.of(StudiesService.address() + FEED);
    while (page.isPresent()) {
      Feed feed = feed(page.get());
      assertThat(feed.getId()).isEqualTo(StudiesService.address() + FEED);
      assertThat(link(feed, "self")).isEqualTo(page);
      assertThat(link(feed, "first")).hasValue(StudiesService.address() + FEED);
      ids.addAll(ids(feed));
      feed.getEntries().forEach(entry -> dates.add(entry.getUpdated().toInstant()));
      page = link(feed, "next");
    }

    assertThat(ids).hasSizeGreaterThanOrEqualTo(45).doesNotHaveDuplicates();
    assertThat(dates).isSortedAccordingTo(Comparator.reverseOrder());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?theme=emploi",
        "?territory=R52",
        "?producer=insee",
        "?q=illectronisme",
        "?theme=emploi&territory=FRANCE&status=published"
      })
  void a_feed_has_what_its_search_finds(String search) {
    Feed feed = feed(FEED + search);
    String list = StudiesService.get("/api/v1/studies" + search + "&limit=100&sort=change").body();
    List<Map<String, Object>> items = com.jayway.jsonpath.JsonPath.parse(list).read("$.items[*]");
    // Other tests withdraw studies of the same producers: a feed tells of these as gone.
    List<String> found =
        items.stream()
            .limit(50)
            .filter(each -> !"withdrawn".equals(each.get("status")))
            .map(each -> String.valueOf(each.get("id")))
            .toList();

    assertThat(ids(feed)).isEqualTo(found).isNotEmpty();
    assertThat(link(feed, "self")).hasValue(StudiesService.address() + FEED + search);
  }

  @Test
  void an_entry_keeps_its_name_moves_when_it_changes_and_leaves_when_it_goes() {
    String members =
        "\"identifier\": \"fil-1\", \"title\": \"Le zygomatique %s & <suite\", \"issued\":"
            + " \"2024\"";
    String id = StudiesService.deposit(members.formatted("un"));
    String other =
        StudiesService.deposit("\"title\": \"Le zygomatique autre\", \"issued\": \"2024\"");
    assertThat(ids(feed(FEED + "?q=zygomatique"))).containsExactly(other, id);
    HttpResponse<String> before = StudiesService.get(FEED + "?q=zygomatique");
    String etag = before.headers().firstValue("ETag").orElseThrow();
    assertThat(StudiesService.get(FEED + "?q=zygomatique", "If-None-Match", etag).statusCode())
        .isEqualTo(304);

    assertThat(StudiesService.deposit(members.formatted("deux"))).isEqualTo(id);
    Feed after = feed(FEED + "?q=zygomatique");
    assertThat(ids(after)).containsExactly(id, other);
    Entry entry = after.getEntries().getFirst();
    assertThat(entry.getTitle()).isEqualTo("Le zygomatique deux & <suite");
    assertThat(entry.getPublished()).isBeforeOrEqualTo(entry.getUpdated());
    assertThat(entry.getAlternateLinks().getFirst().getHref())
        .isEqualTo(StudiesService.address() + "/doc/study/" + id);
    assertThat(StudiesService.get(FEED + "?q=zygomatique", "If-None-Match", etag).statusCode())
        .isEqualTo(200);

    StudiesService.delete(id);
    assertThat(ids(feed(FEED + "?q=zygomatique"))).containsExactly(other);
  }

  @Test
  void what_leaves_a_feed_is_said_to_have_left_it() {
    String members =
        "\"identifier\": \"tombe-%1$d\", \"title\": \"Le tibia %1$d\", \"issued\":"
            + " \"2024\", \"themes\": [\"emploi\"], \"visibility\": \"%2$s\"";
    String deleted = StudiesService.deposit(members.formatted(1, "public"));
    String hidden = StudiesService.deposit(members.formatted(2, "public"));
    String withdrawn = StudiesService.deposit(members.formatted(3, "public"));
    String never = StudiesService.deposit(members.formatted(4, "network"));
    StudiesService.delete(deleted);
    StudiesService.deposit(members.formatted(2, "network"));
    StudiesService.send(
        "POST", "/api/v1/studies/" + withdrawn + "/status", "{\"to\": \"withdrawn\"}");

    for (String search : List.of("", "?theme=emploi", "?producer=insee")) {
      Feed feed = feed(FEED + search);
      assertThat(tombstones(feed)).as(search).contains(deleted, hidden, withdrawn);
      assertThat(tombstones(feed)).doesNotContain(never);
      assertThat(ids(feed)).doesNotContain(deleted, hidden, withdrawn);
    }
    assertThat(tombstones(feed(FEED + "?theme=orientation"))).doesNotContain(deleted);
    assertThat(StudiesService.get(FEED).body()).doesNotContain("tibia");
  }

  /** Identifiers of what the feed says was deleted (RFC 6721). */
  private static List<String> tombstones(Feed feed) {
    return feed.getForeignMarkup().stream()
        .filter(each -> each.getName().equals("deleted-entry"))
        .filter(each -> each.getNamespaceURI().equals("http://purl.org/atompub/tombstones/1.0"))
        .peek(each -> assertThat(Instant.parse(each.getAttributeValue("when"))).isNotNull())
        .map(each -> each.getAttributeValue("ref"))
        .map(id -> id.substring(id.lastIndexOf('/') + 1))
        .toList();
  }

  @Test
  void a_search_of_which_only_some_words_are_found_has_an_empty_feed() {
    assertThat(feed(FEED + "?q=illectronisme+zzzzzz").getEntries()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"?theme=nope", "?cursor=abc", "?sort=date", "?q=LONG", "?subject=LONG"})
  void what_cannot_be_asked_is_refused(String query) {
    HttpResponse<String> answer = StudiesService.get(FEED + query.replace("LONG", "a".repeat(900)));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
  }
}
