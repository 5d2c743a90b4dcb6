package fr.passerelle.api;

import fr.passerelle.catalog.delivery.Deliveries;
import fr.passerelle.catalog.delivery.SealedSupplies;
import fr.passerelle.catalog.delivery.Supplies;
import fr.passerelle.catalog.territory.store.Geographies;
import fr.passerelle.database.DataFolder;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import javax.sql.DataSource;

/** The figures of a service: which deliveries there are; their values are read when asked for. */
final class FigureService {
  private FigureService() {}

  /** Gives the channels what they need of figures. */
  static Deliveries register(
      ApplicationContext context,
      DataSource dataSource,
      DataFolder folder,
      Geographies geographies) {
    Deliveries deliveries =
        Deliveries.open(dataSource, folder.deliveries(), geographies, Clock.systemUTC());
    context.registerSingleton(deliveries);
    context.registerSingleton(
        Supplies.open(
            dataSource, deliveries, SealedSupplies.Places.in(folder.root()), Clock.systemUTC()));
    return deliveries;
  }
}
