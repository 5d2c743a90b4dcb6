package fr.passerelle.catalog.territory.source;

import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.GeographyPart;
import fr.passerelle.catalog.territory.GeographyPart.Commune;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The Insee geographic code as COGugaison publishes it: one table of zones with its labels, and
 * beside it passages and populations, which may be absent.
 */
final class OfficialCode {
  private static final Pattern YEAR = Pattern.compile("(?:^|[^0-9])(20\\d\\d)(?:[^0-9]|$)");

  private final Map<Kind, List<Path>> files;
  private final TerritoryFiles.Order order;
  private final Findings findings;

  OfficialCode(Map<Kind, List<Path>> files, TerritoryFiles.Order order, Findings findings) {
    this.files = files;
    this.order = order;
    this.findings = findings;
  }

  /** The year in a name of a file: that of the geographic code, not of a count. */
  static OptionalInt year(Path file) {
    Matcher matcher = YEAR.matcher(SourceFile.name(file).replace("COG", "_"));
    return matcher.find()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }

  Optional<GeographyPart> read() throws IOException {
    Optional<Path> table = one(Kind.TABLE);
    Optional<Path> labels = one(Kind.LABELS);
    if (table.isEmpty() || labels.isEmpty()) {
      return Optional.empty();
    }
    OptionalInt year = year(table.get());
    if (year.isEmpty()) {
      findings.refused(
          SourceFile.name(table.get()),
          "vintage",
          "le nom du fichier ne dit pas le millésime ; le nommer table_supracom_AAAA.csv");
      return Optional.empty();
    }
    ZoneTable zones =
        ZoneTable.read(table.get(), ZoneLabels.read(labels.get(), findings), findings);
    Map<Integer, List<Commune>> lists = populations();
    List<GeographyPart.Step> steps = steps();
    VintageCheck.check(year.getAsInt(), zones.codes(), lists, steps, findings);
    return Optional.of(part(year.getAsInt(), zones, lists, steps));
  }

  private Optional<Path> one(Kind kind) {
    List<Path> given = files.getOrDefault(kind, List.of());
    if (given.size() != 1) {
      findings.refused(
          given.isEmpty() ? "COG" : SourceFile.name(given.getLast()),
          "files",
          "le code officiel géographique se donne en une fois, avec un seul fichier de colonnes "
              + kind.columns()
              + " ; lus : "
              + given.size());
    }
    return given.size() == 1 ? Optional.of(given.getFirst()) : Optional.empty();
  }

  private Map<Integer, List<Commune>> populations() throws IOException {
    Map<Integer, List<Commune>> lists = new TreeMap<>();
    for (Path file : files.getOrDefault(Kind.POPULATION, List.of())) {
      OptionalInt year = year(file);
      if (year.isEmpty()) {
        findings.refused(
            SourceFile.name(file),
            "vintage",
            "le nom du fichier ne dit pas le millésime ; le nommer"
                + " population_communes_COGAAAA.csv");
      } else {
        lists.put(year.getAsInt(), PopulationFile.read(file, findings));
      }
    }
    return lists;
  }

  private List<GeographyPart.Step> steps() throws IOException {
    List<GeographyPart.Step> steps = new ArrayList<>();
    for (Path file : files.getOrDefault(Kind.STEP, List.of())) {
      StepFile.read(file, findings).ifPresent(steps::add);
    }
    return steps;
  }

  private GeographyPart part(
      int year,
      ZoneTable zones,
      Map<Integer, List<Commune>> lists,
      List<GeographyPart.Step> steps) {
    Map<String, Integer> people =
        lists.getOrDefault(year, List.of()).stream()
            .collect(Collectors.toMap(Commune::code, Commune::population));
    List<Commune> communes =
        zones.codes().stream()
            .map(code ->
                new Commune(
                    code, zones.name(code), people.getOrDefault(code, GeographyPart.UNKNOWN)))
            .toList();
    GeographyPart.Head head =
        new GeographyPart.Head(
            GeographyPart.OFFICIAL,
            order.release().orElse(Integer.toString(year)),
            order.issued().orElse(LocalDate.of(year, 1, 1)),
            order.author().orElse("Insee, via COGugaison"),
            names());
    List<GeographyPart.Listed> others =
        lists.entrySet().stream()
            .filter(each -> each.getKey() != year)
            .map(each -> new GeographyPart.Listed(each.getKey(), each.getValue()))
            .toList();
    return new GeographyPart(head, year, communes, zones.zonings(), others, steps, List.of());
  }

  private String names() {
    return files.entrySet().stream()
        .filter(each ->
            each.getKey() != Kind.ANNUAL
                && each.getKey() != Kind.BASINS
                && each.getKey() != Kind.ZONING)
        .flatMap(each -> each.getValue().stream())
        .map(SourceFile::name)
        .collect(Collectors.joining(", "));
  }

  /** Zones by code, from the codes of the communes of each. */
  static List<GeographyPart.Zone> zones(
      Map<String, List<Integer>> members, Map<String, String> labels) {
    List<GeographyPart.Zone> zones = new ArrayList<>();
    for (String code : new TreeSet<>(members.keySet())) {
      zones.add(
          new GeographyPart.Zone(
              code,
              labels.getOrDefault(code, code),
              Communes.of(
                  Objects.requireNonNull(members.get(code)).stream()
                      .mapToInt(Integer::intValue)
                      .toArray())));
    }
    return zones;
  }
}
