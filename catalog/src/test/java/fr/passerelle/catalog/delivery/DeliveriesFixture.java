package fr.passerelle.catalog.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Format;
import fr.passerelle.catalog.observation.KnownFormats;
import fr.passerelle.catalog.observation.Line;
import fr.passerelle.catalog.observation.Place;
import fr.passerelle.catalog.observation.Question;
import fr.passerelle.catalog.observation.Question.Cut;
import fr.passerelle.catalog.observation.Question.Periods;
import fr.passerelle.catalog.studies.CatalogueFixture;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.catalog.territory.source.RealTerritories;
import fr.passerelle.catalog.territory.store.Geographies;
import fr.passerelle.testing.RealFiles;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries of figures over an empty database, and what is asked of them. */
abstract class DeliveriesFixture {
  static final String POPULATION = "CODGEO,LIBGEO,POP\n";

  final CatalogueFixture fixture = CatalogueFixture.empty();

  @TempDir Path folder = Path.of("");

  Deliveries deliveries = opened(Path.of(""));

  Deliveries opened(Path where) {
    Geographies geographies = Geographies.open(fixture.dataSource(), where, CatalogueFixture.CLOCK);
    return Deliveries.open(fixture.dataSource(), where, geographies, CatalogueFixture.CLOCK);
  }

  @BeforeEach
  void empty() {
    Jdbi.create(fixture.dataSource())
        .useHandle(handle ->
            handle.execute(
                "truncate figures_delivery, territory_part, territory_publication, territory_log"));
    deliveries = opened(folder);
  }

  /** The official territories in the place of the bundled ones. */
  void importTerritories() {
    Geographies geographies =
        Geographies.open(fixture.dataSource(), folder, CatalogueFixture.CLOCK);
    geographies.publish(
        new Geographies.Order(
            RealTerritories.parts(),
            Map.of(),
            edition -> Optional.of(Licence.ODBL_1_0),
            /* dryRun= */ false),
        new Findings());
    deliveries = Deliveries.open(fixture.dataSource(), folder, geographies, CatalogueFixture.CLOCK);
  }

  static Deliveries.Order order(
      Path file, Format format, int vintage, String period, Optional<Licence> licence) {
    return new Deliveries.Order(
        file,
        String.valueOf(file.getFileName()),
        format,
        format.name(),
        "Insee",
        vintage,
        period.isEmpty() ? Optional.empty() : Period.parse(period),
        Optional.empty(),
        licence,
        Optional.empty(),
        any -> true,
        /* dryRun= */ false);
  }

  Deliveries.Report accept(String file, Format format, int vintage, String period)
      throws IOException {
    return deliveries.accept(
        order(
            RealFiles.require("indicators/" + file),
            format,
            vintage,
            period,
            Optional.of(Licence.ETALAB_2_0)),
        new Findings());
  }

  Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  static Deliveries.Order typed(Path file) {
    return order(file, KnownFormats.POPULATION, 2024, "2021", Optional.of(Licence.ETALAB_2_0));
  }

  static Line ask(Published published, String indicator, String territory, String period) {
    Place place =
        new Place.Named(
            published
                .dashboard()
                .geography()
                .find(Territory.parse(territory).orElseThrow())
                .orElseThrow());
    List<Line> lines =
        new Question(
                List.of(published.indicator(indicator).orElseThrow()),
                List.of(place),
                period.equals("last")
                    ? new Periods.Last()
                    : new Periods.Those(List.of(Period.parse(period).orElseThrow())),
                new Cut.Whole())
            .ask(published.dashboard());
    assertThat(lines).hasSize(1);
    return lines.getFirst();
  }
}
