package fr.passerelle.api.deposit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import fr.passerelle.api.RunningService;
import fr.passerelle.catalog.key.Scope;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.regional.RegionalFile;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a region adds to national concepts, in every channel, and never over them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegionalLayerTest {
  private static final String NURSE = "/api/v1/vocabs/rncp/concepts/RNCP8940";

  private static final String CSV =
      """
      code;prefLabel;altLabels;definition;broader;collection;variantOf;regionalLabel;note;link
      ide-iles;Infirmier des îles;;Exerce aussi en mer.;;;rncp/RNCP8940;;;
      rncp/RNCP8940;;;;;Santé en mer;;IDE de Bretagne;Recrute toute l'année.;https://carif.example.org/ide
      rome-4/J1501;;;;;Santé en mer;;;;
      """;

  private final DepositService service;

  RegionalLayerTest(@TempDir Path folder) throws IOException {
    service = new DepositService(folder);
    String key = service.key(Scope.DEPOSIT, "carif-iroise").secret();
    HttpResponse<String> answer =
        service.deposit("kind=csv&licence=etalab-2.0&dryRun=false", key, "text/csv", CSV);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    service.publishWithoutLicence(unlicensed(folder));
  }

  /** The same from another region that has not declared a licence. */
  private static Release unlicensed(Path folder) throws IOException {
    Path file = folder.resolve("secret.csv");
    Files.writeString(
        file,
        CSV.replace("ide-iles;Infirmier des îles", "secret-ide;Infirmier secret")
            .replace("Santé en mer", "Secret en mer")
            .replace("IDE de Bretagne", "IDE secret")
            .replace("Recrute toute l'année.", "Note secrète."));
    return RegionalFile.read(
        new Origin(file, Optional.of("1"), Optional.of(LocalDate.of(2026, 1, 2))),
        new RegionalFile.Signature(
            new Correspondence.Author("carif-secret", "Carif Secret"),
            Optional.empty(),
            Optional.empty()),
        scheme -> true,
        new Findings());
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

  private static String encoded(String query) {
    return URLEncoder.encode(query, UTF_8);
  }

  @Test
  void the_concept_tells_what_the_region_adds_in_a_list_of_its_own() {
    HttpResponse<String> nurse = service.get(NURSE);

    assertThat(texts(nurse, "$.regional[*].kind"))
        .containsExactly("note", "label", "variant", "collection");
    assertThat(texts(nurse, "$.regional[*].text"))
        .containsExactly(
            "Recrute toute l'année.", "IDE de Bretagne", "Infirmier des îles", "Santé en mer");
    assertThat(texts(nurse, "$.regional[*].author.name")).containsOnly("Organisme carif-iroise");
    assertThat(texts(nurse, "$.regional[*].source.vocab")).containsOnly("carif-iroise");
    assertThat(texts(nurse, "$.regional[*].source.licence.code")).containsOnly("etalab-2.0");
    assertThat(text(nurse, "$.regional[0].link")).isEqualTo("https://carif.example.org/ide");
    assertThat(text(nurse, "$.regional[2].variant.code")).isEqualTo("ide-iles");
    assertThat(text(nurse, "$.regional[3].collection.id")).isEqualTo("carif-iroise/sante-en-mer");
  }

  @Test
  void what_the_national_producer_says_stays_as_it_is() {
    HttpResponse<String> with = service.get(NURSE);
    HttpResponse<String> without = RunningService.get(NURSE);

    for (String path :
        List.of(
            "$.prefLabel",
            "$.altLabels",
            "$.notes",
            "$.definition",
            "$.broader",
            "$.links",
            "$.narrower",
            "$.related",
            "$.properties",
            "$.source")) {
      assertThat(JsonPath.<Object>read(with.body(), path))
          .as(path)
          .isEqualTo(JsonPath.<Object>read(without.body(), path));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/vocabs/rome-4/concepts/A1101", "/doc/vocab/rome-4/A1101"})
  void where_no_region_says_anything_there_is_no_list(String path) {
    assertThat(service.get(path).body()).doesNotContain("regional", "En région");
  }

  @Test
  void graphql_tells_the_same() {
    String query =
        "{concept(vocab:\"rncp\",code:\"RNCP8940\"){collections{id members{totalCount}}"
            + " regional{kind text edition author{name} source{release} variant{code}"
            + " collection{id}}}}";
    HttpResponse<String> answer = service.get("/graphql?query=" + encoded(query));

    assertThat(texts(answer, "$.data.concept.regional[*].kind"))
        .containsExactly("NOTE", "LABEL", "VARIANT", "COLLECTION");
    assertThat(texts(answer, "$.data.concept.regional[*].author.name"))
        .containsOnly("Organisme carif-iroise");
    assertThat(texts(answer, "$.data.concept.collections[*].id"))
        .containsExactly("carif-iroise/sante-en-mer");
  }

  @Test
  void the_page_shows_it_under_the_name_of_the_region() {
    String page = service.get("/doc/vocab/rncp/RNCP8940").body();

    assertThat(page)
        .containsSubsequence(
            "id=\"regional\"",
            "Organisme carif-iroise",
            "Recrute toute l'année.",
            "https://carif.example.org/ide",
            "IDE de Bretagne",
            "/doc/vocab/carif-iroise/ide-iles",
            "/doc/collection/carif-iroise/sante-en-mer");
  }

  private static Model turtle(String body) {
    Model model = ModelFactory.createDefaultModel();
    RDFDataMgr.read(model, new ByteArrayInputStream(body.getBytes(UTF_8)), Lang.TURTLE);
    return model;
  }

  private static boolean asks(Model model, String pattern) {
    String prefixes =
        """
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX foaf: <http://xmlns.com/foaf/0.1/>
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        """;
    try (QueryExecution query =
        QueryExecution.create().query(prefixes + "ASK {" + pattern + "}").model(model).build()) {
      return query.execAsk();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ?c skos:notation 'RNCP8940' ; skos:note ?n FILTER(isLiteral(?n)) | false
          ?c skos:notation 'RNCP8940' ; skos:note ?n . ?n rdf:value ?t ; dct:creator [ foaf:name 'Organisme carif-iroise' ] ; foaf:page <https://carif.example.org/ide> | true
          ?n rdf:value 'IDE de Bretagne'@fr ; dct:license ?l ; dct:isPartOf ?r | true
          ?v skos:prefLabel 'Infirmier des îles'@fr ; skos:broadMatch ?c . ?c skos:notation 'RNCP8940' | true
          ?m a skos:Collection ; skos:member ?c ; skos:prefLabel 'Santé en mer'@fr . ?c skos:notation 'RNCP8940' | true
          ?c skos:notation 'RNCP8940' ; ?p ?t FILTER(isLiteral(?t) && contains(str(?t), 'Bretagne')) | false
          ?c skos:notation 'RNCP8940' ; skos:narrowMatch ?v | false
          """)
  void in_rdf_no_statement_of_the_region_is_one_of_the_concept(String pattern, boolean said) {
    Model model = turtle(service.get("/data/vocab/rncp/RNCP8940.ttl").body());

    assertThat(asks(model, pattern)).isEqualTo(said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ttl", "jsonld", "rdf", "nt"})
  void what_the_region_says_has_a_name_and_documents(String extension) {
    HttpResponse<String> name = service.get("/id/regional/carif-iroise/rncp/RNCP8940");
    HttpResponse<String> data =
        service.get("/data/regional/carif-iroise/rncp/RNCP8940." + extension);

    assertThat(name.statusCode()).isEqualTo(303);
    assertThat(name.headers().firstValue("Location")).contains("/doc/vocab/rncp/RNCP8940#regional");
    assertThat(data.statusCode()).isEqualTo(200);
    assertThat(data.body()).contains("apport-1", "apport-2");
    assertThat(service.get("/id/regional/carif-iroise/rome-4/M1805").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rncp.ttl", "rncp.csv", "rncp.ndjson", "rome-4.nt"})
  void dumps_of_national_data_hold_nothing_of_a_region(String dump) {
    String with = service.get("/data/vocab/" + dump).body();
    String without = RunningService.get("/data/vocab/" + dump).body();

    assertThat(with.replace(service.address(), RunningService.address()).equals(without))
        .as(dump)
        .isTrue();
  }

  @Test
  void the_dump_of_the_region_holds_its_collections_and_what_it_adds() {
    Model dump = turtle(service.get("/data/vocab/carif-iroise.ttl").body());

    assertThat(asks(dump, "?c a skos:Collection ; skos:member ?a, ?b FILTER(?a != ?b)")).isTrue();
    assertThat(asks(dump, "?n rdf:value 'IDE de Bretagne'@fr")).isTrue();
  }

  @Test
  void a_collection_of_the_region_is_read_in_every_form() {
    String id = "carif-iroise/sante-en-mer";
    HttpResponse<String> members = service.get("/api/v1/collections/" + id);

    assertThat(texts(members, "$.items[*].code")).containsExactly("RNCP8940", "J1501");
    assertThat(text(members, "$.collection.source.vocab")).isEqualTo("carif-iroise");
    assertThat(texts(members, "$.sources[*].vocab")).containsExactly("rncp", "rome-4");
    assertThat(service.get("/doc/collection/" + id).body())
        .contains("Santé en mer", "Organisme carif-iroise", "/doc/vocab/rome-4/J1501");
    assertThat(service.get("/id/collection/" + id).statusCode()).isEqualTo(303);
    for (String extension : List.of("ttl", "jsonld", "rdf", "nt")) {
      assertThat(service.get("/data/collection/" + id + "." + extension).statusCode())
          .isEqualTo(200);
    }
    assertThat(
            texts(
                service.get("/api/v1/collections?author=carif-iroise&member=rome-4/J1501"),
                "$.items[*].id"))
        .containsExactly(id);
  }

  @ParameterizedTest
  @CsvSource({
    "ide de bretagne, regional_label, IDE de Bretagne",
    "recrute toute l'annee, regional_note, Recrute toute l'année.",
    "recrutte toute l'annee, regional_note, Recrute toute l'année."
  })
  void search_finds_the_concept_by_what_the_region_says_of_it(
      String words, String field, String matched) {
    HttpResponse<String> found = service.get("/api/v1/search?q=" + encoded(words));

    assertThat(text(found, "$.items[0].code")).isEqualTo("RNCP8940");
    assertThat(text(found, "$.items[0].match.field")).isEqualTo(field);
    assertThat(text(found, "$.items[0].match.text")).isEqualTo(matched);
    assertThat(service.get("/recherche?q=" + encoded(words)).body()).contains(matched);
  }

  @Test
  void search_finds_the_collection_beside() {
    HttpResponse<String> found = service.get("/api/v1/search?q=" + encoded("santé mer"));

    assertThat(texts(found, "$.collections[*].id")).containsExactly("carif-iroise/sante-en-mer");
    assertThat(service.get("/recherche?q=" + encoded("santé mer")).body())
        .contains("/doc/collection/carif-iroise/sante-en-mer");
  }

  @Test
  void the_collections_of_its_release_are_a_table_and_lines() {
    String release = text(service.get("/api/v1/vocabs/carif-iroise"), "$.release");
    String address = "/data/vocab/carif-iroise/release/" + release + "/collections.";

    assertThat(service.get(address + "csv").body())
        .contains("carif-iroise/sante-en-mer,Santé en mer,,", ",rome-4,J1501,");
    assertThat(service.get(address + "ndjson").body()).contains("#Collection", "J1501");
  }

  @Test
  void search_finds_the_variant() {
    HttpResponse<String> found = service.get("/api/v1/search?q=" + encoded("infirmier des iles"));

    assertThat(text(found, "$.items[0].code")).isEqualTo("ide-iles");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        NURSE,
        "/doc/vocab/rncp/RNCP8940",
        "/data/vocab/rncp/RNCP8940.ttl",
        "/api/v1/collections?limit=100",
        "/api/v1/search?q=secret",
        "/api/v1/collections/carif-secret/secret-en-mer",
        "/id/collection/carif-secret/secret-en-mer",
        "/data/collection/carif-secret/secret-en-mer.ttl",
        "/doc/collection/carif-secret/secret-en-mer",
        "/id/regional/carif-secret/rncp/RNCP8940",
        "/data/regional/carif-secret/rncp/RNCP8940.ttl",
        "/graphql?query=%7Bcollections%7Bid%7Dconcept(vocab:%22rncp%22,code:%22RNCP8940%22)%7Bregional%7Btext%7D%7D%7D",
        "/data/vocab/carif-secret.ttl",
      })
  void an_edition_without_licence_is_in_none_of_them(String path) {
    String asked = path.toLowerCase(Locale.ROOT);
    String body = service.get(path).body();

    assertThat(body).doesNotContain("Infirmier secret", "Secret en mer", "IDE secret", "secrète");
    if (asked.contains("carif-secret")) {
      assertThat(service.get(path).statusCode()).isEqualTo(404);
    } else {
      assertThat(body).doesNotContain("carif-secret");
    }
  }

  @Test
  void another_edition_of_the_author_does_not_publish_the_same_collection() {
    String key = service.key(Scope.DEPOSIT, "carif-deux").secret();
    String query = "kind=csv&licence=etalab-2.0&dryRun=false";
    String rows = "code;prefLabel;collection\nrome-4/M1805;;Filière\n";
    service.deposit(query, key, "text/csv", rows);

    HttpResponse<String> again =
        service.deposit(query + "&edition=carif-deux-bis", key, "text/csv", rows);

    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(texts(again, "$.errors[*].rule")).containsExactly("duplicate-collection");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rome-4/M1805;;;;;       | foreign-concept
          rome-4/M1805;;;Note.;javascript:alert(1); | link
          local;Local;Nom;;;      | own-concept
          local;Local;;;https://x.example.org; | own-concept
          """)
  void what_is_said_in_the_wrong_place_is_refused(String row, String rule) {
    String key = service.key(Scope.DEPOSIT, "fautif").secret();
    HttpResponse<String> answer =
        service.deposit(
            "kind=csv&licence=etalab-2.0",
            key,
            "text/csv",
            "code;prefLabel;regionalLabel;note;link;collection\n" + row + "\n");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(texts(answer, "$.errors[*].rule")).contains(rule);
  }
}
