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

/** Collections of the bundled sample, whose ROME has the flags of the official one. */
class CollectionTest {
  private static final String STRATEGIC =
      "/api/v1/collections/france-travail/transition-ecologique-emploi-strategique-fiches-metiers";

  private static List<String> texts(HttpResponse<String> answer, String path) {
    return JsonPath.read(answer.body(), path);
  }

  @Test
  void the_list_is_paged_to_its_end_each_with_author_release_and_licence() {
    List<String> ids = new ArrayList<>();
    String next = "";
    do {
      HttpResponse<String> page = RunningService.get("/api/v1/collections?limit=7" + next);
      ids.addAll(texts(page, "$.items[*].id"));
      assertThat(texts(page, "$.items[*].author.name")).containsOnly("France Travail");
      assertThat(texts(page, "$.items[*].source.vocab")).containsOnly("rome-4");
      assertThat(texts(page, "$.items[*].source.licence.code")).containsOnly("etalab-2.0");
      String cursor = JsonPath.read(page.body(), "$.next");
      next = cursor == null ? "" : "&cursor=" + cursor;
    } while (!next.isEmpty());

    assertThat(ids).hasSize(20).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void members_are_paged_in_the_order_of_the_collection() {
    List<String> whole = texts(RunningService.get(STRATEGIC + "?limit=100"), "$.items[*].code");
    HttpResponse<String> first = RunningService.get(STRATEGIC + "?limit=8");
    String cursor = JsonPath.read(first.body(), "$.next");
    List<String> codes = new ArrayList<>(texts(first, "$.items[*].code"));
    codes.addAll(
        texts(RunningService.get(STRATEGIC + "?limit=8&cursor=" + cursor), "$.items[*].code"));

    assertThat(whole).hasSize(13);
    assertThat(codes).isEqualTo(whole);
    assertThat(JsonPath.<Integer>read(first.body(), "$.total")).isEqualTo(13);
    assertThat(texts(first, "$.items[*].type")).containsOnly("fiche-metier");
    assertThat(first.headers().firstValue("Link").orElse("")).contains("rel=\"next\"");
  }

  @ParameterizedTest
  @CsvSource({
    "?vocab=rome, 20",
    "?vocab=formacode-14, 0",
    "?author=france-travail, 20",
    "?author=personne, 0",
    "?member=rome-4/N4101, 2",
    "?member=rome/n 4101&vocab=rome, 2"
  })
  void filters_hold_together(String query, int total) {
    HttpResponse<String> answer =
        RunningService.get("/api/v1/collections" + query.replace(" ", "%20"));

    assertThat(JsonPath.<Integer>read(answer.body(), "$.total")).isEqualTo(total);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/collections?member=M1805, 400",
    "/api/v1/collections?member=rome-4/Z0000, 404",
    "/api/v1/collections?vocab=nope, 404",
    "/api/v1/collections?cursor=x, 400",
    "/api/v1/collections/france-travail/nope, 404",
    "/id/collection/france-travail/nope, 404",
    "/data/collection/france-travail/emploi-cadre-fiches-metiers.pdf, 404"
  })
  void what_is_asked_wrongly_is_said_so(String path, int status) {
    HttpResponse<String> answer = RunningService.get(path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void a_concept_says_the_collections_that_it_is_in() {
    HttpResponse<String> driver = RunningService.get("/api/v1/vocabs/rome-4/concepts/N4101");

    assertThat(texts(driver, "$.collections[*].id"))
        .containsExactly(
            "france-travail/emploi-reglemente-fiches-metiers",
            "france-travail/transition-ecologique-emploi-brun-fiches-metiers");
    assertThat(texts(driver, "$.collections[*].author")).containsOnly("France Travail");
  }

  @Test
  void its_name_leads_to_a_page_and_to_documents() {
    String path = "/collection/france-travail/emploi-cadre-fiches-metiers";
    HttpResponse<String> page = RunningService.get("/id" + path, "Accept", "text/html");
    HttpResponse<String> data = RunningService.get("/id" + path, "Accept", "text/turtle");

    assertThat(page.headers().firstValue("Location")).hasValue("/doc" + path);
    assertThat(data.headers().firstValue("Location")).hasValue("/data" + path + ".ttl");
    assertThat(RunningService.get("/doc" + path).body())
        .contains("Emploi cadre (fiches métiers)", "M1419", "rel=\"license\"");
    assertThat(RunningService.get("/data" + path + ".ttl").body())
        .contains("skos:Collection", "skos:member", "M1419");
    assertThat(RunningService.get("/data/vocab/rome-4.ttl").body()).contains("/id" + path);
  }
}
