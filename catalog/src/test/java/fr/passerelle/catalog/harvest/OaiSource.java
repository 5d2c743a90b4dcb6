package fr.passerelle.catalog.harvest;

import static fr.passerelle.catalog.harvest.Repository.whole;

import fr.passerelle.catalog.profile.HarvestSource;
import fr.passerelle.catalog.studies.CatalogueFixture;
import fr.passerelle.catalog.studies.Studies;
import fr.passerelle.catalog.study.Reader;
import fr.passerelle.catalog.study.Study;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

/** An empty catalogue and a source of OAI-PMH that it harvests. */
abstract class OaiSource {
  final CatalogueFixture fixture = CatalogueFixture.empty();
  final Studies studies = fixture.open();
  final Repository repository = new Repository();
  final List<Duration> pauses = new ArrayList<>();
  HarvestSource.Network network =
      new HarvestSource.Network(
          /* isPrivate= */ true, Duration.ofSeconds(20), /* pages= */ 20, /* bytes= */ 1 << 20);
  String prefix = "oai_dc";

  @AfterEach
  void stop() {
    repository.close();
  }

  HarvestReport harvest() {
    return harvest(/* whole= */ false);
  }

  HarvestReport harvest(boolean whole) {
    HarvestSource source =
        new HarvestSource(
            "depot",
            HarvestSource.Kind.OAI_PMH,
            repository.url(),
            prefix,
            "",
            Optional.empty(),
            Map.of("Ministère chargé du travail", "dares"),
            network);
    return new Harvests(
            fixture.deposits(studies),
            studies,
            fixture.dataSource(),
            Map.of(),
            new OwnAddresses(Set.of("https://ici.example.org")),
            pauses::add,
            CatalogueFixture.CLOCK)
        .run(source, whole);
  }

  List<Study> all() {
    return studies.catalogue().as(Reader.ANYONE).list();
  }

  static String rule(HarvestReport report) {
    return report.stopped().map(fault -> fault.rule()).orElse("");
  }

  int events() {
    return (int) studies.catalogue().sequence();
  }
}
