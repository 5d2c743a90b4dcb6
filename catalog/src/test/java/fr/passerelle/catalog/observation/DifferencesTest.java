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
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferencesTest {
  private static final Geography GEOGRAPHY = Geography.of(List.of(GeographySample.source()));
  private static final Period PERIOD = Period.year(2025);
  private static final Indicator ASKED = indicator("asked", Measure.stock());
  private static final Indicator TAUGHT = indicator("taught", Measure.stock());
  private static final Indicator GAP = indicator("gap", Measure.difference("asked", "taught"));

  private static Indicator indicator(String id, Measure measure) {
    return new Indicator(
        id, 1, id, "", "competences", "", "postes", 0, "", false, measure, List.of());
  }

  /** Values of the two departments of Corsica, {@code -} for none. */
  private static Figures figures(Indicator indicator, String south, String north) {
    List<Observation> all = new ArrayList<>();
    for (String each : List.of("D2A=" + south, "D2B=" + north)) {
      String value = each.substring(each.indexOf('=') + 1);
      boolean missing = value.equals("-");
      all.add(
          new Observation(
              indicator.id(),
              Categories.WHOLE,
              Territory.parse(each.substring(0, each.indexOf('='))).orElseThrow(),
              PERIOD,
              missing ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(value)),
              missing ? ObservationStatus.NOT_COLLECTED : ObservationStatus.PROVISIONAL,
              new Observation.Wording("", List.of(), "", ""),
              ""));
    }
    return Figures.of(
        indicator, GEOGRAPHY, List.of(new Figures.Delivered(indicator.id(), "s", 2024, all)));
  }

  @ParameterizedTest(name = "{0}, {1} less {2}, {3} in {4} is {5}")
  @CsvSource({
    "10, 5, 4, 3, R94, 8",
    "10, 5, 4, 3, D2A, 6",
    "4, 3, 10, 5, R94, -8",
    "0, 0, 0, 0, R94, 0",
    "10, 5, 4, -, R94, MISSING_TERM",
    "10, 5, 4, -, D2A, 6",
    "10, 5, 4, -, D2B, MISSING_TERM",
    "-, -, 4, 3, R94, MISSING_TERM",
    "10, 5, 4, 3, R93, MISSING_TERM",
  })
  void both_sides_are_of_the_whole_territory(
      String asked1, String asked2, String taught1, String taught2, String place, String told) {
    Dashboard dashboard =
        Dashboard.of(
            GEOGRAPHY,
            List.of(
                figures(ASKED, asked1, asked2),
                figures(TAUGHT, taught1, taught2),
                Figures.of(GAP, GEOGRAPHY, List.of())),
            Dashboard.MOST_UNCERTAIN);
    Answer answer =
        dashboard.ask(
            GAP,
            new Cell(Categories.WHOLE, PERIOD),
            GEOGRAPHY.find(Territory.parse(place).orElseThrow()).orElseThrow());

    if (answer instanceof Answer.Refusal refusal) {
      assertThat(refusal.reason().name()).isEqualTo(told);
      assertThat(refusal.explanation()).startsWith("Une différence demande ses deux termes");
    } else {
      assertThat(answer)
          .isInstanceOfSatisfying(
              Answer.Difference.class,
              difference -> {
                assertThat(difference.value()).isEqualTo(Double.parseDouble(told));
                assertThat(difference.statuses()).containsOnlyKeys(ObservationStatus.PROVISIONAL);
                assertThat(difference.deliveries()).containsExactly("asked", "taught");
              });
    }
    assertThat(dashboard.cells(GAP)).hasSize(1);
  }
}
