package fr.passerelle.api.linkeddata.dcat;

import static fr.passerelle.api.linkeddata.dcat.Harvest.property;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.OperatedService;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Studies as portals harvest them, and what happens to them meanwhile. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StudyRecordsTest {
  private final OperatedService service;

  StudyRecordsTest(@TempDir Path folder) throws IOException {
    service = new OperatedService(folder);
  }

  @AfterAll
  void close() {
    service.close();
  }

  private static String form(String word, String status, String visibility) {
    String date =
        status.equals("planned") ? "\"expected\": \"2027-05\"" : "\"issued\": \"2024-05\"";
    return """
    {"title": "Les %s du littoral", "identifier": "%s", "producers": ["insee"],
     "themes": ["emploi"], "territories": ["D13"], "status": "%s", "visibility": "%s",
     "kind": "report", %s, "series": {"title": "Première", "number": "12"},
     "documents": [{"url": "https://exemple.fr/é.pdf", "mediaType": "application/pdf",
       "bytes": 1234, "licence": "etalab-2.0"}]}
    """
        .formatted(word, word, status, visibility, date);
  }

  private Model page(String path) {
    return Harvest.read(service.get(path));
  }

  private List<String> iris(String path) {
    List<String> all = new ArrayList<>();
    String next = path;
    while (!next.isEmpty()) {
      Model page = page(next);
      Harvest.list(page, "dcat:Dataset").forEach(each -> all.add(each.getURI()));
      Resource view = Harvest.only(page, "hydra:PartialCollectionView");
      next = view.hasProperty(property("hydra:next")) ? Harvest.path(view, "hydra:next") : "";
    }
    return all;
  }

  @ParameterizedTest(name = "{0} {1}: for portals {2}, among studies {3}")
  @CsvSource({
    "published, public, true, true",
    "planned, public, false, true",
    "published, network, false, false",
    "published, producer, false, false",
    "planned, network, false, false"
  })
  void each_part_has_what_it_says(
      String status, String visibility, boolean ofPortals, boolean ofStudies) {
    String id = service.deposit(form(status + visibility, status, visibility));
    String iri = service.address() + "/id/study/" + id;

    assertThat(iris("/catalog.nt").contains(iri)).isEqualTo(ofPortals);
    assertThat(iris("/catalog/studies.nt").contains(iri)).isEqualTo(ofStudies);
    assertThat(iris("/catalog/all.nt").contains(iri)).isEqualTo(ofStudies);
    assertThat(iris("/catalog/vocabularies.nt")).doesNotContain(iri);
    assertThat(service.get("/data/study/" + id + ".ttl").statusCode())
        .isEqualTo(ofStudies ? 200 : 404);
    service.delete(id);
    assertThat(iris("/catalog/all.nt")).doesNotContain(iri);
    assertThat(service.get("/data/study/" + id + ".ttl").statusCode()).isEqualTo(404);
  }

  @Test
  void a_study_that_is_withdrawn_is_in_no_part() {
    String id = service.deposit(form("retrait", "published", "public"));
    service.pass(id, "withdrawn");

    assertThat(iris("/catalog/all.nt")).doesNotContain(service.address() + "/id/study/" + id);
  }

  @Test
  void a_study_says_what_it_is_and_where_it_can_be_read() {
    String id = service.deposit(form("métiers", "published", "public"));
    Model record = page("/data/study/" + id + ".rdf");
    Resource study = record.getResource(service.address() + "/id/study/" + id);
    Resource series = study.getProperty(property("dcat:inSeries")).getResource();
    Resource file = study.getProperty(property("dcat:distribution")).getResource();

    assertThat(study.getProperty(DCTerms.type).getResource().getURI()).endsWith("/c_93fc");
    assertThat(study.getProperty(DCTerms.issued).getString()).isEqualTo("2024-05");
    assertThat(study.getProperty(DCTerms.license).getResource().getProperty(RDFS.label).getString())
        .isEqualTo("Licence Ouverte / Open Licence version 2.0");
    assertThat(study.getProperty(DCTerms.publisher).getResource().getURI()).endsWith("/insee");
    assertThat(
            study
                .listProperties(DCTerms.spatial)
                .mapWith(each -> each.getResource().getURI())
                .toList())
        .containsExactlyInAnyOrder(
            "http://id.insee.fr/geo/departement/13", "http://id.insee.fr/geo/region/93");
    assertThat(series.getURI()).isEqualTo(service.address() + "/id/series/premiere");
    assertThat(series.getProperty(DCTerms.title).getString()).isEqualTo("Première");
    assertThat(file.getProperty(property("dcat:downloadURL")).getResource().getURI())
        .isEqualTo("https://exemple.fr/%C3%A9.pdf");
    assertThat(file.getProperty(property("dcat:byteSize")).getInt()).isEqualTo(1234);
    assertThat(file.hasProperty(property("spdx:checksum"))).isFalse();
    service.delete(id);
  }

  @Test
  void each_record_has_a_card_of_its_own() {
    Model page = page("/catalog/studies.ttl");
    Resource catalog = Harvest.only(page, "dcat:Catalog");

    assertThat(catalog.listProperties(property("dcat:record")).toList())
        .hasSameSizeAs(Harvest.list(page, "dcat:Dataset"));
    assertThat(Harvest.list(page, "dcat:CatalogRecord"))
        .allMatch(each ->
            each.hasProperty(DCTerms.modified)
                && each.getProperty(property("foaf:primaryTopic"))
                    .getResource()
                    .hasProperty(DCTerms.title));
  }

  @Test
  void nobody_is_skipped_or_repeated_while_studies_change_between_pages() {
    service.deposit(0, 60);
    List<String> before = iris("/catalog.nt");
    List<String> ids = service.ids("q=numéro".replace("é", "%C3%A9"));
    List<String> gone = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    String next = "/catalog.nt?limit=9";
    for (int step = 0; !next.isEmpty(); step++) {
      HttpResponse<String> answer = service.get(next);
      assertThat(answer.statusCode()).isEqualTo(200);
      Model page = Harvest.read(answer);
      Harvest.list(page, "dcat:Dataset").forEach(each -> seen.add(each.getURI()));
      Resource view = Harvest.only(page, "hydra:PartialCollectionView");
      next = view.hasProperty(property("hydra:next")) ? Harvest.path(view, "hydra:next") : "";
      if (step < 6) {
        String id = ids.get(step * 5);
        gone.add(service.address() + "/id/study/" + id);
        change(step, id);
      }
    }

    assertThat(seen).doesNotHaveDuplicates();
    assertThat(seen).containsAll(before.stream().filter(each -> !gone.contains(each)).toList());
  }

  /** One goes, one is said anew, and new ones come. */
  private void change(int step, String id) {
    if (step % 2 == 0) {
      service.delete(id);
    } else {
      service.pass(id, "withdrawn");
    }
    service.deposit(100 + step, 102 + step);
  }
}
