package fr.passerelle.api;

import fr.passerelle.catalog.territory.store.Geographies;
import fr.passerelle.catalog.territory.store.Perimeters;
import fr.passerelle.database.DataFolder;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import javax.sql.DataSource;

/** The territories of a service: read beside the start of the channels. */
final class TerritoryService {
  private TerritoryService() {}

  /** Begins to read the territories, and gives the channels what they need of them. */
  static Geographies register(
      ApplicationContext context, DataSource dataSource, DataFolder folder) {
    Clock clock = Clock.systemUTC();
    Geographies geographies = Geographies.open(dataSource, folder.releases(), clock);
    context.registerSingleton(geographies);
    context.registerSingleton(new Perimeters(dataSource, Perimeters.Bounds.USUAL, clock));
    return geographies;
  }
}
