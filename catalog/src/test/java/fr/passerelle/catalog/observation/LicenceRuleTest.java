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
import fr.passerelle.catalog.territory.Zoning;
import fr.passerelle.vocab.CombinedLicence;
import fr.passerelle.vocab.Licence;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenceRuleTest {
  private static final Period PERIOD = Period.year(2025);
  private static final Cell CELL = new Cell(Categories.WHOLE, PERIOD);
  private static final Indicator JOBS = indicator("jobs", Measure.stock());
  private static final Indicator PEOPLE = indicator("people", Measure.stock());
  private static final Indicator RATE = indicator("rate", Measure.ratio("jobs", "people", 100));

  private static Indicator indicator(String id, Measure measure) {
    return new Indicator(id, 1, id, "", "emploi", "", "", 0, "", false, measure, List.of());
  }

  /** The bundled territories as a producer under that licence would publish them. */
  private static Geography territories(Licence licence) {
    Geography.Source bundled = GeographySample.source();
    return Geography.of(
        List.of(
            new Geography.Source(
                bundled.part(),
                new Zoning.Origin(
                    "cog", "2024", LocalDate.of(2024, 1, 1), "COGugaison", licence, false),
                bundled.hash())));
  }

  /** A value of each department of Corsica. */
  private static Figures figures(Indicator indicator, Geography geography, String receipt) {
    return Figures.of(
        indicator,
        geography,
        List.of(
            new Figures.Delivered(
                receipt,
                receipt,
                2024,
                Stream.of("D2A", "D2B")
                    .map(department ->
                        new Observation(
                            indicator.id(),
                            Categories.WHOLE,
                            Territory.parse(department).orElseThrow(),
                            PERIOD,
                            OptionalDouble.of(10),
                            ObservationStatus.NORMAL,
                            new Observation.Wording("", List.of(), "", ""),
                            receipt))
                    .toList())));
  }

  @ParameterizedTest(name = "{0} in {1}: {2} over {3}, communes under {4}: {5}")
  @CsvSource({
    // What a source says of that very territory is its own.
    "jobs, D2A, etalab-2.0, etalab-2.0, odbl-1.0, etalab-2.0",
    "jobs, D2A, cc-by-nd-4.0, etalab-2.0, odbl-1.0, cc-by-nd-4.0",
    // A sum is made of the lists of communes too.
    "jobs, R94, etalab-2.0, etalab-2.0, etalab-2.0, etalab-2.0",
    "jobs, R94, etalab-2.0, etalab-2.0, odbl-1.0, odbl-1.0",
    "jobs, R94, cc-by-4.0, etalab-2.0, odbl-1.0, LICENCE",
    "jobs, R94, cc-by-nd-4.0, etalab-2.0, etalab-2.0, LICENCE",
    "jobs, R94, ?, etalab-2.0, etalab-2.0, LICENCE",
    // A quotient is made of both terms.
    "rate, R94, etalab-2.0, cc-by-4.0, etalab-2.0, cc-by-4.0",
    "rate, D2A, odbl-1.0, cc-by-sa-4.0, etalab-2.0, LICENCE",
  })
  void what_is_computed_is_published_where_the_licences_go_together(
      String indicator, String place, String jobs, String people, String communes, String told) {
    Geography geography = territories(Licence.find(communes).orElseThrow());
    Dashboard dashboard =
        new Dashboard(
            geography,
            id ->
                Optional.of(
                    switch (id) {
                      case "jobs" -> figures(JOBS, geography, "of-jobs");
                      case "people" -> figures(PEOPLE, geography, "of-people");
                      default -> Figures.of(RATE, geography, List.of());
                    }),
            receipt -> CombinedLicence.of(Licence.find(receipt.equals("of-jobs") ? jobs : people)));
    Place.Named where =
        new Place.Named(geography.find(Territory.parse(place).orElseThrow()).orElseThrow());
    Indicator asked = indicator.equals("jobs") ? JOBS : RATE;
    Line line = new Line(asked, where, CELL, dashboard.ask(asked, CELL, where));

    if (line.answer() instanceof Answer.Refusal refusal) {
      assertThat(refusal.reason().name()).isEqualTo(told);
      assertThat(refusal.explanation()).contains("source");
      assertThat(line.value()).isEmpty();
    } else {
      assertThat(dashboard.licence(line).whole()).contains(Licence.find(told).orElseThrow());
      assertThat(dashboard.origins(line).stream().map(Zoning.Origin::author))
          .isSubsetOf("COGugaison")
          .hasSize(line.answer() instanceof Answer.Published ? 0 : 1);
    }
  }
}
