package fr.passerelle.catalog.territory.source;

import fr.passerelle.catalog.territory.GeographyPart;
import fr.passerelle.catalog.territory.GeographyPart.Commune;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Row;
import fr.passerelle.vocab.source.SourceFile;
import fr.passerelle.vocab.source.SourceText;
import fr.passerelle.vocab.source.Table;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A zoning alone in a file: the employment basins, or one that a region makes. */
final class ZoningFile {
  /** Names that official zonings have. */
  private static final Set<String> TAKEN =
      Set.of(
          "REG",
          "DEP",
          "COM",
          "CTCD",
          "EPCI",
          "EPT",
          "ARR",
          "CANOV",
          "ZE2020",
          "UU2020",
          "AAV2020",
          "BV2022",
          "BE",
          "ACADEMIE",
          "FRANCE");

  private final Findings findings;
  private final Map<String, String> places;
  private final TreeMap<String, Set<String>> members = new TreeMap<>();
  private final Map<String, String> labels = new HashMap<>();

  /**
   * @param places takes the place in the file at which each commune is first named
   */
  private ZoningFile(Map<String, String> places, Findings findings) {
    this.places = places;
    this.findings = findings;
  }

  /** The employment basins of France Travail; the table names communes of several vintages. */
  static Optional<GeographyPart> basins(Path path, TerritoryFiles.Order order, Findings findings)
      throws IOException {
    ZoningFile file = new ZoningFile(new HashMap<>(), findings);
    try (Reader text = SourceText.open(path, findings)) {
      Table.of(SourceFile.name(path), Kind.BASINS.separator(), Kind.BASINS.columns(), findings)
          .optional(List.of("reg", "dep"))
          .read(
              text,
              row -> {
                if (!Rows.blank(row, Kind.BASINS.columns(), findings)) {
                  file.take(
                      row, "code_bassin_BMO", row.text("lib_bassin_BMO"), "code_commune_insee");
                }
              });
    }
    return file.part("BE", "Bassins d'emploi de France Travail", "France Travail", path, order);
  }

  /** A region's own zoning. */
  static Optional<GeographyPart> region(
      Path path, TerritoryFiles.Order order, Map<String, String> places, Findings findings)
      throws IOException {
    String file = SourceFile.name(path);
    Optional<String> name = order.zoning();
    if (name.isEmpty() || !Territory.isZoning(name.get()) || TAKEN.contains(name.get())) {
      findings.refused(
          file,
          "zoning",
          "donner le nom du zonage : --zoning NOM, en capitales (PAYS, QPV2024) ; les noms"
              + " officiels sont pris : "
              + new TreeSet<>(TAKEN));
      return Optional.empty();
    }
    if (order.author().isEmpty()) {
      findings.refused(file, "author", "dire qui a fait ce zonage : --author \"Région Bretagne\"");
      return Optional.empty();
    }
    ZoningFile zoning = new ZoningFile(places, findings);
    try (Reader text = SourceText.open(path, findings)) {
      Table.of(file, Kind.ZONING.separator(), Kind.ZONING.columns(), findings)
          .read(text, row -> zoning.takeOwn(row, name.get()));
    }
    return zoning.part(name.get(), name.get(), order.author().get(), path, order);
  }

  private void takeOwn(Row row, String name) {
    if (Rows.blank(row, Kind.ZONING.columns(), findings)) {
      return;
    }
    if (!row.get("zoning").equals(name)) {
      findings.refused(
          row.place("zoning"),
          "zoning",
          "« %s » n'est pas le zonage annoncé, %s".formatted(row.get("zoning"), name));
      return;
    }
    take(row, "code", row.text("label"), "commune");
  }

  private void take(Row row, String codeColumn, String label, String communeColumn) {
    String code = row.get(codeColumn);
    String commune = Rows.commune(row, communeColumn, findings);
    if (!Territory.isZoneCode(code)) {
      findings.refused(
          row.place(codeColumn),
          "code",
          "« %s » n'est pas un code de zone : lettres, chiffres, point, tiret".formatted(code));
      return;
    }
    String before = labels.putIfAbsent(code, label);
    if (before != null && !before.equals(label)) {
      findings.repaired(
          "zone de deux libellés, le premier gardé (" + before + ")", row.place(codeColumn));
    }
    places.putIfAbsent(commune, row.place(communeColumn));
    if (!commune.isEmpty() && !members.computeIfAbsent(code, key -> new TreeSet<>()).add(commune)) {
      findings.repaired("commune donnée deux fois dans sa zone", row.place(communeColumn));
    }
  }

  private Optional<GeographyPart> part(
      String id, String title, String author, Path path, TerritoryFiles.Order order) {
    Optional<LocalDate> issued = issued(path, order);
    if (issued.isEmpty()) {
      findings.refused(
          SourceFile.name(path),
          "date",
          "ce fichier ne dit pas de quand il est, et la citation le demande : --date AAAA-MM-JJ");
      return Optional.empty();
    }
    TreeSet<String> codes = new TreeSet<>();
    members.values().forEach(codes::addAll);
    Map<String, Integer> dictionary = new HashMap<>();
    codes.forEach(code -> dictionary.put(code, dictionary.size()));
    Map<String, List<Integer>> byZone = new HashMap<>();
    members.forEach((code, of) -> byZone.put(code, of.stream().map(dictionary::get).toList()));
    GeographyPart.Head head =
        new GeographyPart.Head(
            GeographyPart.edition(id),
            order.release().orElse(Integer.toString(issued.get().getYear())),
            issued.get(),
            order.author().orElse(author),
            SourceFile.name(path));
    return Optional.of(
        new GeographyPart(
            head,
            0,
            codes.stream().map(code -> new Commune(code, "", GeographyPart.UNKNOWN)).toList(),
            List.of(new GeographyPart.Zoning(id, title, OfficialCode.zones(byZone, labels))),
            List.of(),
            List.of(),
            List.of()));
  }

  private static Optional<LocalDate> issued(Path path, TerritoryFiles.Order order) {
    OptionalInt year = OfficialCode.year(path);
    return order
        .issued()
        .or(() ->
            year.isPresent()
                ? Optional.of(LocalDate.of(year.getAsInt(), 1, 1))
                : order
                    .release()
                    .filter(each -> each.matches("20\\d\\d"))
                    .map(each -> LocalDate.of(Integer.parseInt(each), 1, 1)));
  }
}
