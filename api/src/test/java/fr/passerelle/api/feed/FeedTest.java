package fr.passerelle.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import fr.passerelle.api.KitsService;
import fr.passerelle.api.RunningService;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedTest {
  private static final String KIT = "/feeds/vocab/kit-apprentissage.atom";
  private static final String PAIRS = "/feeds/correspondence/kit-apprentissage/cfd--rncp.atom";

  private static Feed feed(String path) {
    HttpResponse<String> answer = KitsService.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
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

  @Test
  void a_vocabulary_has_a_feed_without_news_where_it_has_one_release() {
    HttpResponse<String> answer = RunningService.get("/feeds/vocab/rome.atom");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("application/atom+xml; charset=utf-8");
    assertThat(answer.body())
        .contains("<id>" + RunningService.address() + "/id/vocab/rome-4</id>")
        .contains("<updated>2025-09-18T00:00:00Z</updated>")
        .contains("<name>France Travail</name>")
        .doesNotContain("<entry>");
  }

  @ParameterizedTest
  @ValueSource(strings = {KIT, PAIRS})
  void pages_lead_through_all_changes_of_all_releases(String first) {
    Set<String> ids = new HashSet<>();
    List<Instant> dates = new ArrayList<>();
    int entries = 0;
    Optional<String> page = Optional.of(first);
    while (page.isPresent()) {
      Feed feed = feed(page.get());
      assertThat(feed.getEntries()).hasSizeBetween(1, 100);
      assertThat(link(feed, "first").orElseThrow()).endsWith(first);
      assertThat(link(feed, "self").orElseThrow()).endsWith(page.get());
      for (Entry entry : feed.getEntries()) {
        ids.add(entry.getId());
        dates.add(entry.getUpdated().toInstant());
        entries++;
      }
      page = link(feed, "next").map(each -> each.substring(KitsService.address().length()));
    }

    int steps = 170 + (1754 + 629) + (285 + 171) + (2694 + 1588);
    assertThat(entries).isEqualTo(steps);
    assertThat(ids).hasSize(steps);
    assertThat(dates).isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void an_entry_names_both_ends_what_happened_and_when() {
    Feed feed = feed("/feeds/vocab/table.atom");

    assertThat(feed.getEntries())
        .extracting(Entry::getTitle)
        .containsExactly(
            "a libellé a → 1 libellé 1 : paire modifiée",
            "b libellé b → 2 libellé 2 : paire retirée",
            "d libellé d → 4 libellé 4 : paire ajoutée");
    assertThat(feed.getEntries().getFirst().getSummary().getValue())
        .contains("closeMatch ; avant : relatedMatch", "dans la version 2.");
  }

  @ParameterizedTest
  @CsvSource({
    "/feeds/vocab/rom-4.atom, 404",
    "/feeds/correspondence/a/b--c.atom, 404",
    KIT + "?cursor=AAAA, 400",
    KIT + "?page=2, 400",
  })
  void a_mistake_is_a_problem(String path, int status) {
    HttpResponse<String> answer = KitsService.get(path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
  }
}
