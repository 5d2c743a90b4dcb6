package fr.passerelle.catalog.territory;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** France and the parts of it that figures are compared with, from its regions. */
final class Comparisons {
  /** Guadeloupe, Martinique, Guyane, La Réunion, Mayotte. */
  private static final List<String> OVERSEAS = List.of("01", "02", "03", "04", "06");

  private static final String ILE_DE_FRANCE = "11";

  private Comparisons() {}

  /** None where no region is known. */
  static Stream<Zone> of(Geography geography) {
    List<Zone> regions = geography.zoning(Territory.REGIONS).map(Zoning::zones).orElse(List.of());
    return Stream.of(
            zone(Territory.FRANCE, "France", regions, code -> true),
            zone(
                Territory.FRANCE_METRO,
                "France métropolitaine",
                regions,
                code -> !OVERSEAS.contains(code)),
            zone(
                Territory.FRANCE_DE_PROVINCE,
                "France de province",
                regions,
                code -> !OVERSEAS.contains(code) && !code.equals(ILE_DE_FRANCE)))
        .filter(each -> !each.communes().isEmpty());
  }

  private static Zone zone(
      Territory territory, String name, List<Zone> regions, Predicate<String> in) {
    return new Zone(
        territory,
        name,
        Communes.union(
            regions.stream()
                .filter(each -> in.test(each.territory().code()))
                .map(Zone::communes)
                .toList()));
  }
}
