package fr.passerelle.api.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import fr.passerelle.catalog.key.NewKey;
import fr.passerelle.catalog.key.Scope;
import fr.passerelle.vocab.ConceptRef;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deposits by HTTP, each test under an author of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DepositTest {
  private static final String CSV = "text/csv";
  private static final String TRY = "kind=csv&licence=etalab-2.0";
  private static final String PUBLISH = TRY + "&dryRun=false";

  private static final String TERMS =
      """
      code;prefLabel;altLabels;definition;broader;collection;variantOf
      nautisme;Métiers du nautisme;;Activités de la filière.;;;
      greeur;Gréeur;matelot gréeur|gréeuse;;nautisme;Littoral;
      """;

  private final DepositService service;

  DepositTest(@TempDir Path folder) throws IOException {
    service = new DepositService(folder);
  }

  @AfterAll
  void close() {
    service.close();
  }

  private static String text(HttpResponse<String> answer, String path) {
    return JsonPath.read(answer.body(), path);
  }

  private static List<String> texts(HttpResponse<String> answer, String path) {
    return JsonPath.read(answer.body(), path);
  }

  private static String challenge(HttpResponse<String> answer) {
    return answer.headers().firstValue("WWW-Authenticate").orElse("");
  }

  @Test
  void without_a_key_nothing_is_read() {
    HttpResponse<String> answer = service.deposit(TRY, "", CSV, TERMS);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(challenge(answer)).isEqualTo("Bearer realm=\"passerelle\"");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(text(answer, "$.type")).endsWith("/problems/unauthenticated");
  }

  @Test
  void a_wrong_key_and_a_revoked_one_are_no_keys() {
    NewKey revoked = service.key(Scope.DEPOSIT, "revoque");
    service.revoke(revoked);
    for (String key : List.of("psr_0000000000_" + "A".repeat(43), "x", revoked.secret())) {
      HttpResponse<String> answer = service.deposit(TRY, key, CSV, TERMS);

      assertThat(answer.statusCode()).as(key).isEqualTo(401);
      assertThat(challenge(answer)).contains("error=\"invalid_token\"");
      assertThat(answer.body()).doesNotContain(key.substring(key.length() / 2) + "\"");
    }
  }

  @Test
  void a_key_of_another_scope_is_told_which_it_lacks() {
    String key = service.key(Scope.QUOTA, "lecteur").secret();

    HttpResponse<String> answer = service.deposit(TRY, key, CSV, TERMS);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(challenge(answer)).contains("insufficient_scope").contains("scope=\"deposit\"");
  }

  @ParameterizedTest
  @CsvSource({
    "rome-4",
    "rome-4-secteur-naf",
    "themes",
    "departements",
    "formacode-14",
    "voisin",
    "voisin-nautisme",
    "cariffrere"
  })
  void an_edition_of_another_is_out_of_reach(String edition) {
    String author = "carif-" + edition.replaceAll("\\W", "") + "x";
    String key = service.key(Scope.DEPOSIT, author).secret();
    List<String> before = service.rows();

    HttpResponse<String> answer = service.deposit(PUBLISH + "&edition=" + edition, key, CSV, TERMS);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(text(answer, "$.detail")).contains(edition, author);
    assertThat(service.rows()).isEqualTo(before);
  }

  @Test
  void a_file_that_describes_a_national_concept_is_refused() {
    String key = service.key(Scope.DEPOSIT, "dessus").secret();
    String over = "code;prefLabel;definition\nrome-4/M1805;Codeur;C'est moi qui le dis.\n";

    HttpResponse<String> answer = service.deposit(PUBLISH, key, CSV, over);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(texts(answer, "$.errors[*].rule")).contains("foreign-concept");
    assertThat(texts(answer, "$.errors[*].pointer")).contains("depot.csv:2:3");
  }

  @ParameterizedTest
  @CsvSource({
    "kind=csv, application/pdf, 415",
    "kind=csv, text/csv;charset=utf-16, 415",
    "kind=csv, '', 415",
    "kind=skos, text/csv, 415",
    "kind=sssom, text/turtle, 415",
    "kind=pdf, text/csv, 400",
    "dryRun=false, text/csv, 400",
    "kind=csv&dryRun=no, text/csv, 400",
    "kind=csv&licence=mine, text/csv, 400",
    "kind=csv&access_token=x, text/csv, 400",
    "kind=skos&edition=x, text/turtle, 400"
  })
  void what_is_asked_wrongly_is_said_so(String query, String type, int status) {
    String key = service.key(Scope.DEPOSIT, "mal-dit").secret();

    HttpResponse<String> answer = service.deposit(query, key, type, TERMS);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void a_file_of_20_megabytes_is_too_large() {
    String key = service.key(Scope.DEPOSIT, "gros").secret();

    HttpResponse<String> answer = service.deposit(TRY, key, CSV, "x".repeat((20 << 20) + 1));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(text(answer, "$.detail")).contains("20 Mo");
  }

  @Test
  void a_file_that_is_no_query_is_still_too_large_elsewhere() {
    String asked = "{\"query\":\"" + "x".repeat(2 << 20) + "\"}";

    assertThat(service.post("/graphql", "application/json", asked).statusCode()).isEqualTo(413);
  }

  @Test
  void every_fault_of_a_file_is_told_with_its_line() {
    String key = service.key(Scope.DEPOSIT, "fautes").secret();
    String bad =
        """
        code;prefLabel;broader;variantOf
        a;;;
        b;B;nulle-part;
        c;C;d;
        d;D;c;
        c;C bis;;
        e;E;;rncp
        """;

    HttpResponse<String> answer = service.deposit(PUBLISH, key, CSV, bad);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(texts(answer, "$.errors[*].pointer"))
        .containsExactlyInAnyOrder(
            "depot.csv:2:2", "depot.csv:3:3", "depot.csv:6:1", "depot.csv:7:4");
    assertThat(texts(answer, "$.errors[*].rule"))
        .containsExactlyInAnyOrder("label", "dangling-link", "duplicate-code", "reference");
  }

  @Test
  void a_circle_is_told_with_its_line() {
    String key = service.key(Scope.DEPOSIT, "cercle").secret();

    HttpResponse<String> answer =
        service.deposit(PUBLISH, key, CSV, "code;prefLabel;broader\nc;C;d\nd;D;c\n");

    assertThat(texts(answer, "$.errors[*].pointer"))
        .containsExactly("depot.csv:2:1", "depot.csv:3:1");
  }

  @Test
  void a_file_without_licence_is_refused_and_told_which_there_are() {
    String key = service.key(Scope.DEPOSIT, "sans").secret();

    HttpResponse<String> answer = service.deposit("kind=csv&dryRun=false", key, CSV, TERMS);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(text(answer, "$.detail")).contains("licence", "etalab-2.0");
  }

  @Test
  void a_dry_run_is_usual_and_leaves_all_as_it_was() {
    String key = service.key(Scope.DEPOSIT, "essai").secret();
    List<String> before = service.rows();

    HttpResponse<String> answer = service.deposit(TRY, key, CSV, TERMS);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(JsonPath.<Boolean>read(answer.body(), "$.dryRun")).isTrue();
    assertThat(text(answer, "$.releases[0].outcome")).isEqualTo("dry_run");
    assertThat(texts(answer, "$.releases[0].added.items"))
        .containsExactly("essai/greeur", "essai/nautisme");
    assertThat(service.rows()).isEqualTo(before);
    assertThat(service.get("/api/v1/vocabs/essai").statusCode()).isEqualTo(404);
  }

  @Test
  void what_is_published_is_served_at_once_under_the_authors_name_and_licence() {
    NewKey key = service.key(Scope.DEPOSIT, "carif-mer");

    HttpResponse<String> answer = service.deposit(PUBLISH, key.secret(), CSV, TERMS);

    assertThat(answer.statusCode()).isEqualTo(201);
    HttpResponse<String> vocab = service.get("/api/v1/vocabs/carif-mer");
    assertThat(text(vocab, "$.source.licence.code")).isEqualTo("etalab-2.0");
    assertThat(text(vocab, "$.source.producer")).isEqualTo("Organisme carif-mer");
    HttpResponse<String> term = service.get("/api/v1/vocabs/carif-mer/concepts/greeur");
    assertThat(texts(term, "$.altLabels")).containsExactly("matelot gréeur", "gréeuse");
    assertThat(texts(term, "$.broader[*].code")).containsExactly("nautisme");
    assertThat(service.collections("carif-mer"))
        .hasSize(1)
        .allSatisfy(collection -> {
          assertThat(collection.label()).isEqualTo("Littoral");
          assertThat(collection.members()).containsExactly(new ConceptRef("carif-mer", "greeur"));
        });
    assertThat(service.trail("carif-mer")).containsExactly("deposit by key " + key.key().id());
  }

  @Test
  void the_same_file_twice_changes_nothing() {
    String key = service.key(Scope.DEPOSIT, "deux-fois").secret();
    service.deposit(PUBLISH, key, CSV, TERMS);
    List<String> before = service.rows();

    HttpResponse<String> again = service.deposit(PUBLISH, key, CSV, TERMS);

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(text(again, "$.releases[0].outcome")).isEqualTo("unchanged");
    assertThat(service.rows()).isEqualTo(before);
  }

  @Test
  void what_disagrees_with_the_national_set_is_shown_side_by_side() {
    String key = service.key(Scope.DEPOSIT, "contraire").secret();
    String pairs =
        """
        source,sourceCode,predicate,target,targetCode,confidence,comment
        rncp,RNCP8940,closeMatch,formacode-14,43448,"0,8",
        rncp,RNCP34670,relatedMatch,formacode-14,43448,,
        """;

    HttpResponse<String> answer = service.deposit(TRY, key, CSV, pairs);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(texts(answer, "$.conflicts[*].kind"))
        .containsExactly("mapped_elsewhere", "predicate");
    assertThat(texts(answer, "$.conflicts[*].deposited.predicate"))
        .containsExactly("relatedMatch", "closeMatch");
    assertThat(texts(answer, "$.conflicts[1].published[*].predicate"))
        .containsExactly("relatedMatch");
    assertThat(texts(answer, "$.conflicts[0].published[*].target"))
        .containsExactly("formacode-14/42050");
  }

  @Test
  void another_label_for_a_national_code_is_shown_side_by_side() {
    String key = service.key(Scope.DEPOSIT, "libelle").secret();
    String list = "code;prefLabel;collection\nrncp/RNCP8940;Infirmier;Santé\n";

    HttpResponse<String> answer = service.deposit(TRY, key, CSV, list);

    assertThat(texts(answer, "$.conflicts[*].kind")).containsExactly("label");
    assertThat(text(answer, "$.conflicts[0].published[0].label"))
        .isEqualTo("Diplôme d'État d'infirmier(ière)");
  }

  @Test
  void a_skos_file_tells_its_licence_and_is_bound_to_the_author() {
    String key = service.key(Scope.DEPOSIT, "region-est").secret();
    String turtle =
        """
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix dct: <http://purl.org/dc/terms/> .
        <https://est.example/%s> a skos:ConceptScheme ;
          dct:title "Métiers d'art"@fr ; dct:creator "Région Est" ;
          dct:license <https://spdx.org/licenses/etalab-2.0> ;
          dct:issued "2026-01-31" ; <http://www.w3.org/2002/07/owl#versionInfo> "1" .
        <https://est.example/%s/luthier> a skos:Concept ; skos:prefLabel "Luthier"@fr ;
          skos:inScheme <https://est.example/%s> .
        """;
    String query = "kind=skos&dryRun=false";

    HttpResponse<String> other =
        service.deposit(query, key, "text/turtle", turtle.replace("%s", "art"));
    HttpResponse<String> own =
        service.deposit(query, key, "text/turtle", turtle.replace("%s", "region-est-art"));

    assertThat(other.statusCode()).isEqualTo(403);
    assertThat(own.statusCode()).isEqualTo(201);
    assertThat(text(service.get("/api/v1/vocabs/region-est-art"), "$.source.licence.code"))
        .isEqualTo("etalab-2.0");
  }

  @Test
  void the_templates_can_be_deposited_as_they_are() {
    String key = service.key(Scope.DEPOSIT, "modele").secret();
    for (String kind : List.of("vocabulary", "correspondence")) {
      HttpResponse<String> template = service.get("/api/v1/deposits/template.csv?kind=" + kind);

      assertThat(template.headers().firstValue("Content-Type").orElse("")).startsWith(CSV);
      HttpResponse<String> answer = service.deposit(TRY, key, CSV, template.body());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
  }

  @Test
  void a_collection_that_its_author_makes_no_more_is_gone_since_a_release() {
    String key = service.key(Scope.DEPOSIT, "carif-lande").secret();
    String with = "code;prefLabel;collection\nage;Aide en lande;Lande\nb;Berger;\n";
    String without = "code;prefLabel;collection\nage;Aide en lande;\nb;Berger;\n";
    service.deposit(PUBLISH + "&release=1&date=2026-01-01", key, CSV, with);
    int before = service.get("/api/v1/collections/carif-lande/lande").statusCode();
    service.deposit(PUBLISH + "&release=2&date=2026-02-01", key, CSV, without);

    assertThat(before).isEqualTo(200);
    for (String path :
        List.of(
            "/api/v1/collections/carif-lande/lande",
            "/id/collection/carif-lande/lande",
            "/data/collection/carif-lande/lande.ttl",
            "/doc/collection/carif-lande/lande")) {
      assertThat(service.get(path).statusCode()).as(path).isEqualTo(410);
    }
    HttpResponse<String> gone = service.get("/api/v1/collections/carif-lande/lande");
    assertThat(text(gone, "$.type")).endsWith("/problems/gone");
    assertThat(text(gone, "$.detail")).contains("la version 1", "la version 2 ne l'a plus");
    assertThat(service.get("/api/v1/collections/carif-lande/jamais").statusCode()).isEqualTo(404);
  }

  @Test
  void a_stated_number_of_lines_may_be_refused_the_others_being_published() {
    String key = service.key(Scope.DEPOSIT, "carif-dune").secret();
    String bad = "code;prefLabel\nbon;Oyat\nmauvais code;Dune\n";

    assertThat(service.deposit(PUBLISH, key, CSV, bad).statusCode()).isEqualTo(422);
    assertThat(service.deposit(PUBLISH + "&refused=x", key, CSV, bad).statusCode()).isEqualTo(400);
    assertThat(service.deposit(PUBLISH + "&refused=1", key, CSV, bad).statusCode()).isEqualTo(201);
    assertThat(service.get("/api/v1/vocabs/carif-dune/concepts/bon").statusCode()).isEqualTo(200);
  }
}
