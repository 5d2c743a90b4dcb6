package fr.passerelle.api.linkeddata.dcat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where udata and CKAN look for each fact, as found by running their own readers on these pages
 * (decision 17): nothing that they look for may lack.
 */
class PortalReadingTest {
  private static final List<String> SYNTAXES = List.of("ttl", "rdf", "jsonld");

  @BeforeAll
  static void files_are_made() {
    Harvest.settle();
  }

  /** All records of the catalogue, as a walk of its pages in that syntax brings them. */
  private static Model all(String syntax) {
    Model all = ModelFactory.createDefaultModel();
    Harvest.walk("/catalog." + syntax + "?limit=7").forEach(all::add);
    return all;
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          udata, CKAN | key of a record          | dcat:Dataset      | dct:identifier                 | STR(?v) = STR(?x)
          udata, CKAN | title                    | dcat:Dataset      | dct:title                      | LANG(?v) = 'fr'
          udata, CKAN | description              | dcat:Dataset      | dct:description                | STRLEN(?v) > 10
          udata       | frequency, by its IRI    | dcat:Dataset      | dct:accrualPeriodicity         | STRSTARTS(STR(?v), 'http://publications.europa.eu/resource/authority/frequency/')
          CKAN        | frequency, by its label  | dcat:Dataset      | dct:accrualPeriodicity/rdfs:label | isLiteral(?v)
          udata       | licence, by its label    | dcat:Dataset      | dct:license/rdfs:label         | isLiteral(?v)
          udata       | licence of a file        | dcat:Distribution | dct:license/rdfs:label         | isLiteral(?v)
          CKAN        | licence of a file, by its title | dcat:Distribution | dct:license/dct:title   | isLiteral(?v)
          udata, CKAN | whom to write to         | dcat:Dataset      | dcat:contactPoint/vcard:fn     | isLiteral(?v)
          udata, CKAN | where to write           | dcat:Dataset      | dcat:contactPoint/vcard:hasEmail | STRSTARTS(STR(?v), 'mailto:')
          udata, CKAN | publisher                | dcat:Dataset      | dct:publisher/foaf:name        | isLiteral(?v)
          udata, CKAN | keywords                 | dcat:Dataset      | dcat:keyword                   | isLiteral(?v)
          udata       | themes, by their label   | dcat:Dataset      | dcat:theme/skos:prefLabel      | isLiteral(?v)
          udata       | box                      | dcat:Dataset      | dct:spatial/locn:geometry      | STR(DATATYPE(?v)) = 'http://www.opengis.net/rdf#wktLiteral'
          CKAN        | box                      | dcat:Dataset      | dct:spatial/dcat:bbox          | STR(DATATYPE(?v)) = 'http://www.opengis.net/ont/geosparql#wktLiteral'
          CKAN        | name of the territory    | dcat:Dataset      | dct:spatial/skos:prefLabel     | isLiteral(?v)
          udata, CKAN | date of change           | dcat:Dataset      | dct:modified                   | DATATYPE(?v) = xsd:date
          udata       | page for people          | dcat:Dataset      | dcat:landingPage               | isIRI(?v)
          udata, CKAN | address of a file        | dcat:Distribution | dcat:downloadURL               | isIRI(?v)
          udata, CKAN | title of a file          | dcat:Distribution | dct:title                      | isLiteral(?v)
          udata, CKAN | description of a file    | dcat:Distribution | dct:description                | isLiteral(?v)
          udata, CKAN | format of a file         | dcat:Distribution | dct:format                     | STRSTARTS(STR(?v), 'http://publications.europa.eu/resource/authority/file-type/')
          udata       | address of a service     | dcat:DataService  | dcat:endpointURL               | isIRI(?v)
          udata       | key of a service         | dcat:DataService  | dct:identifier                 | STR(?v) = STR(?x)
          """)
  void what_a_portal_looks_for_is_there(
      String portal, String fact, String type, String path, String admitted) {
    String lacks =
        "%sSELECT ?x WHERE { ?x a %s FILTER NOT EXISTS { ?x %s ?v FILTER (%s) } }"
            .formatted(prefixes(), type, path, admitted);
    String many = "%sSELECT ?x WHERE { ?x a %s }".formatted(prefixes(), type);
    for (String syntax : SYNTAXES) {
      Model all = all(syntax);
      assertThat(select(all, many)).as("%s in %s", type, syntax).isNotEmpty();
      assertThat(select(all, lacks)).as("%s, for %s, in %s", fact, portal, syntax).isEmpty();
    }
  }

  /** Tables of figures are made when they are asked for: nobody knows their length before. */
  @ParameterizedTest
  @CsvSource({
    "dcat:byteSize, DATATYPE(?v) = xsd:nonNegativeInteger",
    "spdx:checksum/spdx:checksumValue, DATATYPE(?v) = xsd:hexBinary"
  })
  void length_and_digest_of_a_file_that_is_kept_are_told(String path, String admitted) {
    String lacks =
        "%sSELECT ?x WHERE { ?x a dcat:Distribution FILTER NOT EXISTS { ?x %s ?v FILTER (%s) } FILTER (!CONTAINS(STR(?x), '/dataset/indicator/')) }"
            .formatted(prefixes(), path, admitted);
    assertThat(select(all("ttl"), lacks)).isEmpty();
  }

  /** The readers take all of these for records, or fail on them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "?x dct:hasPart ?v",
        "?x dcat:accessService ?v",
        "?x a dcat:Dataset, dcat:DatasetSeries",
        "?x a dcat:DatasetSeries ; dct:identifier ?v",
        "?x dcat:servesDataset ?v FILTER NOT EXISTS { ?v dct:title ?title }",
        "?x a dcat:Dataset ; dct:conformsTo ?v",
        "?x a dcat:Distribution ; dct:conformsTo ?v",
        "?x dct:temporal ?v FILTER (isIRI(?v))",
        "?x spdx:algorithm <http://spdx.org/rdf/terms#checksumAlgorithm_sha256>"
      })
  void nothing_is_there_that_a_portal_takes_for_something_else(String pattern) {
    assertThat(select(all("ttl"), "%sSELECT ?x WHERE { %s }".formatted(prefixes(), pattern)))
        .isEmpty();
  }

  @Test
  void a_walk_in_any_syntax_brings_the_same_records() {
    String records = prefixes() + "SELECT ?x WHERE { ?x a dcat:Dataset }";
    List<String> turtle = select(all("ttl"), records);

    assertThat(turtle).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    assertThat(SYNTAXES)
        .allSatisfy(each ->
            assertThat(select(all(each), records)).containsExactlyInAnyOrderElementsOf(turtle));
  }

  private static List<String> select(Model model, String query) {
    try (QueryExecution execution = QueryExecutionFactory.create(query, model)) {
      List<String> found = new ArrayList<>();
      execution.execSelect().forEachRemaining(each -> found.add(each.get("x").toString()));
      return found;
    }
  }

  private static String prefixes() {
    return Term.PREFIXES.entrySet().stream()
        .map(each -> "PREFIX %s: <%s>%n".formatted(each.getKey(), each.getValue()))
        .collect(Collectors.joining());
  }
}
