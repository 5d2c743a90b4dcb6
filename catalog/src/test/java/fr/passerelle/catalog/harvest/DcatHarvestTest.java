package fr.passerelle.catalog.harvest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import fr.passerelle.catalog.profile.HarvestSource;
import fr.passerelle.catalog.studies.CatalogueFixture;
import fr.passerelle.catalog.studies.Studies;
import fr.passerelle.catalog.study.Reader;
import fr.passerelle.catalog.study.RecordOrigin;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.notice.Provenance;
import fr.passerelle.vocab.source.Findings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DcatHarvestTest {
  private static final String PREFIXES =
      """
      @prefix dcat: <http://www.w3.org/ns/dcat#> .
      @prefix dct: <http://purl.org/dc/terms/> .
      @prefix foaf: <http://xmlns.com/foaf/0.1/> .
      @prefix hydra: <http://www.w3.org/ns/hydra/core#> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      @prefix e: <https://data.example.org/id/> .
      """;

  private static final String STUDY =
      """
      e:%1$s a dcat:Dataset ; dct:identifier "%1$s" ; dct:title "Jobs"@en, "Étude %1$s"@fr ;
        dct:description "<p>Ce que les &eacute;tudes disent.</p>"@fr ;
        dct:type <http://publications.europa.eu/resource/authority/dataset-type/SURVEY> ;
        dct:publisher [ a foaf:Agent ; foaf:name "Céreq" ] ;
        dct:issued "2024-05-02"^^xsd:date ; dct:modified "2025-01-01"^^xsd:date ;
        dct:language <http://publications.europa.eu/resource/authority/language/FRA> ;
        dct:spatial <http://id.insee.fr/geo/region/93> ;
        dcat:keyword "apprentissage"@fr ; dcat:theme [ a skos:Concept ; skos:prefLabel "Les besoins en compétences"@fr ] ;
        dct:temporal [ dcat:startDate "2020"^^xsd:gYear ; dcat:endDate "2023-06"^^xsd:gYearMonth ] ;
        dct:license <https://www.etalab.gouv.fr/licence-ouverte-open-licence> ;
        dcat:landingPage <https://data.example.org/etudes/%1$s> ;
        dcat:distribution [ a dcat:Distribution ; dcat:accessURL <https://data.example.org/%1$s.pdf> ;
          dct:title "Le rapport"@fr ; dcat:byteSize "1234.0"^^xsd:decimal ;
          dcat:mediaType <https://www.iana.org/assignments/media-types/application/pdf> ] .
      """;

  private final CatalogueFixture fixture = CatalogueFixture.empty();
  private final Studies studies = fixture.open();
  private final WireMockServer server =
      new WireMockServer(
          WireMockConfiguration.options().dynamicPort().jettyAcceptors(1).bindAddress("127.0.0.1"));

  DcatHarvestTest() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private HarvestReport harvest() {
    HarvestSource source =
        new HarvestSource(
            "autre",
            HarvestSource.Kind.DCAT,
            server.baseUrl() + "/catalog",
            "",
            "",
            Optional.empty(),
            Map.of(),
            new HarvestSource.Network(
                /* isPrivate= */ true,
                Duration.ofSeconds(20),
                /* pages= */ 20,
                /* bytes= */ 1 << 20));
    return new Harvests(
            fixture.deposits(studies),
            studies,
            fixture.dataSource(),
            Provenance.themes(fixture.vocabularies(), "themes"),
            new OwnAddresses(Set.of("https://ici.example.org")),
            pause -> {},
            CatalogueFixture.CLOCK)
        .run(source, /* whole= */ false);
  }

  private List<Study> all() {
    return studies.catalogue().as(Reader.ANYONE).list();
  }

  private static String rule(HarvestReport report) {
    return report.stopped().map(fault -> fault.rule()).orElse("");
  }

  private void page(String path, String turtle) {
    server.stubFor(get(path).willReturn(answer("text/turtle", PREFIXES + turtle)));
  }

  private static ResponseDefinitionBuilder answer(String type, String body) {
    return aResponse().withHeader("Content-Type", type + "; charset=utf-8").withBody(body);
  }

  private String view(String page, String next) {
    return "<%1$s/catalog> a dcat:Catalog ; hydra:view <%1$s%2$s> . <%1$s%2$s> hydra:next <%1$s%3$s> .\n"
        .formatted(server.baseUrl(), page, next);
  }

  @ParameterizedTest
  @CsvSource({
    "text/turtle, TTL",
    "application/rdf+xml, RDF/XML",
    "application/ld+json, JSON-LD",
    "application/n-triples, N-TRIPLES"
  })
  void a_record_keeps_its_origin_whatever_the_format(String type, String lang) {
    Model model = ModelFactory.createDefaultModel();
    RDFParser.fromString(PREFIXES + STUDY.formatted("1"), Lang.TURTLE).parse(model);
    Lang format =
        switch (lang) {
          case "TTL" -> Lang.TURTLE;
          case "RDF/XML" -> Lang.RDFXML;
          case "JSON-LD" -> Lang.JSONLD;
          default -> Lang.NTRIPLES;
        };
    String text = RDFWriter.source(model).lang(format).asString();
    server.stubFor(get("/catalog").willReturn(answer(type, text)));

    HarvestReport report = harvest();

    assertThat(report.stopped()).isEmpty();
    assertThat(report.findings().refused()).isEmpty();
    Study study = all().getFirst();
    assertThat(study.key()).hasToString("cereq/https://data.example.org/id/1");
    assertThat(study.title()).isEqualTo("Étude 1");
    assertThat(study.content().abstractText()).isEqualTo("Ce que les études disent.");
    assertThat(study.content().kind().id()).isEqualTo("survey");
    assertThat(study.territories()).hasToString("[R93]");
    assertThat(study.themes()).hasToString("[themes/competences]");
    assertThat(study.content().note()).isEqualTo("Mots-clés : apprentissage");
    assertThat(study.content().subjects().period().start()).hasToString("Optional[2020]");
    assertThat(study.content().reading().licence()).isPresent();
    assertThat(study.content().reading().documents())
        .singleElement()
        .extracting(each -> each.mediaType() + " " + each.bytes().orElse(0) + " " + each.title())
        .isEqualTo("application/pdf 1234 Le rapport");
    assertThat(study.origin())
        .isEqualTo(
            new RecordOrigin(
                RecordOrigin.Kind.FEDERATED,
                "autre",
                "https://data.example.org/id/1",
                "https://data.example.org/id/1",
                Optional.of(CatalogueFixture.NOON)));
    assertThat(study.origin().isOurs()).isFalse();
    assertThat(harvest().unchanged()).isEqualTo(1);
    assertThat(studies.catalogue().sequence()).isEqualTo(1);
  }

  @Test
  void pages_are_read_to_the_last_and_what_left_the_catalogue_is_reported_not_erased() {
    page("/catalog", view("/catalog", "/catalog?page=2") + STUDY.formatted("1"));
    page("/catalog?page=2", STUDY.formatted("2") + STUDY.formatted("3"));
    assertThat(harvest().created()).isEqualTo(3);
    page("/catalog?page=2", STUDY.formatted("2"));

    HarvestReport report = harvest();

    assertThat(report.gone()).containsExactly("https://data.example.org/id/3");
    assertThat(all()).hasSize(3);
  }

  @Test
  void vocabularies_of_another_catalogue_are_no_studies() {
    page(
        "/catalog",
        "e:c a dcat:Dataset ; dct:title \"ROME\" ; dct:type"
            + " <http://publications.europa.eu/resource/authority/dataset-type/TAXONOMY> .\n"
            + STUDY.formatted("1"));

    HarvestReport report = harvest();

    assertThat(all()).hasSize(1);
    assertThat(report.findings().repairs()).extracting(Findings.Repair::count).contains(1);
  }

  @Test
  void a_record_that_cannot_be_taken_leaves_the_others() {
    page(
        "/catalog",
        STUDY.formatted("1")
            + STUDY.formatted("2").replace("Céreq", "Personne")
            + STUDY.formatted("3").replace("Étude 3", "<b>Étude</b> 3")
            + "[] a dcat:Dataset ; dct:title \"Sans nom\" .");

    HarvestReport report = harvest();

    assertThat(all()).hasSize(1);
    assertThat(report.findings().refused())
        .extracting(fault -> fault.place() + " " + fault.rule())
        .containsExactlyInAnyOrder(
            "autre:https://data.example.org/id/2:publisher unknown-producer",
            "autre:https://data.example.org/id/3:title markup",
            "autre:_:Sans nom dcat");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html           | <html/>                                        | content-type",
        "application/rdf+xml | <!DOCTYPE a [<!ENTITY x 'y'>]><rdf:RDF/>       | doctype",
        "application/ld+json | {'@context': 'http://127.0.0.1:1/c', '@id': 'a'} | context",
        "text/turtle         | <a> <b> <c                                     | rdf",
        "application/rdf+xml | <rdf:RDF>                                      | xml",
        "text/turtle         | <a> <b> <c> .                                  | dcat",
        "text/turtle         | ''                                             | dcat"
      })
  void an_answer_that_is_no_catalogue_changes_nothing(String type, String body, String rule) {
    server.stubFor(get("/catalog").willReturn(answer(type, body.replace('\'', '"'))));

    HarvestReport report = harvest();

    assertThat(rule(report)).isEqualTo(rule);
    assertThat(all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"itself, loop", "back, loop", "same-records, loop", "endless, endless"})
  void a_catalogue_that_does_not_end_is_left(String kind, String rule) {
    page("/catalog", view("/catalog", "/catalog?page=0") + STUDY.formatted("0"));
    for (int page = 0; page < 30; page++) {
      String next =
          switch (kind) {
            case "itself" -> "/catalog?page=" + page;
            case "back" -> "/catalog";
            default -> "/catalog?page=" + (page + 1);
          };
      String study = STUDY.formatted(kind.equals("endless") ? "x" + page : "0");
      page("/catalog?page=" + page, view("/catalog?page=" + page, next) + study);
    }

    assertThat(rule(harvest())).isEqualTo(rule);
    assertThat(server.getAllServeEvents()).hasSizeLessThan(25);
  }

  private static String rdf(Lang lang, String turtle) {
    Model model = ModelFactory.createDefaultModel();
    RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(model);
    return RDFWriter.source(model).lang(lang).asString();
  }

  /** Nested as CKAN writes it, and flat as rdflib does. */
  @ParameterizedTest
  @CsvSource({"nested, CONTROL", "nested, &", "nested, <b>", "flat, CONTROL", "flat, &"})
  void a_record_that_is_no_xml_is_refused_and_the_others_are_taken(String form, String broken) {
    String turtle =
        view("/catalog", "/catalog?page=2")
            + STUDY.formatted("1")
            + STUDY.formatted("2")
            + STUDY.formatted("3");
    page("/catalog", turtle);
    page("/catalog?page=2", STUDY.formatted("4"));
    harvest();
    RDFFormat format = form.equals("nested") ? RDFFormat.RDFXML_PRETTY : RDFFormat.RDFXML_PLAIN;
    Model model = ModelFactory.createDefaultModel();
    RDFParser.fromString(PREFIXES + turtle.replace("Étude 3", "Autre étude"), Lang.TURTLE)
        .parse(model);
    String text = RDFWriter.source(model).format(format).asString();
    server.stubFor(
        get("/catalog")
            .willReturn(
                answer(
                    "application/rdf+xml",
                    text.replace(
                        "Étude 2<", "Étude 2" + broken.replace("CONTROL", "\u0001") + "<"))));

    HarvestReport report = harvest();

    assertThat(report.stopped()).isEmpty();
    assertThat(report.findings().refused())
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.message()).contains("https://data.example.org/id/2");
          assertThat(fault.place()).matches("autre:\\d+:\\d+");
        });
    assertThat(report.updated()).isEqualTo(1);
    assertThat(report.unchanged()).as("the page that follows is read too").isEqualTo(2);
    assertThat(report.gone()).isEmpty();
    assertThat(all()).hasSize(4);
  }

  @Test
  void a_page_that_is_broken_around_its_records_ends_the_harvest() {
    page("/catalog", view("/catalog", "/catalog?page=2") + STUDY.formatted("1"));
    page("/catalog?page=2", STUDY.formatted("2"));
    harvest();
    String text = rdf(Lang.RDFXML, view("/catalog", "/catalog?page=2") + STUDY.formatted("3"));
    server.stubFor(
        get("/catalog")
            .willReturn(
                answer("application/rdf+xml", text.substring(0, text.indexOf("</rdf:RDF>")))));

    HarvestReport report = harvest();

    assertThat(report.stopped()).isPresent();
    assertThat(report.gone()).isEmpty();
    assertThat(all()).extracting(Study::title).containsExactlyInAnyOrder("Étude 1", "Étude 2");
  }

  @Test
  void a_record_of_ours_that_comes_back_is_no_copy() {
    String ours = "https://ici.example.org/id/study/abcdefghij";
    page(
        "/catalog",
        STUDY.formatted("1").replace("dct:identifier \"1\"", "dct:identifier \"" + ours + "\"")
            + STUDY.formatted("2").replace("e:2 a", "<" + ours + "> a")
            + STUDY
                .formatted("3")
                .replace("a dcat:Dataset", "a dcat:Dataset ; dct:source <" + ours + ">")
            + "[] a dcat:CatalogRecord ; foaf:primaryTopic e:4 ; dct:source <"
            + ours
            + "> .\n"
            + STUDY.formatted("4")
            + STUDY.formatted("5"));

    HarvestReport report = harvest();

    assertThat(report.ours()).isEqualTo(4);
    assertThat(all()).extracting(Study::title).containsExactly("Étude 5");
  }

  @Test
  void a_page_elsewhere_is_looked_at_before_it_is_asked() {
    page(
        "/catalog",
        "<%1$s/catalog> a dcat:Catalog ; hydra:next <file:///etc/passwd> .\n"
                .formatted(server.baseUrl())
            + STUDY.formatted("1"));

    assertThat(rule(harvest())).isEqualTo("url");
    assertThat(all()).hasSize(1);
  }
}
