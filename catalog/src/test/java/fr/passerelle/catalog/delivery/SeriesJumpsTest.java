package fr.passerelle.catalog.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.KnownFormats;
import fr.passerelle.catalog.studies.CatalogueFixture;
import fr.passerelle.catalog.territory.store.Geographies;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What jumps from one delivery of a series to the next is remarked, and taken. */
class SeriesJumpsTest {
  private final CatalogueFixture fixture = CatalogueFixture.empty();

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void empty() {
    Jdbi.create(fixture.dataSource())
        .useHandle(handle ->
            handle.execute(
                "truncate figures_delivery, territory_part, territory_publication, territory_log"));
  }

  private List<String> remarks(String year, String... rows) throws IOException {
    Geographies geographies =
        Geographies.open(fixture.dataSource(), folder, CatalogueFixture.CLOCK);
    Deliveries deliveries =
        Deliveries.open(fixture.dataSource(), folder, geographies, CatalogueFixture.CLOCK);
    Path file = folder.resolve("population-" + year + ".csv");
    Files.writeString(file, "CODGEO,LIBGEO,POP\n" + String.join("\n", rows) + "\n");
    Findings findings = new Findings();
    Deliveries.Report report =
        deliveries.accept(
            new Deliveries.Order(
                file,
                file.getFileName().toString(),
                KnownFormats.POPULATION,
                "population",
                "Insee",
                deliveries.vintage(),
                Period.parse(year),
                Optional.empty(),
                Optional.of(Licence.ETALAB_2_0),
                Optional.empty(),
                any -> true,
                /* dryRun= */ false),
            findings);
    assertThat(report.outcome()).isEqualTo(Deliveries.Outcome.ACCEPTED);
    assertThat(report.delivery().remarks()).isEqualTo(findings.remarks());
    return findings.remarks();
  }

  @Test
  void totalsThatJumpAndValuesThatAreLackingAreRemarked() throws IOException {
    assertThat(remarks("2020", "13001,Aix,145000", "13004,Arles,50000")).isEmpty();
    assertThat(remarks("2021", "13001,Aix,146000", "13004,Arles,50500")).isEmpty();
    assertThat(remarks("2022", "13001,Aix,1460000", "13004,Arles,50500"))
        .singleElement()
        .asString()
        .contains("2022", "2021", "vérifier l'unité");
    assertThat(remarks("2023", "13001,Aix,1460000"))
        .singleElement()
        .asString()
        .contains("1 valeurs pour 2023, contre 2 (2022)");
    // What was delivered before for the same period is compared too.
    assertThat(remarks("2023", "13001,Aix,700000"))
        .singleElement()
        .asString()
        .contains("livré auparavant");
  }
}
