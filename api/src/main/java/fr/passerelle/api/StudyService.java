package fr.passerelle.api;

import fr.passerelle.catalog.profile.Profile;
import fr.passerelle.catalog.sample.StudySample;
import fr.passerelle.catalog.studies.Actor;
import fr.passerelle.catalog.studies.Passages;
import fr.passerelle.catalog.studies.Studies;
import fr.passerelle.catalog.studies.StudyDeposits;
import fr.passerelle.catalog.territory.Territories;
import fr.passerelle.catalog.territory.store.Geographies;
import fr.passerelle.catalog.use.Reuses;
import fr.passerelle.catalog.use.UseCounts;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.release.Vocabularies;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The studies of a service: read beside the start of the channels, bundled ones put in first. */
final class StudyService {
  private static final Logger LOG = LoggerFactory.getLogger(StudyService.class);

  private StudyService() {}

  /** Begins to read the studies, and gives the channels what they need of them. */
  static Studies register(
      ApplicationContext context,
      DataSource dataSource,
      Vocabularies vocabularies,
      Geographies geographies,
      Profile profile) {
    Clock clock = Clock.systemUTC();
    Studies studies =
        Studies.open(
            dataSource,
            vocabularies::snapshot,
            snapshot -> Territories.of(snapshot, geographies::geography),
            empty -> loadBundled(empty, vocabularies, clock));
    context.registerSingleton(studies);
    context.registerSingleton(deposits(studies, vocabularies, profile, clock));
    context.registerSingleton(new Passages(studies, clock));
    context.registerSingleton(new Reuses(dataSource, studies, clock));
    context.registerSingleton(new UseCounts(dataSource, clock));
    return studies;
  }

  /** Deposits in the studies of an installation. */
  static StudyDeposits deposits(
      Studies studies, Vocabularies vocabularies, Profile profile, Clock clock) {
    return new StudyDeposits(studies, vocabularies::snapshot, profile.themes(), clock);
  }

  /** Its themes are those of the bundled scheme; where a region has others, it does without. */
  private static void loadBundled(Studies studies, Vocabularies vocabularies, Clock clock) {
    studies.put(StudySample.producers(), Actor.BUNDLED, clock.instant());
    try {
      new StudyDeposits(studies, vocabularies::snapshot, Edition.THEMES.id(), clock)
          .deposit(Actor.BUNDLED, StudyDeposits.Deposit.of(StudySample.studies()));
    } catch (RefusedException e) {
      LOG.warn("les études embarquées ne vont pas avec ce qui est publié : {}", e.getMessage());
    }
  }
}
