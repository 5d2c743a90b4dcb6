package fr.passerelle.vocab.csv;

import static fr.passerelle.vocab.CorrespondenceFixture.CORRESPONDENCE;
import static fr.passerelle.vocab.CorrespondenceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fr.passerelle.vocab.CollectionFixture;
import fr.passerelle.vocab.Fixture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTablesTest {
  @Test
  void a_concept_is_a_row() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvTables.write(out, Fixture.rome().schemes().getFirst());
    List<NamedCsvRecord> rows = rows(out);

    assertThat(rows).hasSameSizeAs(Fixture.rome().schemes().getFirst().concepts());
    assertThat(rows)
        .filteredOn(row -> row.getField("code").equals("M1805"))
        .singleElement()
        .extracting(NamedCsvRecord::getFields)
        .isEqualTo(
            List.of(
                "M1805",
                "fiche-metier",
                "current",
                "Développeur / Développeuse informatique",
                "Développeur / Développeuse web",
                "M18",
                "Conçoit et écrit des logiciels."));
    assertThat(rows).extracting(row -> row.getField("status")).contains("retired", "referenced");
  }

  @Test
  void a_member_of_a_collection_is_a_row() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvTables.writeCollections(out, CollectionFixture.RELEASE);

    assertThat(rows(out))
        .extracting(NamedCsvRecord::getFields)
        .containsExactly(
            CollectionFixture.row("ordre", "Ordre", "true", "D1102", "Boulanger / Boulangère"),
            CollectionFixture.row(
                "ordre", "Ordre", "true", "M1805", "Développeur / Développeuse informatique"),
            CollectionFixture.row(
                "ailleurs", "Ailleurs", "false", "D1102", "Boulanger / Boulangère"));
  }

  @Test
  void a_pair_is_a_row_and_so_is_what_has_none() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvTables.write(out, RELEASE, CORRESPONDENCE);
    List<NamedCsvRecord> rows = rows(out);

    assertThat(rows).hasSize(7);
    assertThat(rows)
        .filteredOn(row -> row.getField("source").equals("RNCP4"))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.getField("target")).isEmpty();
          assertThat(row.getField("comment")).isEqualTo("aucun code");
        });
    assertThat(rows)
        .extracting(row -> row.getField("confidence"))
        .containsOnly("", "0.75")
        .doesNotContain("1.0");
    assertThat(rows)
        .filteredOn(row -> row.getField("source").equals("RNCP2"))
        .extracting(row -> row.getField("sourceLabel"))
        .containsOnly("BTS \"commerce\"\tsoir\net jour, week-end");
  }

  @Test
  void a_label_that_is_a_formula_stays_text() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvTables.write(out, RELEASE, CORRESPONDENCE);

    assertThat(rows(out).getFirst().getField("sourceLabel"))
        .isEqualTo("'=HYPERLINK(\"https://x\")");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1", "+33", "-2", "@SUM(1)", "\t=1", "\r=1", "\n=1"})
  void every_beginning_that_a_spreadsheet_runs_is_protected(String cell) {
    assertThat(CsvTables.safe(cell)).isEqualTo("'" + cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "M1805", "'", " =1", "a-b", "élève"})
  void other_cells_stay_as_they_are(String cell) {
    assertThat(CsvTables.safe(cell)).isEqualTo(cell);
  }

  private static List<NamedCsvRecord> rows(ByteArrayOutputStream out) {
    return CsvReader.builder().ofNamedCsvRecord(out.toString(StandardCharsets.UTF_8)).stream()
        .toList();
  }
}
