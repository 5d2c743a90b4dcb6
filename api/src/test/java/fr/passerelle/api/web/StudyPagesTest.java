package fr.passerelle.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import fr.passerelle.api.StudiesService;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudyPagesTest {
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
  private static final String PREMIERE = "d76cxwgphh";

  /** No tag of it ends, so that a deposit takes it. */
  private static final String ATTACK =
      "Emploi </script <img src=x onerror=alert(1) {x} & \\\"cadres\\\" 'y' ]] <!-";

  private static HttpResponse<String> page(String path) {
    return StudiesService.get(path, "Accept", BROWSER);
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static DocumentContext jsonLd(HttpResponse<String> page) {
    Matcher script =
        Pattern.compile("(?s)<script type=\"application/ld\\+json\">(.*?)</script>")
            .matcher(page.body());
    assertThat(script.find()).isTrue();
    return JsonPath.parse(script.group(1));
  }

  private static List<String> metas(HttpResponse<String> page, String name) {
    return Pattern.compile("<meta name=\"" + Pattern.quote(name) + "\" content=\"([^\"]*)\">")
        .matcher(page.body())
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text/html                                       | /doc/study/d76cxwgphh
          */*                                             | /doc/study/d76cxwgphh
          application/json                                | /api/v1/studies/d76cxwgphh
          text/turtle                                     | /data/study/d76cxwgphh.ttl
          application/ld+json                             | /data/study/d76cxwgphh.jsonld
          application/x-bibtex                            | /api/v1/studies/d76cxwgphh?format=bibtex
          application/vnd.citationstyles.csl+json         | /api/v1/studies/d76cxwgphh?format=csl-json
          """)
  void a_name_leads_to_the_form_asked_for(String accept, String location) {
    HttpResponse<String> answer = StudiesService.get("/id/study/" + PREMIERE, "Accept", accept);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(header(answer, "Location")).isEqualTo(location);
    assertThat(header(answer, "Vary")).contains("Accept");
  }

  @ParameterizedTest
  @CsvSource({
    "/id/study/abcdefghij, 404",
    "/id/study/%3Cscript%3E, 404",
    "/doc/study/abcdefghij, 404",
    "/id/producer/nobody, 404",
    "/id/series/nothing, 404",
    "/id/producer/insee, 303",
    "/id/series/insee-premiere, 303"
  })
  void other_names_lead_somewhere_or_are_unknown(String path, int status) {
    assertThat(page(path).statusCode()).isEqualTo(status);
  }

  @Test
  void a_page_tells_machines_what_it_is_about() {
    HttpResponse<String> answer = page("/doc/study/" + PREMIERE);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(metas(answer, "citation_title")).containsExactly("Insee Première n° 1780");
    assertThat(metas(answer, "citation_author")).containsExactly("Insee");
    assertThat(metas(answer, "citation_publication_date")).containsExactly("2019");
    assertThat(metas(answer, "citation_technical_report_institution")).containsExactly("Insee");
    assertThat(metas(answer, "DC.identifier"))
        .containsExactly(StudiesService.address() + "/id/study/" + PREMIERE);
    assertThat(jsonLd(answer).read("$.@type", String.class)).isEqualTo("Report");
    assertThat(jsonLd(answer).read("$.datePublished", String.class)).isEqualTo("2019");
    assertThat(jsonLd(answer).read("$.publisher[0].name", String.class)).isEqualTo("Insee");
    assertThat(answer.body())
        .contains(
            "<link rel=\"alternate\" type=\"application/atom+xml\""
                + " href=\"/feeds/studies.atom?theme=");
  }

  @Test
  void signposting_is_the_same_for_get_and_head() {
    String links = header(page("/doc/study/" + PREMIERE), "Link");
    HttpResponse<String> head =
        StudiesService.send("HEAD", "/doc/study/" + PREMIERE, "", "Accept", BROWSER);
    String address = StudiesService.address();

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "Link")).isEqualTo(links);
    assertThat(links)
        .contains("<" + address + "/id/study/" + PREMIERE + ">; rel=\"cite-as\"")
        .contains("<https://schema.org/AboutPage>; rel=\"type\"")
        .contains("<https://schema.org/Report>; rel=\"type\"")
        .contains("<" + address + "/id/producer/insee>; rel=\"author\"")
        .contains("rel=\"license\"")
        .contains("rel=\"describedby\"; type=\"application/x-bibtex\"")
        .contains("<" + address + "/id/series/insee-premiere>; rel=\"collection\"")
        .contains("rel=\"linkset\"; type=\"application/linkset+json\"");
  }

  @Test
  void the_link_set_has_every_document_and_the_way_back() {
    String documents =
        IntStream.range(0, 14)
            .mapToObj(i ->
                "{\"url\": \"https://example.org/a%d.pdf\", \"mediaType\": \"application/pdf\"}"
                    .formatted(i))
            .collect(Collectors.joining(","));
    String id =
        StudiesService.deposit(
            "\"title\": \"Quatorze documents\", \"documents\": [" + documents + "]");
    HttpResponse<String> page = page("/doc/study/" + id);
    HttpResponse<String> set = StudiesService.get("/doc/study/" + id + "/linkset");

    assertThat(header(set, "Content-Type")).isEqualTo("application/linkset+json");
    DocumentContext json = JsonPath.parse(set.body());
    assertThat(json.read("$.linkset[0].anchor", String.class))
        .isEqualTo(StudiesService.address() + "/doc/study/" + id);
    assertThat(json.read("$.linkset[0].item.length()", Integer.class)).isEqualTo(14);
    assertThat(set.body().split("\"describes\"", -1)).hasSize(1 + 8);
    assertThat(header(page, "Link").split("rel=\"item\"", -1)).hasSize(11);
    assertThat(metas(page, "citation_pdf_url")).hasSize(14);
  }

  @Test
  void an_attack_in_a_title_is_words_everywhere() {
    String id =
        StudiesService.deposit(
            "\"title\": \"%s\", \"issued\": \"2024\", \"abstract\": \"%s\", \"documents\": [{\"url\": \"https://example.org/a'b(c)\", \"title\": \"%s\"}]"
                .formatted(ATTACK, ATTACK, ATTACK));

    HttpResponse<String> page = page("/doc/study/" + id);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("<img").doesNotContain("</script <");
    assertThat(jsonLd(page).read("$.name", String.class)).isEqualTo(ATTACK.replace("\\\"", "\""));
    assertThat(page("/etudes?q=onerror").body()).contains(id).doesNotContain("<img");
    for (String format : List.of("ris", "bibtex", "csl-json")) {
      assertThat(StudiesService.get("/api/v1/studies/" + id + "?format=" + format).statusCode())
          .isEqualTo(200);
    }
    StudiesService.delete(id);
    assertThat(page("/doc/study/" + id).statusCode()).isEqualTo(410);
    assertThat(page("/id/study/" + id).statusCode()).isEqualTo(410);
    assertThat(page("/etudes?q=onerror").body()).doesNotContain(id);
  }

  @Test
  void a_hidden_study_has_no_page_and_a_withdrawn_one_says_so() {
    String hidden = StudiesService.deposit("\"title\": \"Cachée\", \"visibility\": \"network\"");
    for (String path : List.of("/doc/study/%s", "/doc/study/%s/linkset", "/id/study/%s")) {
      assertThat(page(path.formatted(hidden)).statusCode()).as(path).isEqualTo(404);
    }
    String id = StudiesService.deposit("\"title\": \"Retirée\", \"issued\": \"2024\"");
    StudiesService.send(
        "POST",
        "/api/v1/studies/" + id + "/status",
        "{\"to\": \"withdrawn\", \"reason\": \"Erreur de calcul.\"}");

    assertThat(page("/doc/study/" + id).body())
        .contains("Cette étude a été retirée par son producteur.")
        .contains("Erreur de calcul.");
  }

  @Test
  void an_old_address_leads_browsers_to_the_page_and_programs_to_the_data() {
    String id =
        StudiesService.deposit(
            "\"title\": \"Ancienne\", \"issued\": \"2024\", \"aliases\": [\"/vieux/12\"]");
    HttpResponse<String> browser = page("/vieux/12");

    assertThat(browser.statusCode()).isEqualTo(301);
    assertThat(header(browser, "Location")).isEqualTo("/doc/study/" + id);
    assertThat(header(browser, "Vary")).contains("Accept");
    assertThat(header(StudiesService.get("/vieux/12"), "Location"))
        .isEqualTo("/api/v1/studies/" + id);
  }

  @Test
  void what_is_to_come_is_told_with_the_precision_it_has() {
    String year =
        StudiesService.deposit(
            "\"title\": \"Une année\", \"status\": \"planned\", \"expected\": \"2098\"");
    String month =
        StudiesService.deposit(
            "\"title\": \"Un mois\", \"status\": \"under-way\", \"expected\": \"2098-03~\"");

    String calendar = page("/etudes/calendrier?producer=insee").body();
    assertThat(calendar).contains("Courant 2098").contains("mars 2098");
    assertThat(calendar.indexOf("/doc/study/" + month))
        .isPositive()
        .isLessThan(calendar.indexOf("/doc/study/" + year));
    assertThat(page("/doc/study/" + month).body())
        .contains("Cette étude est en cours. Parution prévue\u00a0: vers mars 2098.");
    assertThat(page("/etudes/calendrier?status=planned").body())
        .contains(year)
        .doesNotContain(month);
    assertThat(page("/etudes/calendrier?status=published").body()).doesNotContain(year);
    assertThat(page("/etudes/calendrier").body()).contains("en retard");
  }

  @Test
  void pages_of_a_list_go_through_all_of_it_once() {
    Pattern study = Pattern.compile("class=\"hit\"><a href=\"/doc/study/([a-z2-7]{10})\"");
    Pattern more = Pattern.compile("rel=\"next\" href=\"([^\"]*)\"");
    List<String> ids = new ArrayList<>();
    String path = "/etudes?territory=FRANCE";
    while (!path.isEmpty()) {
      String page = page(path).body();
      study.matcher(page).results().forEach(found -> ids.add(found.group(1)));
      Matcher next = more.matcher(page);
      path = next.find() ? next.group(1).replace("&amp;", "&") : "";
    }
    int total =
        JsonPath.parse(StudiesService.get("/api/v1/studies?territory=FRANCE&limit=1").body())
            .read("$.total", Integer.class);

    assertThat(ids).hasSize(total).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etudes?theme=nope",
        "/etudes?year=99999",
        "/etudes?teme=emploi",
        "/etudes?cursor=abc",
        "/etudes?theme=emploi&theme=insertion",
        "/etudes/calendrier?territory=R00",
        "/etudes?theme=LONG",
        "/etudes?q=LONG"
      })
  void what_cannot_be_asked_is_refused_with_its_rule(String path) {
    HttpResponse<String> answer = page(path.replace("LONG", "a".repeat(1000)));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).startsWith("<!DOCTYPE html>");
    assertThat(page("/etudes?teme=emploi").body()).contains("theme");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?theme=emploi,emploi",
        "?theme=emploi,",
        "?theme=&q=",
        "?subject=rome-4/%20x%22%3E",
        "?subject=x/y",
        "?year=2019,2020&late=false"
      })
  void what_is_oddly_asked_is_answered_in_every_form(String query) {
    for (String path :
        List.of("/etudes", "/etudes/calendrier", "/feeds/studies.atom", "/calendar.ics")) {
      assertThat(page(path + query).statusCode()).as(path + query).isEqualTo(200);
    }
  }

  @Test
  void a_search_is_escaped_wherever_it_is_repeated() {
    String q = URLEncoder.encode("\"><script>alert(1)</script>\r\nX: y", StandardCharsets.UTF_8);
    HttpResponse<String> answer = page("/etudes?q=" + q);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("<script>alert");
    assertThat(answer.headers().firstValue("X")).isEmpty();
    assertThat(header(answer, "Link")).doesNotContain("\n").contains("rel=\"alternate\"");
  }
}
