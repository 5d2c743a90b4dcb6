package fr.passerelle.catalog.territory.source;

import fr.passerelle.catalog.territory.GeographyPart;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Official files of territories: the Insee geographic code as COGugaison publishes it (zonings,
 * labels, passages, populations), the passages of all years to one, the employment basins of France
 * Travail, a region's own zonings. Each file is known by its header, whatever its name.
 */
public final class TerritoryFiles {
  private TerritoryFiles() {}

  /**
   * What a person says of the files.
   *
   * @param zoning name of the zoning, for a file that holds one
   * @param author who made it
   * @param release name of the state; the vintage in the name of the file by default
   * @param issued date of the files; 1 January of the vintage by default
   */
  public record Order(
      Optional<String> zoning,
      Optional<String> author,
      Optional<String> release,
      Optional<LocalDate> issued) {
    /** Files that say all. */
    public static final Order NONE =
        new Order(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** What comes with a table of zones is of its year, where nothing else says. */
    private Order dated(List<Path> tables) {
      return new Order(
          zoning,
          author,
          release.or(() ->
              tables.stream()
                  .flatMapToInt(table -> OfficialCode.year(table).stream())
                  .mapToObj(Integer::toString)
                  .findFirst()),
          issued);
    }
  }

  /**
   * What files say.
   *
   * @param parts one for each source
   * @param places where a region's zonings name a commune first, for messages
   */
  public record Reading(List<GeographyPart> parts, Map<String, String> places) {
    public Reading {
      parts = List.copyOf(parts);
      places = Map.copyOf(places);
    }
  }

  /**
   * Reads files, and those of the folders among them; what is no file of territories in a folder is
   * remarked, elsewhere refused. Reading goes on after a fault; {@link Findings#refuseIfFaulty}
   * then refuses all.
   */
  public static Reading read(List<Path> paths, Order order, Findings findings) throws IOException {
    Map<Kind, List<Path>> files = new EnumMap<>(Kind.class);
    for (Path path : paths) {
      boolean folder = Files.isDirectory(path);
      for (Path file : folder ? inside(path) : List.of(path)) {
        Optional<Kind> kind = Kind.of(file, findings);
        if (kind.isPresent()) {
          files.computeIfAbsent(kind.get(), key -> new ArrayList<>()).add(file);
        } else {
          stranger(file, folder, findings);
        }
      }
    }
    List<GeographyPart> parts = new ArrayList<>();
    Map<String, String> places = new HashMap<>();
    Order dated = order.dated(files.getOrDefault(Kind.TABLE, List.of()));
    if (Stream.of(Kind.TABLE, Kind.LABELS, Kind.STEP, Kind.POPULATION)
        .anyMatch(files::containsKey)) {
      new OfficialCode(files, order, findings).read().ifPresent(parts::add);
    }
    for (Path file : files.getOrDefault(Kind.ANNUAL, List.of())) {
      AnnualPassages.read(file, order, findings).ifPresent(parts::add);
    }
    for (Path file : files.getOrDefault(Kind.BASINS, List.of())) {
      ZoningFile.basins(file, dated, findings).ifPresent(parts::add);
    }
    for (Path file : files.getOrDefault(Kind.ZONING, List.of())) {
      ZoningFile.region(file, order, places, findings).ifPresent(parts::add);
    }
    findings.refuseIfFaulty();
    return new Reading(parts, places);
  }

  private static List<Path> inside(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> SourceFile.name(file).endsWith(".csv"))
          .sorted()
          .toList();
    }
  }

  private static void stranger(Path file, boolean inFolder, Findings findings) {
    String name = SourceFile.name(file);
    if (!Files.isRegularFile(file)) {
      throw RefusedException.of(name, "file", "fichier introuvable : " + file);
    }
    if (inFolder) {
      findings.remark(name + " : pas un fichier de territoires, passé");
    } else {
      findings.refused(
          name + ":1:1",
          "header",
          "en-tête inconnu ; attendus : table_supracom, libelles_supracom, PASSAGE_,"
              + " population_communes_COG (COGugaison), geocodes_passage_annuel (Insee),"
              + " bassin_emploi (France Travail), ou un zonage zoning;code;label;commune");
    }
  }
}
