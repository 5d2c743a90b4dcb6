package fr.passerelle.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.RunningService;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/recherche",
        "/recherche?q=infirmier",
        "/recherche?q=zzzzzz",
        "/recherche?q=infirmier&vocab=rome-4&type=appellation",
        "/doc/vocab/rome-4",
        "/doc/vocab/rome-3",
        "/doc/vocab/departements",
        "/doc/vocab/rome-4/M1805",
        "/doc/vocab/rome-4/M18",
        "/doc/vocab/rome-4/109846",
        "/doc/vocab/rome-3/M1805",
        "/doc/vocab/rncp/RNCP8940",
        "/doc/vocab/formacode-14/43448",
        "/doc/vocab/themes/emploi",
        "/doc/correspondence/france-competences/rncp--rome-3",
        "/doc/correspondence/x/y--z",
        "/etudes",
        "/etudes?q=apprentis&territory=R93",
        "/etudes?q=zzzzzz",
        "/etudes/calendrier",
        "/doc/study/d76cxwgphh",
        "/mentions-legales",
        "/accessibilite",
        "/problems",
        "/problems/unknown-code",
        "/rien"
      })
  void every_page_is_whole_in_both_languages(String path) {
    for (String lang : List.of("fr", "en")) {
      HttpResponse<String> answer =
          RunningService.get(path, "Accept", BROWSER, "Accept-Language", lang);
      String page = answer.body();

      assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
      assertThat(answer.headers().firstValue("Content-Security-Policy"))
          .hasValueSatisfying(policy ->
              assertThat(policy)
                  .startsWith("default-src 'none';")
                  .contains("frame-ancestors 'none'", "base-uri 'none'")
                  .doesNotContain("unsafe"));
      assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(page).startsWith("<!DOCTYPE html>").contains("<html lang=\"" + lang + "\">");
      assertThat(count(page, "<h1[ >]")).isEqualTo(1);
      assertThat(count(page, "<main ")).isEqualTo(1);
      assertThat(page).contains("href=\"#contenu\"").contains("id=\"contenu\"");
      // Data that no browser runs: JSON-LD.
      String shown =
          page.replaceFirst("(?s)<script type=\"application/ld\\+json\">.*?</script>", "");
      assertThat(shown).doesNotContain("<script").doesNotContain(" style=").doesNotContain("src=");
      assertThat(resources(page)).allMatch(each -> each.startsWith("/assets/passerelle-"));
      assertThat(ids(page)).doesNotHaveDuplicates();
      assertThat(page)
          .doesNotContainPattern(
              ">(in|out|type|types|property|status|study|studies|calendar)\\.[A-Za-z_]");
    }
  }

  private static long count(String page, String pattern) {
    return Pattern.compile(pattern).matcher(page).results().count();
  }

  private static List<String> resources(String page) {
    return Pattern.compile("<link rel=\"stylesheet\" href=\"([^\"]*)\"")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static List<String> ids(String page) {
    return Pattern.compile(" id=\"([^\"]*)\"")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /                            | Grand Est
          /                            | échantillon
          /                            | France Travail, Répertoire opérationnel
          /                            | curl -L -H
          /recherche?q=infirmier       | 21 résultats
          /recherche?q=infirmier       | Page suivante
          /recherche?q=infirmier       | Pour citer
          /recherche?q=M1805           | Trouvé par le code M1805
          /doc/vocab/rome-4            | Licence Ouverte / Open Licence version 2.0
          /doc/vocab/rome-4            | /data/vocab/rome-4.jsonld
          /doc/vocab/rome-4            | Agriculture et Pêche
          /doc/vocab/formacode-14      | marque déposée de Centre Inffo
          /doc/vocab/rome-4/M1805      | Développeur / Développeuse informatique
          /doc/vocab/rome-4/M1805      | Systèmes d'information et de télécommunication
          /doc/vocab/rome-4/M1805      | Au cœur du métier
          /doc/vocab/rome-4/M1805      | Les certifications sont indexées sur le ROME 3.
          /doc/vocab/rome-4/M1805      | Analyste développeur / Analyste développeuse
          /doc/vocab/rome-4/M1805      | 18 septembre 2025
          /doc/vocab/rome-4/M1805      | Licence Ouverte / Open Licence version 2.0
          /doc/vocab/rome-4/M1805      | Elle est provisoire
          /doc/vocab/rome-3/M1805      | sa propre fiche n'a pas été reçue
          /doc/vocab/rncp/RNCP8940     | Niveau (nomenclature de 2019)
          /mentions-legales            | observatoire.example
          /mentions-legales            | aucun cookie
          /mentions-legales            | conservés 30 jours
          /mentions-legales            | marque déposée de Centre Inffo
          /mentions-legales            | Insee
          /accessibilite               | non conforme
          /accessibilite               | Défenseur des droits
          /problems                    | Code inconnu
          /problems/unknown-code       | Vérifier le code et l'édition
          """)
  void a_page_says_what_it_has_to(String path, String fact) {
    assertThat(RunningService.get(path, "Accept", BROWSER).body()).contains(fact);
  }

  @Test
  void what_a_visitor_types_is_shown_and_never_run() {
    String page = RunningService.get("/recherche?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").body();

    assertThat(page).doesNotContain("<script").contains("&lt;script&gt;");
  }

  @Test
  void the_pages_of_a_search_follow_one_another() {
    String first = RunningService.get("/recherche?q=infirmier").body();
    MatchResult next =
        Pattern.compile("rel=\"next\" href=\"([^\"]*)\"")
            .matcher(first)
            .results()
            .findFirst()
            .orElseThrow();
    String second = RunningService.get(next.group(1).replace("&amp;", "&")).body();

    assertThat(hits(first)).hasSize(20).doesNotContainAnyElementsOf(hits(second));
    assertThat(hits(second)).hasSize(1);
  }

  private static List<String> hits(String page) {
    return Pattern.compile("<p class=\"hit\"><a href=\"([^\"]*)\"")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void the_style_sheet_is_kept_for_ever() {
    HttpResponse<String> style = RunningService.get(Asset.STYLE.path());

    assertThat(style.statusCode()).isEqualTo(200);
    assertThat(style.headers().firstValue("Content-Type")).hasValue("text/css; charset=utf-8");
    assertThat(style.headers().firstValue("Cache-Control"))
        .hasValueSatisfying(cache -> assertThat(cache).contains("immutable"));
    assertThat(style.body()).doesNotContain("@import").doesNotContain("url(");
    assertThat(RunningService.get("/assets/passerelle-0.css").statusCode()).isEqualTo(404);
  }

  @Test
  void a_page_links_to_the_data_it_shows() {
    assertThat(
            RunningService.get("/doc/vocab/rome-4/M1805").headers().firstValue("Link").orElse(""))
        .contains("</data/vocab/rome-4/M1805.ttl>; rel=\"alternate\"; type=\"text/turtle\"")
        .contains("rel=\"canonical\"")
        .contains("rel=\"license\"");
  }
}
