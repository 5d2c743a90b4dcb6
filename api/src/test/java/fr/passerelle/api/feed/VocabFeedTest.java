package fr.passerelle.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.RunningService;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.service.Event;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class VocabFeedTest {

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

  @Test
  void an_unknown_vocabulary_has_no_feed() {
    assertThat(RunningService.get("/feeds/vocab/rom-4.atom").statusCode()).isEqualTo(404);
  }

  @Test
  void an_entry_names_the_concept_what_happened_and_when() {
    var snapshot = RunningService.vocabularies().snapshot();
    PublishedScheme scheme = snapshot.findScheme("rome-4").orElseThrow();
    Event event =
        new Event(
            scheme.scheme().find("M1805").orElseThrow(),
            Event.Kind.CHANGED,
            "61",
            LocalDate.of(2026, 3, 1));

    String feed =
        new String(
            new VocabFeed(
                    new Uris("https://id.example", "https://region.example"),
                    "https://region.example",
                    scheme)
                .write(List.of(event)),
            StandardCharsets.UTF_8);

    assertThat(feed)
        .contains("<id>https://id.example/id/vocab/rome-4/M1805#61</id>")
        .contains("<updated>2026-03-01T00:00:00Z</updated>")
        .contains("modifié dans la version 61.");
  }
}
