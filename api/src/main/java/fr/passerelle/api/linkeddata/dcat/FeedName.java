package fr.passerelle.api.linkeddata.dcat;

import fr.passerelle.catalog.dataset.Subset;
import java.util.Optional;

/** How the change feed of a part of the catalogue is named in addresses. */
final class FeedName {
  private static final String OF_PORTALS = "catalog";

  private FeedName() {}

  static String of(Subset part) {
    return part == Subset.PORTALS ? OF_PORTALS : part.word();
  }

  static Optional<Subset> find(String name) {
    return name.equals(OF_PORTALS) ? Optional.of(Subset.PORTALS) : Subset.find(name);
  }
}
