package fr.passerelle.catalog.delivery;

import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.catalog.territory.Zone;
import fr.passerelle.testing.RealFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sums of the survey BMO made another way: by hand, from the lines of the file. */
final class Recount {
  private static final Map<String, Integer> COLUMN =
      Map.of(
          "projets-de-recrutement", 1,
          "projets-de-recrutement-difficiles", 2,
          "projets-de-recrutement-saisonniers", 3);

  private Recount() {}

  /** The sum over the basins that lie inside, of occupations no part of which is withheld. */
  static double of(Geography geography, String code, String indicator) throws IOException {
    Zone zone = geography.find(Territory.parse(code).orElseThrow()).orElseThrow();
    Map<String, Double> sums = new HashMap<>();
    Set<String> withheld = new HashSet<>();
    List<String> lines = Files.readAllLines(RealFiles.require("indicators/bmo_2024.csv"));
    for (String line : lines.subList(1, lines.size())) {
      // Quoted names hold commas; the figures are the last three cells, the basin comes before.
      String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
      String basin = cells[9];
      boolean inside =
          geography
              .find(Territory.of("BE", basin))
              .filter(each -> zone.communes().containsAll(each.communes()))
              .isPresent();
      if (inside) {
        String value = cells[cells.length - 4 + COLUMN.getOrDefault(indicator, 0)];
        String key = cells[1] + "|" + basin;
        if (value.equals("*")) {
          withheld.add(key);
        } else {
          sums.merge(key, Double.parseDouble(value), Double::sum);
        }
      }
    }
    sums.keySet().removeAll(withheld);
    return sums.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
