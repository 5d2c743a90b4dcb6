package fr.passerelle.catalog.delivery;

import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Categories;
import fr.passerelle.catalog.observation.Figures.Cell;
import fr.passerelle.catalog.observation.Observation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of a delivery before the values of its communes are read: which cells there are, of
 * communes of which departments, and what is said of zones. Two small files beside the large one,
 * made when it is taken in: catalogues and lists of indicators read nothing else.
 *
 * @param folder of the delivery
 */
record Outline(Path folder) {
  private static final String COMMUNES = " where starts_with(territory, 'COM-')";
  private static final String OTHERS = " where not starts_with(territory, 'COM-')";

  /** Codes of communes begin with that of their department, of three characters overseas. */
  private static final String CELLS =
      "select distinct indicator, categories, period, substr(territory, 5,"
          + " case when territory[5:6] in ('97', '98') then 3 else 2 end) as department from ";

  private static Path cellsIn(Path folder) {
    return folder.resolve("cells.parquet");
  }

  private static Path zonesIn(Path folder) {
    return folder.resolve("zones.parquet");
  }

  /** That of a delivery; made now where it was taken in before there were any. */
  static Outline of(Path folder) {
    if (!Files.exists(cellsIn(folder)) || !Files.exists(zonesIn(folder))) {
      make(folder);
    }
    return new Outline(folder);
  }

  /** Two who read one delivery for the first time make it once. */
  private static synchronized void make(Path folder) {
    write(folder, CELLS, COMMUNES + " order by all", cellsIn(folder));
    write(folder, "select * from ", OTHERS, zonesIn(folder));
  }

  /** A file that is there is whole. */
  private static void write(Path folder, String select, String rest, Path file) {
    if (Files.exists(file)) {
      return;
    }
    try {
      Path made = Files.createTempFile(folder, "outline", ".parquet");
      try {
        Parquet.copy(DeliveryFolder.observationsIn(folder), select, rest, made);
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(made);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no outline in " + folder, e);
    }
  }

  /** Codes of departments whose communes it tells of, by cell of an indicator. */
  Map<Cell, Set<String>> departments(String indicator) {
    Map<Cell, Set<String>> cells = new HashMap<>();
    Parquet.read(
        cellsIn(folder),
        "select categories, period, department from ",
        " where indicator = ?",
        List.of(indicator),
        row ->
            cells
                .computeIfAbsent(
                    new Cell(
                        Categories.parse(row.getString(1)).orElseThrow(),
                        Period.parse(row.getString(2)).orElseThrow()),
                    any -> new HashSet<>())
                .add(row.getString(3)));
    return cells;
  }

  /** What it says of territories that are no communes. */
  List<Observation> zones(String indicator) {
    List<Observation> all = new ArrayList<>();
    Parquet.read(
        zonesIn(folder),
        "select * from ",
        " where indicator = ?",
        List.of(indicator),
        row -> all.add(Parquet.observation(row)));
    return all;
  }
}
