package fr.passerelle.api.linkeddata.dcat;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.RunningService;
import fr.passerelle.api.linkeddata.shapes.CatalogShapes;
import fr.passerelle.api.linkeddata.shapes.ShapeFinding;
import fr.passerelle.api.linkeddata.shapes.ShapeFinding.Severity;
import fr.passerelle.api.linkeddata.shapes.ShapesReport;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.update.UpdateAction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All that is served, held against the shapes of the house. */
class CatalogShapesTest {
  private static final CatalogShapes SHAPES = CatalogShapes.ours();

  @BeforeAll
  static void files_are_made() {
    Harvest.settle();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "/catalog.ttl",
    "/catalog.rdf",
    "/catalog.jsonld",
    "/catalog.nt",
    "/catalog?limit=3",
    "/catalog/all.ttl",
    "/catalog/all.ttl?limit=7",
    "/catalog/studies.ttl",
    "/catalog/vocabularies.ttl",
    "/catalog/indicators.ttl"
  })
  void every_page_follows_every_shape(String path) {
    ShapesReport report = new ShapesReport(SHAPES);
    Harvest.walk(path).forEach(each -> report.page(each.getGraph()));

    assertThat(report.pages()).isPositive();
    assertThat(report.findings())
        .filteredOn(each -> each.severity() == Severity.VIOLATION)
        .isEmpty();
  }

  /** What the sample does not know of its studies. */
  @Test
  void what_is_only_recommended_and_lacks_is_known() {
    ShapesReport report = new ShapesReport(SHAPES);
    Harvest.walk("/catalog/all.ttl").forEach(each -> report.page(each.getGraph()));

    assertThat(report.rules(Severity.WARNING).keySet().stream().map(each -> each.path()))
        .isSubsetOf("dct:issued", "dcat:distribution", "dcat:endpointDescription");
  }

  /** {@code @D} is a record, {@code @F} one of its files, {@code @C} the catalogue. */
  @ParameterizedTest(name = "{0} breaks {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          DELETE WHERE { @D dct:title ?x }                                         | dct:title
          INSERT DATA { @D dct:title "Un autre"@fr }                               | dct:title
          DELETE WHERE { @D dct:description ?x }                                   | dct:description
          DELETE WHERE { @D dct:identifier ?x }                                    | dct:identifier
          INSERT DATA { @D dct:identifier "un-autre" }                             | dct:identifier
          DELETE { @D dct:identifier ?x } INSERT { @D dct:identifier "x" } WHERE { @D dct:identifier ?x } | ''
          DELETE WHERE { @D dct:publisher ?x }                                     | dct:publisher
          DELETE { ?x a foaf:Agent } WHERE { @D dct:publisher ?x }                 | dct:publisher
          DELETE { ?x foaf:name ?n } WHERE { @D dct:publisher ?x . ?x foaf:name ?n } | foaf:name
          DELETE WHERE { @D dct:license ?x }                                       | dct:license
          DELETE { ?x rdfs:label ?n } WHERE { @D dct:license ?x . ?x rdfs:label ?n } | rdfs:label
          DELETE WHERE { @D dcat:contactPoint ?x }                                 | dcat:contactPoint
          DELETE { ?x vcard:hasEmail ?m } INSERT { ?x vcard:hasEmail <http://a.fr/> } WHERE { @D dcat:contactPoint ?x . ?x vcard:hasEmail ?m } | vcard:hasEmail
          DELETE WHERE { @D dct:accrualPeriodicity ?x }                            | dct:accrualPeriodicity
          DELETE { ?x skos:inScheme ?s } WHERE { @D dct:accrualPeriodicity ?x . ?x skos:inScheme ?s } | dct:accrualPeriodicity
          DELETE { ?x skos:prefLabel ?s } WHERE { @D dct:language ?x . ?x skos:prefLabel ?s } | dct:language
          DELETE { @D dct:issued ?x } INSERT { @D dct:issued "hier" } WHERE { @D dct:issued ?x } | dct:issued
          INSERT DATA { @D dct:modified "2020-01-01"^^xsd:date }                   | dct:modified
          INSERT DATA { @D dct:temporal <http://a.fr/t> }                          | dct:temporal
          INSERT DATA { @D dct:temporal [ a dct:PeriodOfTime ; dcat:startDate "2021"^^xsd:gYear ; dcat:endDate "2020"^^xsd:gYear ] } | dcat:startDate
          INSERT DATA { @D dct:temporal [ a dct:PeriodOfTime ] }                   | ''
          INSERT DATA { @D dct:hasPart <http://a.fr/p> }                           | dct:hasPart
          INSERT DATA { @D a dcat:DatasetSeries }                                  | ''
          INSERT DATA { @D dcat:theme "travail" }                                  | dcat:theme
          DELETE { ?x skos:prefLabel ?s } WHERE { @D dcat:theme ?x . ?x skos:prefLabel ?s } | skos:prefLabel
          DELETE { ?x dcat:bbox ?b } INSERT { ?x dcat:bbox "ici" } WHERE { @D dct:spatial ?x . ?x dcat:bbox ?b } | dcat:bbox
          DELETE WHERE { @F dcat:accessURL ?x }                                    | dcat:accessURL
          INSERT DATA { @F dcat:accessService <http://a.fr/s> }                    | dcat:accessService
          DELETE WHERE { @F dct:description ?x }                                   | dct:description
          DELETE { @F dcat:byteSize ?x } INSERT { @F dcat:byteSize "12.0" } WHERE { @F dcat:byteSize ?x } | dcat:byteSize
          DELETE { ?x spdx:algorithm ?a } WHERE { @F spdx:checksum ?x . ?x spdx:algorithm ?a } | spdx:algorithm
          DELETE { ?x spdx:checksumValue ?a } INSERT { ?x spdx:checksumValue "abc" } WHERE { @F spdx:checksum ?x . ?x spdx:checksumValue ?a } | spdx:checksumValue
          DELETE { @F dct:format ?x } INSERT { @F dct:format "CSV" } WHERE { @F dct:format ?x } | dct:format
          DELETE WHERE { ?r foaf:primaryTopic @D }                                 | foaf:primaryTopic
          DELETE WHERE { @C hydra:totalItems ?x }                                  | hydra:totalItems
          INSERT DATA { @C hydra:view <http://a.fr/v> }                            | hydra:view
          DELETE WHERE { @C dcat:themeTaxonomy ?x }                                | dcat:themeTaxonomy
          """)
  void a_page_that_breaks_a_shape_is_refused_by_it(String update, String path) {
    String record = RunningService.address() + "/id/dataset/vocab/themes";
    String catalog = RunningService.address() + "/catalog/vocabularies";
    Model page = Harvest.read(Harvest.get("/catalog/vocabularies.ttl"));
    Model broken = ModelFactory.createDefaultModel().add(page);
    UpdateAction.parseExecute(
        prefixes()
            + update
                .replace("@D", "<" + record + ">")
                .replace("@F", "<" + record + "#themes.csv>")
                .replace("@C", "<" + catalog + ">"),
        broken);

    assertThat(broken.isIsomorphicWith(page)).isFalse();
    List<ShapeFinding> findings =
        SHAPES.check(broken.getGraph()).stream()
            .filter(each -> each.severity() == Severity.VIOLATION)
            .toList();
    assertThat(findings).extracting(ShapeFinding::path).contains(path);
    assertThat(findings)
        .filteredOn(each -> each.path().equals(path))
        .allSatisfy(each -> {
          assertThat(each.owners()).isNotEmpty();
          assertThat(each.message()).isNotBlank();
          assertThat(each.rule().shape()).startsWith("dcat-ap.ttl#");
          assertThat(each.rule().advice()).isNotBlank();
        });
    assertThat(findings.stream().flatMap(each -> each.owners().stream()).toList())
        .containsAnyOf(record, catalog);
  }

  private static String prefixes() {
    return Term.PREFIXES.entrySet().stream()
        .map(each -> "PREFIX %s: <%s>%n".formatted(each.getKey(), each.getValue()))
        .collect(Collectors.joining());
  }
}
