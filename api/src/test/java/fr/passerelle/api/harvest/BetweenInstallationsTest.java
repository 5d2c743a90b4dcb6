package fr.passerelle.api.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import fr.passerelle.api.OperatedService;
import fr.passerelle.api.RunningService;
import fr.passerelle.catalog.harvest.HarvestReport;
import fr.passerelle.catalog.harvest.Harvests;
import fr.passerelle.catalog.harvest.OwnAddresses;
import fr.passerelle.catalog.harvest.web.Pause;
import fr.passerelle.catalog.profile.HarvestSource;
import fr.passerelle.catalog.sample.StudySample;
import fr.passerelle.catalog.studies.Actor;
import fr.passerelle.catalog.studies.Studies;
import fr.passerelle.catalog.studies.StudyDeposits;
import fr.passerelle.catalog.study.PartialDate;
import fr.passerelle.catalog.study.Reader;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.notice.Provenance;
import fr.passerelle.database.DataFolder;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import fr.passerelle.vocab.release.Import;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.release.Vocabularies;
import fr.passerelle.vocab.sample.Sample;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One installation harvests another, which runs: over real connections of this machine. */
class BetweenInstallationsTest {
  private final Database database;
  private final Vocabularies vocabularies;
  private final Studies studies;

  BetweenInstallationsTest() throws IOException {
    Path folder = Files.createTempDirectory("passerelle-harvester");
    DataFolder data = DataFolder.at(folder);
    database = Database.open(data, Role.COMMAND);
    vocabularies =
        new Vocabularies(database.dataSource(), data.releases(), data.index(), Clock.systemUTC());
    for (Sample.Part part : Sample.parts()) {
      vocabularies.publish(
          new Import(
              part.release(), new Findings(), Optional.of(part.licence()), /* dryRun= */ false));
    }
    vocabularies.reload();
    studies = Studies.open(database.dataSource(), this::snapshot);
    studies.put(StudySample.producers(), Actor.BUNDLED, Clock.systemUTC().instant());
  }

  @AfterEach
  void stop() {
    database.close();
  }

  private Snapshot snapshot() {
    return vocabularies.snapshot();
  }

  private HarvestReport harvest(
      HarvestSource.Kind kind, String path, String prefix, String own, boolean whole) {
    HarvestSource source =
        new HarvestSource(
            "voisine",
            kind,
            path.startsWith("http") ? path : RunningService.address() + path,
            prefix,
            "",
            Optional.empty(),
            Map.of(),
            new HarvestSource.Network(
                /* isPrivate= */ true, Duration.ofSeconds(60), /* pages= */ 50, 50 << 20));
    return new Harvests(
            new StudyDeposits(studies, this::snapshot, "themes", Clock.systemUTC()),
            studies,
            database.dataSource(),
            Provenance.themes(snapshot(), "themes"),
            new OwnAddresses(Set.of(own)),
            Pause.REAL,
            Clock.systemUTC())
        .run(source, whole);
  }

  private List<Study> all() {
    return studies.catalogue().as(Reader.ANYONE).list();
  }

  /** Records of studies that the other one offers portals. */
  private static int offered() {
    String page = RunningService.get("/catalog.nt").body();
    return (int)
        page.lines()
            .filter(line -> line.contains("/id/study/"))
            .filter(line -> line.endsWith("<http://www.w3.org/ns/dcat#Dataset> ."))
            .count();
  }

  @ParameterizedTest
  @CsvSource({
    "DCAT, /catalog, ''",
    "DCAT, /catalog.rdf, ''",
    "DCAT, /catalog.jsonld, ''",
    "OAI_PMH, /oai, dcat_ap",
    "OAI_PMH, /oai, oai_dc"
  })
  void what_another_installation_publishes_is_taken_as_it_is(
      HarvestSource.Kind kind, String path, String prefix) {
    HarvestReport report = harvest(kind, path, prefix, "https://ici.example.org", false);

    assertThat(report.stopped()).isEmpty();
    assertThat(report.findings().refused()).isEmpty();
    assertThat(report.created()).isEqualTo(offered()).isPositive();
    assertThat(all()).allSatisfy(study -> same(study, prefix.equals("oai_dc")));

    HarvestReport again = harvest(kind, path, prefix, "https://ici.example.org", true);
    assertThat(again.stopped()).isEmpty();
    assertThat(again.unchanged()).isEqualTo(report.created());
    assertThat(again.updated() + again.created() + again.deleted()).isZero();
    assertThat(again.gone()).isEmpty();
  }

  /** What is told of a study here is what is told of it there. */
  private static void same(Study study, boolean plain) {
    String uri = study.origin().uri();
    assertThat(uri).startsWith(RunningService.address() + "/id/study/");
    assertThat(study.origin().identifier()).isEqualTo(uri);
    String id = uri.substring(uri.lastIndexOf('/') + 1);
    Map<String, Object> there =
        JsonPath.read(RunningService.get("/api/v1/studies/" + id).body(), "$");

    assertThat(study.title()).isEqualTo(there.get("title"));
    assertThat(study.content().producers())
        .isEqualTo(JsonPath.<List<String>>read(there, "$.producers[*].code"));
    assertThat(study.content().authors()).isEmpty();
    assertThat(study.content().kind().id()).isEqualTo(there.get("kind"));
    assertThat(study.themes().stream().map(Object::toString).toList())
        .containsExactlyInAnyOrderElementsOf(
            JsonPath.<List<String>>read(there, "$.themes[*].code").stream()
                .map(code -> code.contains("/") ? code : "themes/" + code)
                .toList());
    assertThat(study.content().dates().issued().map(PartialDate::exact).orElse(null))
        .isEqualTo(there.get("issued") instanceof Map<?, ?> issued ? issued.get("value") : null);
    assertThat(study.content().reading().landingPage())
        .isEqualTo(there.get("landingPage") == null ? "" : there.get("landingPage"));
    assertThat(study.content().reading().documents())
        .extracting(each -> each.url())
        .isEqualTo(JsonPath.<List<String>>read(there, "$.documents[*].url"));
    if (!plain) {
      assertThat(study.territories().stream().map(Object::toString).toList())
          .containsAll(JsonPath.<List<String>>read(there, "$.territories[*].code"));
    }
  }

  @ParameterizedTest
  @CsvSource({"DCAT, /catalog, ''", "OAI_PMH, /oai, dcat_ap", "OAI_PMH, /oai, oai_dc"})
  void what_came_from_here_is_known_and_left(HarvestSource.Kind kind, String path, String prefix) {
    HarvestReport report = harvest(kind, path, prefix, RunningService.address(), false);

    assertThat(report.stopped()).isEmpty();
    assertThat(report.ours()).isEqualTo(offered());
    assertThat(all()).isEmpty();
  }

  /** Sectors and audiences are words, codes are those of ROME: in both they are what they were. */
  @ParameterizedTest
  @CsvSource({
    "DCAT, /catalog.ttl, ''",
    "DCAT, /catalog.rdf, ''",
    "DCAT, /catalog.jsonld, ''",
    "OAI_PMH, /oai, dcat_ap"
  })
  void what_a_study_is_about_arrives_as_what_it_is(
      HarvestSource.Kind kind, String path, String prefix, @TempDir Path folder)
      throws IOException {
    try (OperatedService other = new OperatedService(folder)) {
      other.deposit(
          """
          {"title": "Les métiers du numérique", "identifier": "numerique", "producers": ["insee"],
           "status": "published", "themes": ["emploi"], "territories": ["R44"],
           "sectors": ["Numérique & télécoms"], "audiences": ["apprentis", "seniors"],
           "subjects": ["rome-4/M1805"]}
          """);

      HarvestReport report =
          harvest(kind, other.address() + path, prefix, "https://ici.example.org", false);

      assertThat(report.stopped()).isEmpty();
      assertThat(report.findings().refused()).isEmpty();
    }
    Study study =
        all().stream()
            .filter(each -> each.title().equals("Les métiers du numérique"))
            .findFirst()
            .orElseThrow();
    assertThat(study.content().subjects().sectors()).containsExactly("Numérique & télécoms");
    assertThat(study.content().subjects().audiences()).containsExactly("apprentis", "seniors");
    assertThat(study.content().subjects().concepts()).hasToString("[rome-4/M1805]");
    assertThat(study.content().note()).doesNotContain("Mots-clés");
  }
}
