package fr.passerelle.api.linkeddata.dcat;

import static fr.passerelle.api.linkeddata.dcat.Harvest.property;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import fr.passerelle.api.RunningService;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Indicators in the catalogue, as a portal reads them. */
class IndicatorDatasetsTest {
  private static final String BASE = "/id/dataset/indicator/";

  private static Model indicators() {
    return Harvest.read(Harvest.get("/catalog/indicators.ttl"));
  }

  private static Resource dataset(Model page, String indicator) {
    return page.getResource(RunningService.address() + BASE + indicator);
  }

  @ParameterizedTest(name = "each {0} has {2} to {3} {1}")
  @CsvSource({
    "dcat:Dataset, dct:title, 1, 1",
    "dcat:Dataset, dct:description, 1, 1",
    "dcat:Dataset, dct:identifier, 1, 1",
    "dcat:Dataset, dct:publisher, 1, 1",
    "dcat:Dataset, dct:creator, 1, 9",
    "dcat:Dataset, dct:license, 1, 1",
    "dcat:Dataset, dcat:contactPoint, 1, 1",
    "dcat:Dataset, dct:accrualPeriodicity, 1, 1",
    "dcat:Dataset, dct:bibliographicCitation, 1, 1",
    "dcat:Dataset, dct:issued, 1, 1",
    "dcat:Dataset, dct:modified, 1, 1",
    "dcat:Dataset, dct:accessRights, 1, 1",
    "dcat:Dataset, dct:spatial, 1, 9",
    "dcat:Dataset, dct:temporal, 0, 1",
    "dcat:Dataset, dcat:theme, 2, 9",
    "dcat:Dataset, dcat:keyword, 3, 9",
    "dcat:Dataset, dcat:distribution, 6, 99",
    "dcat:Dataset, stat:dimension, 2, 9",
    "dcat:Dataset, stat:attribute, 4, 4",
    "dcat:Dataset, stat:statUnitMeasure, 1, 1",
    "dcat:Distribution, dct:title, 1, 1",
    "dcat:Distribution, dct:description, 1, 1",
    "dcat:Distribution, dcat:accessURL, 1, 1",
    "dcat:Distribution, dct:format, 1, 1",
    "dcat:Distribution, dcat:mediaType, 1, 1",
    "dcat:Distribution, dct:license, 1, 1",
  })
  void each_has_what_portals_ask(String type, String property, int least, int most) {
    List<Resource> all = Harvest.list(indicators(), type);

    assertThat(all).isNotEmpty();
    assertThat(all)
        .allSatisfy(each ->
            assertThat(each.listProperties(property(property)).toList())
                .hasSizeBetween(least, most));
  }

  @Test
  void every_indicator_that_has_figures_is_in_it_and_no_other() {
    Model page = indicators();
    String all = RunningService.get("/api/v1/indicators?limit=100").body();
    List<String> named = JsonPath.read(all, "$.items[?(@.dataset != null)].dataset");

    assertThat(named).hasSizeGreaterThan(20);
    assertThat(Harvest.list(page, "dcat:Dataset").stream().map(Resource::getURI))
        .containsExactlyInAnyOrderElementsOf(named);
  }

  @Test
  void a_record_says_what_the_figures_are() {
    Model page = indicators();
    Resource apprentices = dataset(page, "apprentis");

    assertThat(apprentices.getProperty(property("dct:title")).getString())
        .isEqualTo("Apprentis (échantillon)");
    assertThat(
            apprentices
                .getPropertyResourceValue(property("dct:license"))
                .getProperty(RDFS.label)
                .getString())
        .isEqualTo("Licence Ouverte / Open Licence version 2.0");
    assertThat(
            apprentices
                .getPropertyResourceValue(property("stat:statUnitMeasure"))
                .getProperty(property("skos:prefLabel"))
                .getString())
        .isEqualTo("personnes");
    Resource period = apprentices.getPropertyResourceValue(property("dct:temporal"));
    assertThat(period.isAnon()).isTrue();
    assertThat(period.getProperty(property("dcat:startDate")).getString()).isEqualTo("2014-09-01");
    assertThat(apprentices.listProperties(property("dct:spatial")).toList())
        .extracting(each -> each.getResource().getURI())
        .contains("http://id.insee.fr/geo/region/44");
    assertThat(apprentices.getProperty(property("stat:numSeries")).getInt()).isGreaterThan(4);
    assertThat(apprentices.listProperties(property("stat:dimension")).toList())
        .extracting(each -> each.getResource().getProperty(RDFS.label).getString())
        .contains("Territoire", "Période", "categorie");
    assertThat(page.listSubjectsWithProperty(RDF.type, (RDFNode) null).toList())
        .filteredOn(each -> each.hasProperty(RDF.type, Harvest.resource("qb:DimensionProperty")))
        .allMatch(each -> each.hasProperty(RDFS.label));
  }

  @Test
  void each_form_can_be_had_and_is_of_the_type_it_says() {
    Model page = indicators();
    List<RDFNode> forms =
        dataset(page, "lyceens").listProperties(property("dcat:distribution")).toList().stream()
            .map(each -> each.getObject())
            .toList();

    assertThat(forms).hasSizeGreaterThanOrEqualTo(6);
    assertThat(forms)
        .allSatisfy(each -> {
          Resource form = each.asResource();
          URI url =
              URI.create(form.getPropertyResourceValue(property("dcat:downloadURL")).getURI());
          HttpResponse<String> answer =
              RunningService.get(url.getRawPath() + "?" + url.getRawQuery());
          assertThat(answer.statusCode()).isEqualTo(200);
          if (!form.getURI().endsWith("xlsx")) {
            assertThat(answer.body()).contains("207427");
          }
        });
  }

  @Test
  void its_name_leads_to_its_description_and_to_the_indicator() {
    HttpResponse<String> data =
        RunningService.get(BASE + "defm-abc", "Accept", "application/rdf+xml");
    assertThat(data.statusCode()).isEqualTo(303);
    assertThat(data.headers().firstValue("Location"))
        .hasValue("/data/dataset/indicator/defm-abc.rdf");
    HttpResponse<String> page = RunningService.get(BASE + "defm-abc", "Accept", "text/html");
    assertThat(page.headers().firstValue("Location"))
        .hasValue(RunningService.address() + "/api/v1/indicators/defm-abc");
    Model described = Harvest.read(Harvest.get("/data/dataset/indicator/defm-abc.jsonld"));
    assertThat(dataset(described, "defm-abc").hasProperty(property("dct:title"))).isTrue();
  }

  @Test
  void they_are_in_what_portals_take_and_in_the_repository() {
    assertThat(
            Harvest.walk("/catalog.ttl").stream()
                .anyMatch(each -> dataset(each, "lyceens").hasProperty(property("dct:title"))))
        .isTrue();
    // What was made by a rule is shown here, and given to no portal.
    assertThat(dataset(indicators(), "competences-demandees").hasProperty(property("dct:type")))
        .isTrue();
    assertThat(Harvest.walk("/catalog.ttl"))
        .noneMatch(
            each -> dataset(each, "competences-demandees").hasProperty(property("dct:type")));
    assertThat(
            RunningService.get("/oai?verb=ListRecords&metadataPrefix=dcat_ap&set=indicator").body())
        .contains(BASE + "lyceens")
        .doesNotContain("/id/dataset/vocab/");
  }
}
