package fr.passerelle.api.linkeddata.territory;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import fr.passerelle.api.RunningService;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Territories by their persistent names, over those that come with the product. */
class TerritoryDataTest {
  private static final String GEO = "http://www.opengis.net/ont/geosparql#";
  private static final String IGEO = "http://rdf.insee.fr/def/geo#";

  private static Model read(String path) {
    HttpResponse<String> answer = RunningService.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    String type = answer.headers().firstValue("Content-Type").orElseThrow();
    Model model = ModelFactory.createDefaultModel();
    RDFDataMgr.read(
        model,
        new StringReader(answer.body()),
        RunningService.address() + path,
        RDFLanguages.contentTypeToLang(type.substring(0, type.indexOf(';'))));
    return model;
  }

  private static Resource named(Model model, String notation) {
    return model.listSubjectsWithProperty(SKOS.notation, notation).next();
  }

  private static List<String> places(Resource of, String property) {
    return of.listProperties(ResourceFactory.createProperty(property)).toList().stream()
        .map(each -> each.getResource().getURI())
        .map(uri -> uri.substring(uri.lastIndexOf('/') + 1))
        .toList();
  }

  @ParameterizedTest(name = "{0} for {1} > {2}")
  @CsvSource({
    "/id/territory/D13, text/turtle, /data/territory/D13.ttl",
    "/id/territory/D13, application/ld+json, /data/territory/D13.jsonld",
    "/id/territory/D13, text/html, /data/territory/D13.ttl",
    "/id/territory/COM-13055, application/rdf+xml, /data/territory/COM-13055.rdf",
    "/id/zoning/EPCI, application/n-triples, /data/zoning/EPCI.nt",
  })
  void a_name_leads_to_its_document(String name, String accept, String document) {
    HttpResponse<String> answer = RunningService.get(name, "Accept", accept);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).hasValue(document);
    assertThat(read(document).isEmpty()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"ttl", "jsonld", "rdf", "nt"})
  void every_syntax_says_the_same(String extension) {
    assertThat(
            read("/data/territory/EPCI-200054807." + extension)
                .difference(read("/data/territory/EPCI-200054807.ttl"))
                .listStatements()
                .filterDrop(each -> each.getSubject().getURI().contains("/data/"))
                .toList())
        .isEmpty();
  }

  @Test
  void what_holds_a_territory_and_what_it_holds_is_told_by_their_names() {
    Resource department = named(read("/data/territory/D13.ttl"), "D13");
    assertThat(places(department, GEO + "sfWithin")).contains("R93", "FRANCE");
    assertThat(places(department, IGEO + "subdivisionDe"))
        .contains("R93", "FRANCE")
        .doesNotContain("FRANCE_METRO");
    assertThat(places(department, GEO + "sfContains")).contains("COM-13055").hasSize(119);
    assertThat(
            department.getProperty(ResourceFactory.createProperty(IGEO, "codeINSEE")).getString())
        .isEqualTo("13");
    // A metropolis that lies over three departments overlaps each, and is within none.
    Resource metropolis = named(read("/data/territory/EPCI-200054807.ttl"), "EPCI-200054807");
    assertThat(places(metropolis, GEO + "sfOverlaps")).contains("D13", "D83", "D84");
    assertThat(places(metropolis, GEO + "sfWithin")).contains("R93").doesNotContain("D13");
    String france = named(read("/data/territory/FRANCE.ttl"), "FRANCE").getURI();
    assertThat(RunningService.get(URI.create(france).getPath()).statusCode()).isEqualTo(303);
  }

  @Test
  void a_document_says_who_says_it_under_which_licence() {
    Model model = read("/data/territory/COM-13055.ttl");
    assertThat(model.listObjectsOfProperty(DCTerms.license).toList())
        .extracting(RDFNode::toString)
        .singleElement()
        .asString()
        .startsWith("http");
    assertThat(model.listObjectsOfProperty(DCTerms.bibliographicCitation).toList()).hasSize(1);
    assertThat(RunningService.get("/data/territory/COM-13055.ttl").headers().firstValue("Link"))
        .hasValueSatisfying(
            link -> assertThat(link).contains("rel=\"license\"", "rel=\"canonical\""));
  }

  @Test
  void a_zoning_is_a_scheme_of_its_zones() {
    Model model = read("/data/zoning/REG.ttl");
    assertThat(model.listSubjectsWithProperty(SKOS.inScheme).toList()).hasSize(18);
    assertThat(named(model, "R93").getProperty(SKOS.prefLabel).getString())
        .isEqualTo("Provence-Alpes-Côte d'Azur");
  }

  @Test
  void a_perimeter_is_a_collection_of_communes() {
    String made =
        RunningService.send(
                "POST",
                "/api/v1/perimeters",
                "{\"members\":[\"COM-13055\",\"COM-83137\"]}",
                "Content-Type",
                "application/json")
            .body();
    String id = JsonPath.read(made, "$.id");
    assertThat(RunningService.get("/id/perimeter/" + id).headers().firstValue("Location"))
        .hasValue("/data/perimeter/" + id + ".ttl");
    Model model = read("/data/perimeter/" + id + ".ttl");
    String hash = JsonPath.read(made, "$.hash");
    Resource perimeter = model.listSubjectsWithProperty(DCTerms.identifier, hash).next();
    assertThat(places(perimeter, SKOS.member.getURI()))
        .containsExactlyInAnyOrder("COM-13055", "COM-83137");
    assertThat(perimeter.getProperty(DCTerms.valid).getString()).isEqualTo("2024");
  }

  @Test
  void the_places_of_a_cube_are_named_and_their_names_resolve() {
    Model cube =
        read("/api/v1/indicators/defm-abc/values?territory=R44,FRANCE_DE_PROVINCE&format=cube");
    List<Resource> places = cube.listSubjectsWithProperty(SKOS.notation).toList();
    assertThat(places).hasSize(2);
    for (Resource each : places) {
      String path = URI.create(each.getURI()).getPath();
      assertThat(RunningService.get(path).statusCode()).as(path).isEqualTo(303);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/id/territory/D999, 404",
    "/data/territory/D13.pdf, 404",
    "/id/zoning/ZONE, 404",
    "/id/perimeter/0123456789abcdef, 404",
    "/data/territory/D13, 404"
  })
  void what_is_not_there_is_said(String path, int status) {
    assertThat(RunningService.get(path).statusCode()).isEqualTo(status);
  }
}
