package fr.passerelle.catalog.harvest;

import fr.passerelle.catalog.harvest.dcat.DcatFeed;
import fr.passerelle.catalog.harvest.dcat.DcatRecord;
import fr.passerelle.catalog.harvest.feed.Feed;
import fr.passerelle.catalog.harvest.oai.OaiFeed;
import fr.passerelle.catalog.harvest.web.Pause;
import fr.passerelle.catalog.harvest.web.SourceClient;
import fr.passerelle.catalog.profile.HarvestSource;
import fr.passerelle.catalog.studies.Studies;
import fr.passerelle.catalog.studies.StudyDeposits;
import fr.passerelle.catalog.study.RecordOrigin;
import fr.passerelle.catalog.study.notice.Provenance;
import fr.passerelle.vocab.source.Findings;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;

/** Harvests sources of the profile. */
public final class Harvests {
  private final StudyDeposits deposits;
  private final Studies studies;
  private final Map<String, String> themes;
  private final Pause pause;
  private final Clock clock;
  private final Harvest harvest;

  /**
   * @param themes codes of themes by their folded labels
   * @param own where studies are published here
   * @param pause how to wait for a source
   */
  public Harvests(
      StudyDeposits deposits,
      Studies studies,
      DataSource dataSource,
      Map<String, String> themes,
      OwnAddresses own,
      Pause pause,
      Clock clock) {
    this.deposits = deposits;
    this.studies = studies;
    this.themes = themes;
    this.pause = pause;
    this.clock = clock;
    harvest = new Harvest(deposits, dataSource, own, clock);
  }

  /**
   * Harvests one source.
   *
   * @param whole whether to read it from the beginning again
   */
  public HarvestReport run(HarvestSource source, boolean whole) {
    Findings findings = new Findings();
    try (SourceClient client = new SourceClient(source, pause)) {
      return harvest.run(source, feed(source, client, findings), findings, whole);
    }
  }

  private Feed feed(HarvestSource source, SourceClient client, Findings findings) {
    Instant now = clock.instant();
    return switch (source.kind()) {
      case OAI_PMH ->
          new OaiFeed(
              source,
              client,
              from(source, RecordOrigin.Kind.IMPORTED),
              new DcatRecord(source.code()),
              findings,
              now);
      case DCAT ->
          new DcatFeed(source, client, from(source, RecordOrigin.Kind.FEDERATED), findings, now);
    };
  }

  private Provenance from(HarvestSource source, RecordOrigin.Kind kind) {
    return new Provenance(
        source.producer(),
        source.producers(),
        studies.catalogue().producers(),
        themes,
        deposits::isConcept,
        kind,
        source.code());
  }
}
