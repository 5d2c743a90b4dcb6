package fr.passerelle.catalog.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.Measure;
import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Figures.Cell;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Perimeter;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.catalog.territory.source.RealTerritories;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/**
 * Figures of today over communes of another year: whole where all of one is there, else estimated.
 */
class FormerPerimeterTest {
  private static final Geography GEOGRAPHY = RealTerritories.geography();
  private static final Cell CELL = new Cell(Categories.WHOLE, Period.year(2024));
  private static final Indicator JOBS = indicator("jobs", Measure.stock());
  private static final Indicator PEOPLE = indicator("people", Measure.stock());
  private static final Indicator RATE = indicator("rate", Measure.ratio("jobs", "people", 100));
  private static final Dashboard DASHBOARD =
      Dashboard.of(
          GEOGRAPHY,
          List.of(
              figures(JOBS, 300, 40),
              figures(PEOPLE, 1_000, 100),
              Figures.of(RATE, GEOGRAPHY, List.of())),
          Dashboard.MOST_UNCERTAIN);

  private static Indicator indicator(String id, Measure measure) {
    return new Indicator(id, 1, id, "", "emploi", "", "", 0, "", false, measure, List.of());
  }

  /** Of 85292, which 85041 and 85271 went into in 2024, and of Marseille. */
  private static Figures figures(Indicator indicator, double merged, double marseille) {
    return Figures.of(
        indicator,
        GEOGRAPHY,
        List.of(
            new Figures.Delivered(
                "r",
                "s",
                GEOGRAPHY.vintage(),
                List.of(
                    observation(indicator, "85292", merged),
                    observation(indicator, "13055", marseille)))));
  }

  private static Observation observation(Indicator indicator, String commune, double value) {
    return new Observation(
        indicator.id(),
        Categories.WHOLE,
        Territory.commune(commune),
        CELL.period(),
        OptionalDouble.of(value),
        ObservationStatus.NORMAL,
        Observation.Wording.NONE,
        "");
  }

  private static Place place(String... codes) {
    Perimeter.Placed placed = Perimeter.of(2023, List.of(codes)).in(GEOGRAPHY);
    return new Place.Drawn("p", placed.communes(), placed.fractions());
  }

  private static Answer.Sum sum(String... codes) {
    return (Answer.Sum) DASHBOARD.ask(JOBS, CELL, place(codes));
  }

  @Test
  void communes_that_were_merged_are_together_what_they_are_today_exactly() {
    Answer.Sum both = sum("85041", "85271", "85292", "13055");
    assertThat(both.value()).isEqualTo(340);
    assertThat(both.statuses()).containsOnlyKeys(ObservationStatus.NORMAL);
    assertThat(both.coverage().covered()).isEqualTo(2);
  }

  @Test
  void one_of_them_alone_is_an_estimate_that_says_so() {
    Answer.Sum small = sum("85041", "13055");
    Answer.Sum large = sum("85271", "85292", "13055");
    assertThat(small.value() + large.value()).isCloseTo(300 + 2 * 40, within(1e-6));
    assertThat(small.value()).isBetween(40.0, large.value());
    assertThat(small.statuses())
        .containsEntry(ObservationStatus.ESTIMATED, 1)
        .containsEntry(ObservationStatus.NORMAL, 1);
    assertThat(small.coverage().expected()).isEqualTo(2);
    assertThat(small.coverage().share()).isEqualTo(1);
    assertThat(place("85041", "13055").name())
        .isEqualTo("Périmètre de 2 communes, dont 1 en partie");
    Answer.Quotient rate = (Answer.Quotient) DASHBOARD.ask(RATE, CELL, place("85041", "13055"));
    assertThat(rate.numerator()).isEqualTo(small.value());
    assertThat(rate.value()).isEqualTo(100 * rate.numerator() / rate.denominator());
  }

  @Test
  void a_part_of_a_commune_without_figures_is_a_gap() {
    // 85084 has none: of its parts of 2024 nothing was delivered.
    Answer.Sum some = sum("85041", "85084");
    assertThat(some.coverage().covered()).isEqualTo(1);
    assertThat(some.coverage().expected()).isEqualTo(4);
    assertThat(some.coverage().share()).isBetween(0.0, 0.5);
  }
}
