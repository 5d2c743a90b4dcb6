package fr.passerelle.catalog.territory.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.catalog.territory.GeographyPart;
import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadTerritoriesTest {
  private static final String TABLE =
      """
      CODGEO,LIBGEO,DEP,REG,EPCI
      01001,Un,01,84,200000001
      01002,Deux,01,84,ZZZZZZZZZ
      """;
  private static final String LABELS =
      """
      NIVGEO,CODGEO,LIBGEO,NB_COM
      DEP,01,Ain,2
      REG,84,Auvergne-Rhône-Alpes,2
      EPCI,200000001,CC du Un,1
      ,,,
      """;
  private static final String STEP =
      """
      cod2024,cod2023,annee,typemodif,ratio
      01001,01001,01/01/2024,f,1.0
      01001,01003,2024-01-01,f,1.0
      """;

  @TempDir private Path folder = Path.of("");

  private final Findings findings = new Findings();

  private List<GeographyPart> read(TerritoryFiles.Order order, String... namesAndTexts)
      throws IOException {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.add(
          Files.writeString(
              folder.resolve(namesAndTexts[i]), namesAndTexts[i + 1], StandardCharsets.UTF_8));
    }
    return TerritoryFiles.read(files, order, findings).parts();
  }

  private Fault refusal(String table, String labels, String step) {
    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class,
            () ->
                read(
                    TerritoryFiles.Order.NONE,
                    "table_supracom_2024.csv",
                    table,
                    "libelles_supracom_2024.csv",
                    labels,
                    "PASSAGE_2023_2024.csv",
                    step));
    return refused.faults().getFirst();
  }

  @Test
  void sound_files_make_one_part() throws IOException {
    List<GeographyPart> parts =
        read(
            TerritoryFiles.Order.NONE,
            "table_supracom_2024.csv",
            TABLE,
            "libelles.csv",
            LABELS,
            "passage.csv",
            STEP);
    assertThat(parts).hasSize(1);
    assertThat(RealTerritories.geography(parts).vintage(2023).orElseThrow().codes())
        .containsExactly("01001", "01002", "01003");
    assertThat(parts.getFirst().zonings())
        .extracting(GeographyPart.Zoning::id)
        .containsExactly("DEP", "REG", "EPCI");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "01002,Deux|1002,Deux|table_supracom_2024.csv:3:1|commune",
        "01002,Deux|01001,Deux|table_supracom_2024.csv:3:1|duplicate",
        "84,200000001|84,200000009|table_supracom_2024.csv:2:5|label",
        "Deux,01,|Deux,02,|table_supracom_2024.csv:3:3|label",
        "84,ZZZZZZZZZ|84,200000001|libelles_supracom_2024.csv:4:4|count",
        "CODGEO,LIBGEO,DEP|CODGEO,NOM,DEP|table_supracom_2024.csv:1:1|header"
      })
  void a_table_that_is_wrong_is_refused_with_its_place(
      String sound, String wrong, String place, String rule) {
    Fault fault = refusal(TABLE.replaceFirst(sound, wrong), LABELS, STEP);
    assertThat(fault.place()).isEqualTo(place);
    assertThat(fault.rule()).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "01001,01003|01009,01003|passage 2023-2024|vintage",
        "2024-01-01|2024-13-01|PASSAGE_2023_2024.csv:3:3|date",
        "2024-01-01,f|2024-01-01,x|PASSAGE_2023_2024.csv:3:4|kind",
        "2024-01-01,f,1.0|2024-01-01,f,1.2|PASSAGE_2023_2024.csv:3:5|ratio",
        "cod2023|cod2021|PASSAGE_2023_2024.csv:1:1|header"
      })
  void a_passage_that_is_wrong_is_refused_with_its_place(
      String sound, String wrong, String place, String rule) {
    Fault fault = refusal(TABLE, LABELS, STEP.replaceFirst(sound, wrong));
    assertThat(fault.place()).isEqualTo(place);
    assertThat(fault.rule()).isEqualTo(rule);
  }

  @Test
  void a_table_without_labels_is_refused() {
    assertThat(
            catchThrowableOfType(
                    RefusedException.class,
                    () -> read(TerritoryFiles.Order.NONE, "table_2024.csv", TABLE))
                .faults()
                .getFirst()
                .rule())
        .isEqualTo("files");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "-|Région|zoning",
        "pays|Région|zoning",
        "EPCI|Région|zoning",
        "PAYS|-|author",
        "QPV|Région|zoning"
      })
  void a_zoning_of_a_region_says_its_name_and_its_author(
      String zoning, String author, String rule) {
    TerritoryFiles.Order order =
        new TerritoryFiles.Order(
            Optional.ofNullable(zoning),
            Optional.ofNullable(author),
            Optional.empty(),
            Optional.of(LocalDate.of(2024, 5, 1)));
    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class,
            () -> read(order, "z.csv", "zoning;code;label;commune\nPAYS;P1;Pays du Un;01001\n"));
    assertThat(refused.faults().getFirst().rule()).isEqualTo(rule);
  }

  @Test
  void a_file_of_something_else_is_refused() {
    assertThat(
            catchThrowableOfType(
                    RefusedException.class,
                    () -> read(TerritoryFiles.Order.NONE, "x.csv", "a;b\n1;2\n"))
                .faults()
                .getFirst()
                .rule())
        .isEqualTo("header");
  }
}
