package fr.passerelle.vocab.rome;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fr.passerelle.testing.RealFiles;
import fr.passerelle.vocab.Collection;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The collections of the official ROME, counted again in its files by other means. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficialRomeCollectionsTest {
  private final Path file = RealFiles.require("rome/RefRomeCsv-v460.zip");
  private final List<Collection> collections;

  OfficialRomeCollectionsTest() throws IOException {
    Release release = RomeFile.read(file, new Findings());
    collections = RomeCollections.addTo(release).checked().collections();
  }

  private List<String> codes(String entry, String code, String column, String value)
      throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile());
        Reader text =
            new InputStreamReader(
                zip.getInputStream(zip.getEntry("unix_" + entry + "_v460_utf8.csv")),
                StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
      return rows.stream()
          .filter(row -> row.getField(column).equals(value))
          .map(row -> row.getField(code))
          .sorted()
          .toList();
    }
  }

  private Collection collection(String id) {
    return collections.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          transition-ecologique-emploi-vert-fiches-metiers        | referentiel_code_rome   | code_rome       | transition_eco    | Emploi Vert  | 96
          transition-ecologique-emploi-blanc-fiches-metiers       | referentiel_code_rome   | code_rome       | transition_eco    | Emploi Blanc | 1194
          transition-ecologique-emploi-brun-fiches-metiers        | referentiel_code_rome   | code_rome       | transition_eco    | Emploi Brun  | 33
          transition-ecologique-emploi-strategique-fiches-metiers | referentiel_code_rome   | code_rome       | transition_eco    | Emploi stratégique pour la Transition écologique | 261
          transition-ecologique-emploi-vert-appellations          | referentiel_appellation | code_ogr        | transition_eco    | Emploi Vert  | 642
          transition-ecologique-emploi-strategique-appellations   | referentiel_appellation | code_ogr        | transition_eco    | Emploi stratégique pour la Transition écologique | 2925
          transition-ecologique-competences                       | referentiel_competence  | code_ogr        | transition_eco    | O | 614
          transition-ecologique-savoirs                           | referentiel_savoir      | code_ogr_savoir | transition_eco    | O | 811
          transition-numerique-fiches-metiers                     | referentiel_code_rome   | code_rome       | transition_num    | O | 170
          transition-numerique-competences                        | referentiel_competence  | code_ogr        | transition_num    | O | 1088
          transition-demographique-appellations                   | referentiel_appellation | code_ogr        | transition_demo   | O | 399
          emploi-reglemente-fiches-metiers                        | referentiel_code_rome   | code_rome       | emploi_reglemente | O | 241
          emploi-cadre-appellations                               | referentiel_appellation | code_ogr        | emploi_cadre      | O | 1747
          """)
  void a_collection_is_what_the_file_flags(
      String id, String entry, String code, String column, String value, int count)
      throws IOException {
    Collection made = collection(id);

    assertThat(made.members())
        .hasSize(count)
        .extracting(ConceptRef::code)
        .containsExactlyInAnyOrderElementsOf(codes(entry, code, column, value));
    assertThat(made.author().name()).isEqualTo("France Travail");
    assertThat(made.ordered()).isFalse();
  }

  @Test
  void there_is_one_for_each_flag_and_kind_and_each_says_where_it_comes_from() {
    assertThat(collections)
        .hasSize(20)
        .allSatisfy(each -> assertThat(each.description()).contains("France Travail", "champ"));
    assertThat(collection("transition-ecologique-emploi-strategique-fiches-metiers"))
        .extracting(Collection::label, Collection::description)
        .containsExactly(
            "Transition écologique : emploi stratégique (fiches métiers)",
            "Ce que France Travail marque « Emploi stratégique pour la Transition écologique » au"
                + " champ transition_eco du ROME.");
  }
}
