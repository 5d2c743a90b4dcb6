package fr.passerelle.api.sitemap;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.StudiesService;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SitemapTest {
  private static List<String> addresses(String xml) {
    return Pattern.compile("<loc>([^<]*)</loc>")
        .matcher(xml)
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  @Test
  void it_names_every_study_and_concept_that_has_a_page() {
    HttpResponse<String> answer = StudiesService.get("/sitemap.xml");
    List<String> addresses = addresses(answer.body());

    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("application/xml; charset=utf-8");
    assertThat(answer.body())
        .contains("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
    assertThat(addresses)
        .doesNotHaveDuplicates()
        .contains(
            StudiesService.address() + "/",
            StudiesService.address() + "/doc/study/d76cxwgphh",
            StudiesService.address() + "/doc/vocab/rome-4/M1805");
    // Every fiftieth is tried.
    for (int i = 0; i < addresses.size(); i += 50) {
      assertThat(StudiesService.get(addresses.get(i), "Accept", "text/html").statusCode())
          .as(addresses.get(i))
          .isEqualTo(200);
    }
  }

  @Test
  void a_study_enters_and_leaves_with_the_day_of_its_change() {
    String id = StudiesService.deposit("\"title\": \"Au plan du site\", \"issued\": \"2024\"");
    String hidden =
        StudiesService.deposit("\"title\": \"Hors du plan\", \"visibility\": \"network\"");
    String before = StudiesService.get("/sitemap.xml").body();

    assertThat(before)
        .containsPattern("/doc/study/" + id + "</loc><lastmod>\\d{4}-\\d\\d-\\d\\d</lastmod>")
        .doesNotContain(hidden);
    StudiesService.delete(id);
    assertThat(StudiesService.get("/sitemap.xml").body()).doesNotContain(id);
  }

  @Test
  void too_many_pages_are_told_by_an_index_of_parts() {
    List<Sitemap.Page> pages =
        java.util.stream.IntStream.range(0, 7)
            .mapToObj(i -> new Sitemap.Page("/doc/x/" + i + "?a&b", "2026-01-0" + (i + 1)))
            .toList();
    Sitemap sitemap =
        new Sitemap(
            "https://passerelle.example",
            List.of(
                new Sitemap.Part("x-1", pages.subList(0, 4)),
                new Sitemap.Part("x-2", pages.subList(4, 7))));

    assertThat(addresses(sitemap.write(7))).hasSize(7);
    assertThat(sitemap.write(6))
        .contains("<sitemapindex")
        .contains(
            "<loc>https://passerelle.example/sitemaps/x-2.xml</loc><lastmod>2026-01-07</lastmod>");
    assertThat(addresses(sitemap.part("x-2").orElseThrow()))
        .hasSize(3)
        .first()
        .isEqualTo("https://passerelle.example/doc/x/4?a&amp;b");
  }

  @Test
  void robots_are_told_where_it_is() {
    assertThat(StudiesService.get("/robots.txt").body())
        .contains("Sitemap: " + StudiesService.address() + "/sitemap.xml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sitemaps/nope-1.xml", "/sitemaps/etudes-99.xml"})
  void parts_that_are_not_there_are_not_found(String path) {
    assertThat(StudiesService.get(path).statusCode()).isEqualTo(404);
    assertThat(StudiesService.get("/sitemaps/etudes-1.xml").statusCode()).isEqualTo(200);
  }
}
