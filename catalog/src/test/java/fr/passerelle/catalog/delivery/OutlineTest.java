package fr.passerelle.catalog.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.Measure;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Categories;
import fr.passerelle.catalog.observation.Dashboard;
import fr.passerelle.catalog.observation.Figures;
import fr.passerelle.catalog.observation.Figures.Cell;
import fr.passerelle.catalog.observation.KnownFormats;
import fr.passerelle.catalog.observation.source.ObservationFile;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.GeographySample;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What catalogues and lists ask of a delivery is told without its values. */
class OutlineTest {
  private static final Geography GEOGRAPHY = Geography.of(List.of(GeographySample.source()));
  private static final Cell CELL = new Cell(Categories.WHOLE, Period.year(2021));
  private static final Indicator POPULATION =
      new Indicator(
          "population",
          1,
          "Population",
          "",
          "population",
          "",
          "personnes",
          0,
          "Insee",
          true,
          Measure.stock(),
          List.of());

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void take() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.csv"),
            "CODGEO,LIBGEO,POP\n13055,M,7\n13001,A,2\n2A004,C,3\n97411,R,4\n");
    ObservationParquet.of(
        file,
        new ObservationFile.Order(
            KnownFormats.POPULATION, List.of(POPULATION), GEOGRAPHY, 2024, Period.parse("2021")),
        folder,
        new Findings());
  }

  private Dashboard dashboard() {
    return Dashboard.of(
        GEOGRAPHY,
        List.of(
            Figures.of(
                POPULATION,
                GEOGRAPHY,
                List.of(
                    new Figures.Delivered(
                        "r", "s", 2024, new ParquetSource(folder, "population"))))),
        Dashboard.MOST_UNCERTAIN);
  }

  private boolean concerns(Dashboard dashboard, String territory) {
    return dashboard.concerns(
        POPULATION, CELL, GEOGRAPHY.find(Territory.parse(territory).orElseThrow()).orElseThrow());
  }

  @Test
  void cells_and_the_places_they_are_of_are_told_where_the_values_are_gone() throws IOException {
    Files.delete(DeliveryFolder.observationsIn(folder));
    assertThat(new ParquetSource(folder, "population").departments())
        .isEqualTo(Map.of(CELL, Set.of("13", "2A", "974")));
    assertThat(new ParquetSource(folder, "autre").departments()).isEmpty();
    Dashboard dashboard = dashboard();
    assertThat(dashboard.cells(POPULATION)).containsExactly(CELL);
    assertThat(concerns(dashboard, "R93")).isTrue();
    assertThat(concerns(dashboard, "R94")).isTrue();
    assertThat(concerns(dashboard, "R04")).isTrue();
    assertThat(concerns(dashboard, "R44")).isFalse();
    assertThat(dashboard.isPublished(POPULATION, CELL, Territory.FRANCE)).isFalse();
    // The values themselves are not guessed.
    assertThatThrownBy(() -> dashboard.ask(POPULATION, CELL, GEOGRAPHY.all()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void an_outline_is_made_for_what_was_taken_in_before_there_were_any() throws IOException {
    Map<Cell, Set<String>> known = new ParquetSource(folder, "population").departments();
    try (var files = Files.list(folder)) {
      for (Path each :
          files.filter(file -> file.toString().matches(".*(cells|zones).parquet")).toList()) {
        Files.delete(each);
      }
    }
    assertThat(new ParquetSource(folder, "population").departments()).isEqualTo(known);
    assertThat(new ParquetSource(folder, "population").said(false)).isEmpty();
  }
}
