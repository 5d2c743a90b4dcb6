package fr.passerelle.catalog.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.Measure;
import fr.passerelle.catalog.observation.source.IndicatorsFile;
import fr.passerelle.catalog.studies.CatalogueFixture;
import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Definitions of the product, and those of a region beside them. */
class DefinitionsTest {
  private static final String HEADER =
      "id;version;title;theme;unit;decimals;producer;headline;kind;numerator;denominator;factor;"
          + "substitute;adds;question;definition;notes\n";

  private static final String PLACES =
      "places-regionales;1;Places;formation;places;0;Région;false;STOCK;;;;;;;Places ouvertes;\n";

  private static final String RATE =
      "places-pour-mille;1;Places pour mille habitants;formation;‰;1;Région;false;RATIO;"
          + "places-regionales;population;1000;;;;Places sur population;\n";

  private final CatalogueFixture fixture = CatalogueFixture.empty();

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void empty() {
    Jdbi.create(fixture.dataSource())
        .useHandle(handle -> handle.execute("truncate indicators_file"));
  }

  private Definitions definitions() {
    return new Definitions(fixture.dataSource(), CatalogueFixture.CLOCK);
  }

  private List<Indicator> put(String rows) throws IOException {
    Path file = folder.resolve("indicateurs.csv");
    Files.writeString(file, HEADER + rows);
    return definitions().put(file);
  }

  private List<Fault> refused(String rows) {
    return catchThrowableOfType(RefusedException.class, () -> put(rows)).faults();
  }

  @Test
  void thoseOfARegionStandBesideThoseOfTheProductAndMayBeMadeOfThem() throws IOException {
    assertThat(put(PLACES + RATE)).hasSize(2);
    assertThat(definitions().list())
        .hasSize(IndicatorsFile.bundled().size() + 2)
        .endsWith(put(PLACES + RATE).toArray(Indicator[]::new));
    Measure rate = definitions().find("places-pour-mille").orElseThrow().measure();
    assertThat(rate).isEqualTo(Measure.ratio("places-regionales", "population", 1000));
  }

  @Test
  void wordsMayChangeAndTheMeaningOfValuesMayNot() throws IOException {
    put(PLACES);
    put(PLACES.replace(";Places;", ";Places de formation;"));
    assertThat(definitions().find("places-regionales").orElseThrow().title())
        .isEqualTo("Places de formation");
    assertThat(refused(PLACES.replace("Places ouvertes", "Places occupées")))
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("places-regionales-2"));
    assertThat(refused(PLACES.replace("STOCK", "FLOW"))).hasSize(1);
    assertThat(refused(PLACES.replace("places-regionales", "defm-abc")))
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("défini par le produit"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "places-regionales;1|Places;1|2:1",
        "places-regionales;1|places-regionales;un|2:2",
        "places;0|places;9|2:6",
        "STOCK|TOTAL|2:9",
        "false;STOCK;;|false;STOCK;defm-abc;defm-abc|2:9",
        "false;STOCK;;;;|false;MEDIAN;;;;inconnu|2:13",
        "STOCK;;;;;|STOCK;;;;;time|2:9",
        "STOCK;;;;;|STOCK;;;;;lieu|2:14",
      })
  void faultsAreToldByLineAndColumn(String from, String to, String place) throws IOException {
    assertThat(PLACES).contains(from);
    List<Fault> faults = refused(PLACES.replace(from, to));
    assertThat(faults.getFirst().place()).endsWith(":" + place);
    assertThat(definitions().list()).hasSameSizeAs(IndicatorsFile.bundled());
  }

  @Test
  void aCodeIsGivenOnce() {
    assertThat(refused(PLACES + PLACES).getFirst().message()).contains("déjà donné");
    assertThatThrownBy(() -> definitions().put(folder.resolve("absent.csv")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    StringWriter written = new StringWriter();
    IndicatorsFile.write(IndicatorsFile.bundled(), written);
    assertThat(
            IndicatorsFile.read(
                "again.csv", new StringReader(written.toString()), Set.of(), new Findings()))
        .isEqualTo(IndicatorsFile.bundled());
  }
}
