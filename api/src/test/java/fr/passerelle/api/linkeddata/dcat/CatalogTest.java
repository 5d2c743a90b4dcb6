package fr.passerelle.api.linkeddata.dcat;

import static fr.passerelle.api.linkeddata.dcat.Harvest.property;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.RunningService;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.rdf.model.Literal;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {
  @BeforeAll
  static void files_are_made() {
    Harvest.settle();
  }

  @ParameterizedTest(name = "{0} is {1}, the address of {2}")
  @CsvSource({
    "/catalog, text/turtle, /catalog.ttl",
    "/catalog.ttl, text/turtle, /catalog.ttl",
    "/catalog.rdf, application/rdf+xml, /catalog.rdf",
    "/catalog.xml, application/rdf+xml, /catalog.rdf",
    "/catalog.jsonld, application/ld+json, /catalog.jsonld",
    "/catalog.nt, application/n-triples, /catalog.nt",
    "/catalog/vocabularies, text/turtle, /catalog/vocabularies.ttl",
    "/catalog/all.jsonld, application/ld+json, /catalog/all.jsonld",
    "/catalog/studies.rdf, application/rdf+xml, /catalog/studies.rdf",
    "/catalog/indicators.nt, application/n-triples, /catalog/indicators.nt"
  })
  void GET_and_HEAD_answer_the_same_and_never_redirect(String path, String type, String location) {
    HttpResponse<String> get = RunningService.get(path);
    HttpResponse<String> head = RunningService.send("HEAD", path, "");

    assertThat(get.statusCode()).isEqualTo(200);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(stable(head)).isEqualTo(stable(get));
    assertThat(get.headers().firstValue("Content-Type")).hasValue(type + "; charset=utf-8");
    assertThat(get.headers().firstValue("Content-Location")).hasValue(location);
    assertThat(get.headers().firstValue("Vary").orElseThrow()).contains("Accept");
    assertThat(get.headers().firstValue("ETag").orElseThrow()).startsWith("\"");
    assertThat(Harvest.read(get).isEmpty()).isFalse();
  }

  private static Map<String, List<String>> stable(HttpResponse<String> answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    headers.remove("connection");
    return headers;
  }

  @ParameterizedTest(name = "{0} > {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/rdf+xml                     | application/rdf+xml
          application/ld+json                     | application/ld+json
          text/turtle;q=0.5,application/n-triples | application/n-triples
          text/html,application/xml;q=0.9,*/*;q=0.8 | text/turtle
          """)
  void the_catalogue_is_negotiated(String accept, String type) {
    assertThat(
            RunningService.get("/catalog", "Accept", accept).headers().firstValue("Content-Type"))
        .hasValue(type + "; charset=utf-8");
  }

  @Test
  void who_has_it_already_gets_a_304() {
    String etag = RunningService.get("/catalog.ttl").headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = RunningService.get("/catalog.ttl", "If-None-Match", etag);

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void all_syntaxes_say_the_same_of_the_records() {
    List<Model> models =
        List.of("ttl", "rdf", "xml", "jsonld", "nt").stream()
            .map(each -> Harvest.read(Harvest.get("/catalog." + each)))
            .map(CatalogTest::withoutView)
            .toList();

    assertThat(models.getFirst().size()).isGreaterThan(1_000);
    assertThat(models).allMatch(each -> each.isIsomorphicWith(models.getFirst()));
  }

  /** SKOS, condition S14. */
  @Test
  void a_concept_has_one_preferred_label_in_a_language() {
    Model page = Harvest.read(Harvest.get("/catalog.ttl"));
    List<String> named =
        page.listStatements(null, SKOS.prefLabel, (RDFNode) null).toList().stream()
            .map(each -> each.getSubject() + "@" + each.getLanguage())
            .toList();

    assertThat(named).hasSizeGreaterThan(5).doesNotHaveDuplicates();
  }

  /** Each syntax has pages of its own. */
  private static Model withoutView(Model page) {
    Resource view = Harvest.only(page, "hydra:PartialCollectionView");
    view.removeProperties();
    page.removeAll(null, property("hydra:view"), view);
    return page;
  }

  @ParameterizedTest(name = "{0} by {1}")
  @CsvSource({
    "/catalog.ttl, 1",
    "/catalog.rdf, 3",
    "/catalog.jsonld, 7",
    "/catalog.nt, 100",
    "/catalog, 4",
    "/catalog/all.ttl, 9"
  })
  void a_harvester_sees_each_record_once_and_the_services_at_the_end(String path, int limit) {
    List<Model> pages = Harvest.walk(path + "?limit=" + limit);
    int whole =
        Harvest.walk(path).stream()
            .mapToInt(each -> Harvest.list(each, "dcat:Dataset").size())
            .sum();
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      Model page = pages.get(i);
      boolean isLast = i == pages.size() - 1;
      List<Resource> datasets = Harvest.list(page, "dcat:Dataset");
      datasets.forEach(each -> seen.add(each.getURI()));
      assertThat(datasets).hasSizeLessThanOrEqualTo(limit).isNotEmpty();
      assertThat(Harvest.list(page, "dcat:DataService")).hasSize(isLast ? 6 : 0);
      Resource catalog = Harvest.only(page, "dcat:Catalog");
      assertThat(catalog.listProperties(property("dcat:dataset")).toList()).hasSameSizeAs(datasets);
      assertThat(catalog.getProperty(property("hydra:totalItems")).getInt()).isEqualTo(whole);
    }

    assertThat(seen)
        .doesNotHaveDuplicates()
        .contains(RunningService.address() + "/id/dataset/vocab/rome-4")
        .hasSize(whole);
  }

  @Test
  void a_view_has_absolute_links_that_lead_back_and_no_next_at_the_end() {
    List<Model> pages = Harvest.walk("/catalog.ttl?limit=3");
    Resource first = Harvest.only(pages.getFirst(), "hydra:PartialCollectionView");
    Resource second = Harvest.only(pages.get(1), "hydra:PartialCollectionView");
    Resource last = Harvest.only(pages.getLast(), "hydra:PartialCollectionView");

    assertThat(first.getProperty(property("hydra:first")).getObject()).isEqualTo(first);
    assertThat(first.getProperty(property("hydra:last")).getObject()).isEqualTo(last);
    assertThat(first.hasProperty(property("hydra:previous"))).isFalse();
    assertThat(first.getProperty(property("hydra:next")).getObject()).isEqualTo(second);
    assertThat(second.getProperty(property("hydra:previous")).getObject()).isEqualTo(first);
    assertThat(last.hasProperty(property("hydra:next"))).isFalse();
    assertThat(first.getURI()).startsWith(RunningService.address() + "/catalog.ttl?");
    // What piveau asks where it finds a PagedCollection.
    assertThat(first.getProperty(property("hydra:nextPage")).getObject()).isEqualTo(second);
    assertThat(first.getProperty(property("hydra:totalItems")).getInt()).isPositive();
  }

  /** Mandatory and recommended properties of DCAT-AP 3.0.1, with their cardinalities here. */
  @ParameterizedTest(name = "{0} has {2} to {3} {1}")
  @CsvSource({
    "dcat:Catalog, dct:title, 1, 1",
    "dcat:Catalog, dct:description, 1, 1",
    "dcat:Catalog, dct:publisher, 1, 1",
    "dcat:Catalog, dct:license, 1, 1",
    "dcat:Catalog, dcat:themeTaxonomy, 1, 1",
    "dcat:Dataset, dct:title, 1, 1",
    "dcat:Dataset, dct:description, 1, 1",
    "dcat:Dataset, dct:identifier, 1, 1",
    "dcat:Dataset, dct:publisher, 1, 1",
    "dcat:Dataset, dct:license, 1, 1",
    "dcat:Dataset, dcat:contactPoint, 1, 1",
    "dcat:Dataset, dct:accrualPeriodicity, 1, 1",
    "dcat:Dataset, dct:issued, 1, 1",
    "dcat:Dataset, dct:modified, 1, 1",
    "dcat:Dataset, dct:accessRights, 1, 1",
    "dcat:Dataset, dct:spatial, 1, 9",
    "dcat:Dataset, dcat:theme, 1, 9",
    "dcat:Dataset, dcat:keyword, 1, 9",
    "dcat:Dataset, dcat:distribution, 6, 99",
    "dcat:Dataset, dcat:version, 1, 1",
    "dcat:Distribution, dct:title, 1, 1",
    "dcat:Distribution, dct:description, 1, 1",
    "dcat:Distribution, dcat:accessURL, 1, 1",
    "dcat:Distribution, dcat:downloadURL, 1, 1",
    "dcat:Distribution, dct:format, 1, 1",
    "dcat:Distribution, dct:license, 1, 1",
    "dcat:Distribution, dcatap:availability, 1, 1",
    "dcat:Distribution, dcat:byteSize, 1, 1",
    "dcat:Distribution, spdx:checksum, 1, 1",
    "dcat:DataService, dct:title, 1, 1",
    "dcat:DataService, dct:identifier, 1, 1",
    "dcat:DataService, dcat:endpointURL, 1, 1",
    "dcat:DataService, dct:license, 1, 1",
    "spdx:Checksum, spdx:algorithm, 1, 1",
    "spdx:Checksum, spdx:checksumValue, 1, 1",
    "foaf:Agent, foaf:name, 1, 1",
    "vcard:Kind, vcard:hasEmail, 1, 1",
    "dct:Location, dcat:bbox, 1, 1",
    "dct:LicenseDocument, rdfs:label, 1, 1"
  })
  void each_thing_has_what_portals_ask(String type, String property, int least, int most) {
    List<Resource> all = Harvest.list(Harvest.read(Harvest.get("/catalog/vocabularies.ttl")), type);

    assertThat(all).isNotEmpty();
    assertThat(all)
        .allSatisfy(each ->
            assertThat(each.listProperties(property(property)).toList())
                .hasSizeBetween(least, most));
  }

  @Test
  void every_node_pointed_at_in_the_tables_of_the_EU_or_IANA_is_typed_and_labelled_here() {
    Model page = Harvest.read(Harvest.get("/catalog/vocabularies.ttl"));
    List<RDFNode> cited =
        page.listObjects().toList().stream()
            .filter(RDFNode::isURIResource)
            .filter(each ->
                each.toString().matches("http://publications\\.europa\\.eu/.*|.*iana\\.org/.*"))
            .toList();

    assertThat(cited).hasSizeGreaterThan(10);
    assertThat(cited)
        .allSatisfy(each -> {
          assertThat(each.asResource().hasProperty(RDF.type)).isTrue();
          assertThat(
                  each.asResource().hasProperty(SKOS.prefLabel)
                      || each.asResource().hasProperty(RDFS.label)
                      || each.asResource().hasProperty(DCTerms.title))
              .isTrue();
        });
  }

  @Test
  void identifiers_are_IRIs_dates_have_come_and_addresses_are_encoded() {
    Model page = Harvest.read(Harvest.get("/catalog/vocabularies.ttl"));

    assertThat(Harvest.list(page, "dcat:Dataset"))
        .allMatch(each -> each.getProperty(DCTerms.identifier).getString().equals(each.getURI()));
    assertThat(page.listObjects().toList())
        .filteredOn(each -> each.isLiteral() && isDate(each.asLiteral()))
        .allMatch(each ->
            !LocalDate.parse(each.asLiteral().getString()).isAfter(LocalDate.now(ZoneOffset.UTC)));
    assertThat(page.listObjects().toList())
        .filteredOn(RDFNode::isURIResource)
        .allMatch(each -> URI.create(each.toString()).isAbsolute());
    // udata would take its checksum for bytes, and fail.
    assertThat(page.listObjectsOfProperty(property("spdx:algorithm")).toList())
        .containsExactly(Harvest.resource("spdx:checksumAlgorithm_sha512"));
    assertThat(page.listObjectsOfProperty(property("dcat:byteSize")).toList())
        .allMatch(each -> each.asLiteral().getLong() > 0);
  }

  private static boolean isDate(Literal literal) {
    return literal.getDatatypeURI().endsWith("#date");
  }

  @Test
  void a_file_is_what_the_catalogue_says_of_it() throws Exception {
    Model page = Harvest.read(Harvest.get("/catalog/vocabularies.ttl"));
    Resource file =
        page.getResource(RunningService.address() + "/id/dataset/vocab/themes#themes.csv");
    byte[] bytes =
        RunningService.get("/data/vocab/themes.csv")
            .body()
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    byte[] digest = java.security.MessageDigest.getInstance("SHA-512").digest(bytes);

    assertThat(file.getProperty(property("dcat:byteSize")).getLong()).isEqualTo(bytes.length);
    assertThat(
            file.getProperty(property("spdx:checksum"))
                .getResource()
                .getProperty(property("spdx:checksumValue"))
                .getLiteral()
                .getLexicalForm())
        .isEqualTo(java.util.HexFormat.of().formatHex(digest));
    assertThat(file.getProperty(property("dct:license")).getResource().getProperty(RDFS.label))
        .extracting(each -> each.getString())
        .isEqualTo("Licence Ouverte / Open Licence version 2.0");
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /catalog.ttl?cursor=AAAA             | 400 | bad-cursor
          /catalog.ttl?cursor=                 | 400 | bad-cursor
          /catalog.ttl?limit=0                 | 400 | bad-parameter
          /catalog.ttl?limit=101               | 400 | bad-parameter
          /catalog.ttl?limit=dix               | 400 | bad-parameter
          /catalog.ttl?modified_since=hier     | 400 | bad-parameter
          /catalog.ttl?modified_since=2026-01-01&modified_since=2026-01-02 | 400 | bad-parameter
          /catalog.ttl?modified-since=2026-01-01 | 400 | unknown-parameter
          /catalog.ttl?page=2                  | 400 | unknown-parameter
          /catalog.pdf                         | 404 | not-found
          /catalog/etudes                      | 404 | not-found
          /catalog/studies.pdf                 | 404 | not-found
          /id/dataset/vocab/rien               | 404 | not-found
          /data/dataset/vocab/rome-4.pdf       | 404 | not-found
          /data/service/rien.ttl               | 404 | not-found
          """)
  void what_cannot_be_answered_is_said_clearly(String path, int status, String problem) {
    HttpResponse<String> answer = RunningService.get(path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains("/problems/" + problem);
  }

  @Test
  void a_cursor_is_good_for_its_own_list_only() {
    Resource view =
        Harvest.only(
            Harvest.read(Harvest.get("/catalog.ttl?limit=3")), "hydra:PartialCollectionView");
    String next = Harvest.path(view, "hydra:next");

    assertThat(RunningService.get(next).statusCode()).isEqualTo(200);
    assertThat(RunningService.get(next.replace(".ttl", ".rdf")).statusCode()).isEqualTo(200);
    assertThat(RunningService.get(next.replace("/catalog", "/catalog/all")).statusCode())
        .isEqualTo(400);
  }

  @Test
  void what_changed_before_is_left_out() {
    Model none = Harvest.read(Harvest.get("/catalog.ttl?modified_since=2999-01-01"));
    Model all = Harvest.read(Harvest.get("/catalog.ttl?modified_since=2018-01-01T00:00:00Z"));

    assertThat(Harvest.list(none, "dcat:Dataset")).isEmpty();
    assertThat(
            Harvest.only(none, "dcat:Catalog").getProperty(property("hydra:totalItems")).getInt())
        .isZero();
    assertThat(Harvest.list(all, "dcat:Dataset"))
        .hasSameSizeAs(Harvest.list(Harvest.read(Harvest.get("/catalog.ttl")), "dcat:Dataset"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"dataset/vocab/rome-4", "dataset/vocab/themes", "service/rest", "service/graphql"})
  void a_name_redirects_to_its_document(String name) {
    HttpResponse<String> id = RunningService.get("/id/" + name, "Accept", "text/turtle");
    HttpResponse<String> page = RunningService.get("/id/" + name);
    HttpResponse<String> data = RunningService.get("/data/" + name + ".ttl");

    assertThat(id.statusCode()).isEqualTo(303);
    assertThat(id.headers().firstValue("Location")).hasValue("/data/" + name + ".ttl");
    assertThat(page.headers().firstValue("Location").orElseThrow())
        .startsWith(RunningService.address() + "/");
    assertThat(
            Harvest.read(data)
                .getResource(RunningService.address() + "/id/" + name)
                .hasProperty(DCTerms.title))
        .isTrue();
  }

  @Test
  void no_record_points_at_a_service_of_its_page() {
    Model page = Harvest.read(Harvest.get("/catalog.ttl"));

    assertThat(page.listObjectsOfProperty(property("dcat:accessService")).toList()).isEmpty();
    assertThat(page.listObjectsOfProperty(property("dcat:servesDataset")).toList())
        .allMatch(each -> each.asResource().hasProperty(DCTerms.identifier));
  }
}
