package fr.passerelle.catalog.observation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.Measure;
import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Figures.Cell;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.GeographySample;
import fr.passerelle.catalog.territory.Territory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankTest {
  private static final Geography GEOGRAPHY = Geography.of(List.of(GeographySample.source()));
  private static final Period PERIOD = Period.year(2025);
  private static final Cell CELL = new Cell(Categories.WHOLE, PERIOD);
  private static final List<String> REGIONS =
      GEOGRAPHY.zoning("REG").orElseThrow().zones().stream()
          .map(each -> each.territory().toString())
          .toList();
  private static final Indicator INDICATOR =
      new Indicator(
          "x",
          1,
          "X",
          "",
          "emploi",
          "",
          "%",
          1,
          "",
          false,
          Measure.published(Measure.Kind.MEDIAN, ""),
          List.of());

  /** Regions in the order of the zoning, one value each, the rest without. */
  private static Dashboard dashboard(List<Double> values) {
    List<Observation> all = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      boolean missing = Double.isNaN(values.get(i));
      all.add(
          new Observation(
              "x",
              Categories.WHOLE,
              Territory.parse(REGIONS.get(i)).orElseThrow(),
              PERIOD,
              missing ? OptionalDouble.empty() : OptionalDouble.of(values.get(i)),
              missing ? ObservationStatus.SUPPRESSED : ObservationStatus.NORMAL,
              new Observation.Wording("", List.of(), "", ""),
              ""));
    }
    return Dashboard.of(
        GEOGRAPHY,
        List.of(
            Figures.of(INDICATOR, GEOGRAPHY, List.of(new Figures.Delivered("r", "s", 2024, all)))),
        Dashboard.MOST_UNCERTAIN);
  }

  private static Optional<Rank> rank(Dashboard dashboard, Place place) {
    return Rank.of(
        dashboard, new Line(INDICATOR, place, CELL, dashboard.ask(INDICATOR, CELL, place)));
  }

  private static Place place(String territory) {
    return new Place.Named(GEOGRAPHY.find(Territory.parse(territory).orElseThrow()).orElseThrow());
  }

  @ParameterizedTest(name = "region {0} is {1} with {2} others")
  @CsvSource({"0, 1, 1", "1, 1, 1", "2, 3, 0", "3, 4, 2", "5, 4, 2", "9, 10, 0"})
  void the_highest_is_first_and_equal_values_share_a_rank(int region, int position, int ties) {
    List<Double> values = List.of(9.0, 9.0, 8.0, 7.0, 7.0, 7.0, 6.0, 5.0, 4.0, 3.0);
    Rank rank = rank(dashboard(values), place(REGIONS.get(region))).orElseThrow();
    assertThat(rank).isEqualTo(new Rank("REG", OptionalInt.of(position), ties, 10, REGIONS.size()));
    assertThat(rank.explanation()).isEmpty();
  }

  @Test
  void of_fewer_than_half_there_is_no_rank() {
    List<Double> values = new ArrayList<>(List.of(9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0));
    values.add(Double.NaN);
    Rank rank = rank(dashboard(values), place(REGIONS.getFirst())).orElseThrow();
    assertThat(rank).isEqualTo(new Rank("REG", OptionalInt.empty(), 0, 8, REGIONS.size()));
    assertThat(rank.explanation()).contains("8 territoires sur 18");
    values.set(8, 1.0);
    assertThat(rank(dashboard(values), place(REGIONS.getFirst())).orElseThrow().position())
        .hasValue(1);
  }

  @Test
  void what_has_no_value_or_no_peers_has_no_rank() {
    List<Double> values = new ArrayList<>(List.of(9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0));
    values.add(Double.NaN);
    Dashboard dashboard = dashboard(values);
    assertThat(rank(dashboard, place(REGIONS.get(9)))).isEmpty();
    assertThat(rank(dashboard, place("FRANCE"))).isEmpty();
    assertThat(
            rank(
                dashboard,
                new Place.Drawn(
                    "x",
                    GEOGRAPHY
                        .find(Territory.parse(REGIONS.getFirst()).orElseThrow())
                        .orElseThrow()
                        .communes())))
        .isEmpty();
  }
}
