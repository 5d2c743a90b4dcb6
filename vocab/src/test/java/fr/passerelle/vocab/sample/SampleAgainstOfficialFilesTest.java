package fr.passerelle.vocab.sample;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fr.passerelle.testing.RealFiles;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Link;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample says what the official files say. */
class SampleAgainstOfficialFilesTest {

  @ParameterizedTest
  @CsvSource({
    "FICHE_METIER, referentiel_code_rome, code_rome, libelle_rome",
    "APPELLATION, referentiel_appellation, code_ogr, libelle_appellation_long",
    "COMPETENCE, referentiel_competence, code_ogr, libelle_competence",
    "MACRO_COMPETENCE, referentiel_competence, code_ogr, libelle_competence",
    "SAVOIR, referentiel_savoir, code_ogr_savoir, libelle_savoir",
    "CONTEXTE_TRAVAIL, referentiel_contexte_travail, code_ogr, libelle_cont_travail",
  })
  void labels_of_rome_are_the_official_ones(
      ConceptType type, String file, String code, String label) throws IOException {
    Map<String, String> official = official(file, code, label);
    assertThat(rome(type))
        .isNotEmpty()
        .allSatisfy(
            concept -> assertThat(concept.prefLabel("fr")).isEqualTo(official.get(concept.code())));
  }

  @Test
  void every_appellation_of_a_chosen_sheet_is_there() throws IOException {
    List<String> sheets = rome(ConceptType.FICHE_METIER).map(Concept::code).toList();
    List<String> expected =
        official("referentiel_appellation", "code_ogr", "code_rome").entrySet().stream()
            .filter(entry -> sheets.contains(entry.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    assertThat(rome(ConceptType.APPELLATION).map(Concept::code))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void parents_in_rome_3_are_the_official_ones() throws IOException {
    Map<String, String> official =
        official("referentiel_code_rome", "code_rome", "code_rome_parent");
    assertThat(rome(ConceptType.FICHE_METIER))
        .allSatisfy(sheet ->
            assertThat(sheet.links(Link.Kind.PARENT_V3).map(link -> link.target().code()))
                .containsExactly(official.get(sheet.code())));
  }

  private static Stream<Concept> rome(ConceptType type) {
    return Sample.releases().stream()
        .flatMap(release -> release.schemes().stream())
        .filter(scheme -> scheme.id().equals("rome-4"))
        .flatMap(scheme -> scheme.concepts().stream())
        .filter(concept -> concept.type() == type);
  }

  @ParameterizedTest
  @CsvSource({"M1805", "D1102"})
  void two_sheets_have_every_official_skill_with_its_mark(String code) throws IOException {
    Map<String, String> marks =
        records("coherence_item").stream()
            .filter(row -> row.getField("code_rome").equals(code))
            .collect(
                Collectors.toMap(
                    row -> row.getField("code_ogr"), row -> mark(row.getField("coeur_metier"))));
    List<String> expected =
        records("liens_rome_referentiels").stream()
            .filter(row -> row.getField("code_rome").equals(code))
            .filter(row -> row.getField("code_compo_bloc").equals("5"))
            .filter(row -> Set.of("1", "2").contains(row.getField("code_rubrique")))
            .map(row -> row.getField("code_ogr"))
            .map(skill -> skill + " " + marks.getOrDefault(skill, "NONE"))
            .toList();
    assertThat(
            rome(ConceptType.FICHE_METIER)
                .filter(sheet -> sheet.code().equals(code))
                .flatMap(sheet -> sheet.links(Link.Kind.COMPETENCE))
                .map(link -> link.target().code() + " " + link.mark()))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static String mark(String coeurMetier) {
    return switch (coeurMetier) {
      case "Principale" -> "PRINCIPALE";
      case "Émergente" -> "EMERGENTE";
      default -> "NONE";
    };
  }

  private static Map<String, String> official(String file, String key, String value)
      throws IOException {
    return records(file).stream()
        .collect(Collectors.toMap(row -> row.getField(key), row -> row.getField(value)));
  }

  private static List<NamedCsvRecord> records(String file) throws IOException {
    String entry = "unix_" + file + "_v460_utf8.csv";
    try (ZipFile zip = new ZipFile(RealFiles.require("rome/RefRomeCsv-v460.zip").toFile());
        InputStream in = zip.getInputStream(zip.getEntry(entry))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
    }
  }
}
