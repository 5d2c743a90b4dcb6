package fr.passerelle.catalog.harvest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import fr.passerelle.catalog.profile.HarvestSource;
import fr.passerelle.catalog.studies.CatalogueFixture;
import fr.passerelle.catalog.studies.Studies;
import fr.passerelle.catalog.study.Reader;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.notice.Provenance;
import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.source.Findings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of a catalogue that cannot be read: they cost what cannot be read, and no more. */
class DcatBrokenPagesTest {
  private static final String TURTLE = "text/turtle";
  private static final String RDF_XML = "application/rdf+xml";
  private static final String JSON_LD = "application/ld+json";
  private static final String N_TRIPLES = "application/n-triples";

  private static final String STUDY =
      """
      @prefix dcat: <http://www.w3.org/ns/dcat#> .
      @prefix dct: <http://purl.org/dc/terms/> .
      @prefix foaf: <http://xmlns.com/foaf/0.1/> .
      <https://data.example.org/id/%1$s> a dcat:Dataset ; dct:title "Étude %1$s"@fr ;
        dct:publisher [ a foaf:Agent ; foaf:name "Céreq" ] .
      """;

  private final CatalogueFixture fixture = CatalogueFixture.empty();
  private final Studies studies = fixture.open();
  private final WireMockServer server =
      new WireMockServer(
          WireMockConfiguration.options().dynamicPort().jettyAcceptors(1).bindAddress("127.0.0.1"));

  DcatBrokenPagesTest() {
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
                /* isPrivate= */ true, Duration.ofSeconds(20), /* pages= */ 20, 1 << 20));
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

  private List<String> titles() {
    return studies.catalogue().as(Reader.ANYONE).list().stream().map(Study::title).toList();
  }

  /** A page in one syntax, for who asks for that one first. */
  private void page(String path, String type, String body) {
    server.stubFor(
        get(path)
            .withHeader("Accept", containing(type))
            .willReturn(
                aResponse().withHeader("Content-Type", type + "; charset=utf-8").withBody(body)));
  }

  private String view(String page, String next) {
    return """
    <%1$s/catalog> a <http://www.w3.org/ns/dcat#Catalog> .
    <%1$s%2$s> <http://www.w3.org/ns/hydra/core#next> <%1$s%3$s> .
    """
        .formatted(server.baseUrl(), page, next);
  }

  private static String written(String turtle, Lang lang) {
    Model model = ModelFactory.createDefaultModel();
    RDFParser.fromString(turtle, Lang.TURTLE).parse(model);
    return RDFWriter.source(model).lang(lang).asString();
  }

  @ParameterizedTest(name = "{0} spoilt, {1} sound")
  @CsvSource({
    "text/turtle, application/ld+json",
    "text/turtle, application/rdf+xml",
    "text/turtle, application/n-triples",
    "application/ld+json, application/rdf+xml",
    "application/ld+json, text/turtle",
    "text/html, application/rdf+xml"
  })
  void a_page_that_one_syntax_spoils_is_read_in_another(String spoilt, String sound) {
    String first = view("/catalog", "/catalog?page=2") + STUDY.formatted("1");
    Lang lang =
        switch (sound) {
          case RDF_XML -> Lang.RDFXML;
          case JSON_LD -> Lang.JSONLD;
          case N_TRIPLES -> Lang.NTRIPLES;
          default -> Lang.TURTLE;
        };
    // Least preferred first: what is stubbed last wins.
    server.stubFor(
        get("/catalog")
            .willReturn(
                aResponse().withHeader("Content-Type", spoilt).withBody("<a> <b> { \"c\" ")));
    server.stubFor(
        get("/catalog")
            .withHeader("Accept", equalTo(sound))
            .willReturn(
                aResponse().withHeader("Content-Type", sound).withBody(written(first, lang))));
    page("/catalog?page=2", TURTLE, STUDY.formatted("2"));

    HarvestReport report = harvest();

    assertThat(report.stopped()).isEmpty();
    assertThat(titles()).containsExactlyInAnyOrder("Étude 1", "Étude 2");
    assertThat(report.findings().refused()).isEmpty();
    assertThat(report.findings().repairs())
        .extracting(Findings.Repair::rule)
        .contains("page illisible en %s, relue en %s".formatted(spoilt, sound));
  }

  @Test
  void a_page_that_no_syntax_can_save_costs_its_own_records_only() {
    String head = view("/catalog?page=2", "/catalog?page=3");
    page("/catalog", TURTLE, view("/catalog", "/catalog?page=2") + STUDY.formatted("1"));
    page("/catalog?page=2", TURTLE, head + STUDY.formatted("2"));
    page("/catalog?page=3", TURTLE, STUDY.formatted("3"));
    assertThat(harvest().created()).isEqualTo(3);
    page("/catalog?page=2", TURTLE, head + STUDY.formatted("2").replace("Étude", "É\"tude"));
    page("/catalog?page=3", TURTLE, STUDY.formatted("3") + STUDY.formatted("4"));

    HarvestReport report = harvest();

    assertThat(report.stopped()).isEmpty();
    assertThat(report.created()).isEqualTo(1);
    assertThat(titles()).hasSize(4);
    assertThat(report.gone()).as("nobody knows what the page held").isEmpty();
    assertThat(report.refused()).isEqualTo(1);
    assertThat(report.findings().refused())
        .singleElement()
        .extracting(Fault::toString)
        .asString()
        .matches("(?s)autre:\\d+:\\d+ \\[page\\] page http.*/catalog\\?page=2 illisible .*");
  }

  /** Nothing of JSON-LD is known before its end: the header says which page follows. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/ld+json | </catalog?page=2>; rel=\"next\"",
        "application/ld+json | </catalog>; rel=\"first\", </catalog?page=2>; rel=next",
        "text/turtle         | <?page=2>; title=\"suite\"; rel=\"next\"",
        "text/html           | </catalog?page=2>; rel=\"next\""
      })
  void the_header_says_which_page_follows_where_the_page_cannot(String type, String link) {
    server.stubFor(
        get("/catalog")
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", type)
                    .withHeader("Link", link)
                    .withBody("{\"@graph\": [{")));
    page("/catalog?page=2", TURTLE, STUDY.formatted("2"));

    HarvestReport report = harvest();

    assertThat(report.stopped()).isEmpty();
    assertThat(titles()).containsExactly("Étude 2");
    assertThat(report.findings().refused()).extracting(Fault::rule).containsExactly("page");
  }

  @Test
  void where_nothing_says_which_page_follows_the_harvest_ends() {
    page("/catalog", TURTLE, STUDY.formatted("1") + "<a> <b> ");

    HarvestReport report = harvest();

    assertThat(report.stopped().map(Fault::rule)).hasValue("rdf");
    assertThat(titles()).isEmpty();
  }
}
