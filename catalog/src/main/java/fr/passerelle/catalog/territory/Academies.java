package fr.passerelle.catalog.territory;

import fr.passerelle.vocab.Licence;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The academies (code de l'éducation, articles R222-2 and D222-2): each is a union of departments,
 * as the bundled list says.
 */
final class Academies {
  private static final Zoning.Origin ORIGIN =
      new Zoning.Origin(
          "academies",
          "2020",
          LocalDate.of(2020, 1, 1),
          "Code de l'éducation",
          Licence.ETALAB_2_0,
          /* sample= */ false);

  private Academies() {}

  static Zoning of(Zoning departments) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Academies.class.getResourceAsStream("academies.csv")),
                StandardCharsets.UTF_8))) {
      List<Zone> zones =
          lines
              .lines()
              .skip(1)
              .map(line -> line.split(";", -1))
              .map(cells -> academy(cells, departments))
              .filter(each -> !each.communes().isEmpty())
              .toList();
      return new Zoning("ACADEMIE", "Académies", ORIGIN, zones);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Zone academy(String[] cells, Zoning departments) {
    Set<String> of = Set.of(cells[2].split(" ", -1));
    return new Zone(
        Territory.of("ACADEMIE", cells[0]),
        cells[1],
        Communes.union(
            departments.zones().stream()
                .filter(each -> of.contains(each.territory().code()))
                .map(Zone::communes)
                .toList()));
  }
}
