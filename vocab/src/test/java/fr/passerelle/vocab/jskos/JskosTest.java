package fr.passerelle.vocab.jskos;

import static fr.passerelle.vocab.CorrespondenceFixture.CORRESPONDENCE;
import static fr.passerelle.vocab.CorrespondenceFixture.RELEASE;
import static fr.passerelle.vocab.CorrespondenceFixture.URIS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.vocab.CollectionFixture;
import fr.passerelle.vocab.Fixture;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.PublishedRelease;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JskosTest {
  private static final String CONCEPT = "https://data.example.org/id/vocab/rome-4/M1805";

  @Test
  void a_concept_is_a_line() throws IOException {
    PublishedRelease release =
        new PublishedRelease(Fixture.rome(), Licence.ETALAB_2_0, "3".repeat(64));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Jskos(URIS).write(out, release, release.release().schemes().getFirst());
    List<JsonNode> lines = lines(out);

    assertThat(lines).hasSameSizeAs(release.release().schemes().getFirst().concepts());
    JsonNode concept =
        lines.stream().filter(each -> each.at("/uri").asText().equals(CONCEPT)).findFirst().get();
    assertThat(concept.at("/type/0").asText()).endsWith("skos/core#Concept");
    assertThat(concept.at("/notation/0").asText()).isEqualTo("M1805");
    assertThat(concept.at("/prefLabel/fr").asText()).startsWith("Développeur");
    assertThat(concept.at("/definition/fr/0").asText()).isNotEmpty();
    assertThat(concept.at("/broader/0/uri").asText()).endsWith("/rome-4/M18");
    assertThat(concept.at("/inScheme/0/uri").asText()).endsWith("/id/vocab/rome-4");
    assertThat(concept.has("topConceptOf")).isFalse();
    assertThat(lines).filteredOn(each -> each.path("deprecated").asBoolean()).hasSize(1);
  }

  @Test
  void a_collection_is_a_bundle_in_its_order() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Jskos(URIS)
        .writeCollections(
            out,
            new PublishedRelease(CollectionFixture.RELEASE, Licence.ETALAB_2_0, "3".repeat(64)));
    List<JsonNode> lines = lines(out);

    assertThat(lines).hasSize(2);
    JsonNode ordered = lines.getFirst();
    assertThat(ordered.at("/type/0").asText()).endsWith("#OrderedCollection");
    assertThat(ordered.at("/uri").asText()).endsWith("/id/collection/carif-exemple/ordre");
    assertThat(ordered.at("/prefLabel/fr").asText()).isEqualTo("Ordre");
    assertThat(ordered.at("/creator/0/prefLabel/fr").asText()).isEqualTo("Carif exemple");
    assertThat(ordered.at("/memberList/0/uri").asText()).endsWith("/rome-4/D1102");
    assertThat(ordered.at("/memberList/1/notation/0").asText()).isEqualTo("M1805");
    assertThat(lines.getLast().at("/memberSet")).hasSize(1);
  }

  @Test
  void a_pair_is_a_mapping() throws IOException {
    List<JsonNode> lines = mappings();

    assertThat(lines).hasSize(7);
    JsonNode assessed =
        lines.stream().filter(each -> each.has("mappingRelevance")).findFirst().orElseThrow();
    assertThat(assessed.at("/from/memberSet/0/uri").asText()).endsWith("/rncp/RNCP4/BC01");
    assertThat(assessed.at("/to/memberSet/0/notation/0").asText()).isEqualTo("K1304");
    assertThat(assessed.at("/fromScheme/uri").asText()).endsWith("/id/vocab/rncp");
    assertThat(assessed.at("/toScheme/uri").asText()).endsWith("/id/vocab/rome-3");
    assertThat(assessed.at("/type/0").asText()).endsWith("skos/core#relatedMatch");
    assertThat(assessed.at("/mappingRelevance").asDouble()).isEqualTo(0.75);
    assertThat(assessed.at("/creator/0/prefLabel/fr").asText()).isEqualTo("Une autrice");
    assertThat(assessed.at("/partOf/0/uri").asText()).endsWith("rncp--rome-3");
    assertThat(lines).filteredOn(each -> each.has("mappingRelevance")).hasSize(1);
  }

  @Test
  void what_has_no_partner_has_an_empty_side() throws IOException {
    assertThat(mappings())
        .filteredOn(each -> each.at("/type/0").asText().endsWith("#mappingRelation"))
        .extracting(
            each -> each.at("/from/memberSet").size() + ":" + each.at("/to/memberSet").size())
        .containsExactlyInAnyOrder("1:0", "0:1");
  }

  @Test
  void every_mapping_has_a_name_of_its_own() throws IOException {
    assertThat(mappings()).extracting(each -> each.at("/uri").asText()).doesNotHaveDuplicates();
  }

  private static List<JsonNode> mappings() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Jskos(URIS).write(out, RELEASE, CORRESPONDENCE);
    return lines(out);
  }

  private static List<JsonNode> lines(ByteArrayOutputStream out) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(text).endsWith("\n").doesNotContain("\n\n");
    for (String line : text.split("\n", -1)) {
      if (!line.isEmpty()) {
        lines.add(new ObjectMapper().readTree(line));
      }
    }
    return lines;
  }
}
