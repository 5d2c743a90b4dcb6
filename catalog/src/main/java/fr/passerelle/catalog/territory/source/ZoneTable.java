package fr.passerelle.catalog.territory.source;

import fr.passerelle.catalog.territory.GeographyPart;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Row;
import fr.passerelle.vocab.source.SourceFile;
import fr.passerelle.vocab.source.SourceText;
import fr.passerelle.vocab.source.Table;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The table that says of each commune in which zones it is. */
final class ZoneTable {
  /** Zonings of the table, by column. */
  private static final Map<String, String> TITLES = new LinkedHashMap<>();

  static {
    TITLES.put("DEP", "Départements");
    TITLES.put("REG", "Régions");
    TITLES.put("CTCD", "Collectivités territoriales de niveau départemental");
    TITLES.put("EPCI", "Intercommunalités à fiscalité propre");
    TITLES.put("EPT", "Établissements publics territoriaux du Grand Paris");
    TITLES.put("ARR", "Arrondissements");
    TITLES.put("CANOV", "Cantons-ou-villes");
    TITLES.put("ZE2020", "Zones d'emploi 2020");
    TITLES.put("UU2020", "Unités urbaines 2020");
    TITLES.put("AAV2020", "Aires d'attraction des villes 2020");
    TITLES.put("BV2022", "Bassins de vie 2022");
  }

  private static final List<String> REQUIRED = Kind.TABLE.columns();
  private static final List<String> OPTIONAL =
      TITLES.keySet().stream().filter(each -> !REQUIRED.contains(each)).toList();

  private final ZoneLabels labels;
  private final Findings findings;

  /** Rows by code: the name, then the zone of each zoning. */
  private final TreeMap<String, List<String>> rows = new TreeMap<>();

  private ZoneTable(ZoneLabels labels, Findings findings) {
    this.labels = labels;
    this.findings = findings;
  }

  static ZoneTable read(Path path, ZoneLabels labels, Findings findings) throws IOException {
    ZoneTable table = new ZoneTable(labels, findings);
    try (Reader text = SourceText.open(path, findings)) {
      Table.of(SourceFile.name(path), Kind.TABLE.separator(), REQUIRED, findings)
          .optional(OPTIONAL)
          .read(text, table::take);
    }
    return table;
  }

  private void take(Row row) {
    if (Rows.blank(row, REQUIRED, findings)) {
      return;
    }
    String code = Rows.commune(row, "CODGEO", findings);
    List<String> cells = new ArrayList<>(List.of(row.text("LIBGEO")));
    TITLES.keySet().forEach(zoning -> cells.add(zone(row, zoning)));
    if (!code.isEmpty() && rows.put(code, cells) != null) {
      findings.refused(
          row.place("CODGEO"), "duplicate", "la commune " + code + " est donnée deux fois");
    }
  }

  /** The zone; empty where the commune is in none, which the table says in several ways. */
  private String zone(Row row, String zoning) {
    String code = row.get(zoning);
    if (code.isEmpty() || code.startsWith("ZZZZ")) {
      return "";
    }
    Map<String, ZoneLabels.Label> known = labels.byZoning().getOrDefault(zoning, Map.of());
    ZoneLabels.Label label = known.get(code);
    if (label == null) {
      findings.refused(
          row.place(zoning),
          "label",
          "la zone %s %s n'a pas de libellé dans %s ; donner les deux fichiers du même millésime"
              .formatted(zoning, code, labels.file()));
      return "";
    }
    // "Communes hors unité urbaine du département 01", "Commune hors attraction des villes".
    return label.text().startsWith("Commune hors") || label.text().startsWith("Communes hors")
        ? ""
        : code;
  }

  /** Codes of communes, in order. */
  List<String> codes() {
    return List.copyOf(rows.keySet());
  }

  String name(String code) {
    return Objects.requireNonNull(rows.get(code)).getFirst();
  }

  /** Zonings that have a zone, their counts held against those of the labels. */
  List<GeographyPart.Zoning> zonings() {
    List<GeographyPart.Zoning> zonings = new ArrayList<>();
    int column = 1;
    for (Map.Entry<String, String> each : TITLES.entrySet()) {
      Map<String, List<Integer>> members = members(column++);
      if (!members.isEmpty()) {
        Map<String, String> texts = new HashMap<>();
        members.forEach((code, of) -> texts.put(code, label(each.getKey(), code, of.size())));
        zonings.add(
            new GeographyPart.Zoning(
                each.getKey(), each.getValue(), OfficialCode.zones(members, texts)));
      }
    }
    return zonings;
  }

  private Map<String, List<Integer>> members(int column) {
    Map<String, List<Integer>> members = new HashMap<>();
    int place = 0;
    for (List<String> cells : rows.values()) {
      if (!cells.get(column).isEmpty()) {
        members.computeIfAbsent(cells.get(column), code -> new ArrayList<>()).add(place);
      }
      place++;
    }
    return members;
  }

  private String label(String zoning, String code, int found) {
    ZoneLabels.Label label =
        Objects.requireNonNull(labels.byZoning().getOrDefault(zoning, Map.of()).get(code));
    if (label.communes() != found) {
      findings.refused(
          label.place(),
          "count",
          "la zone %s %s a %d communes dans la table et %d selon son libellé ; l'un des deux fichiers est coupé ou d'un autre millésime"
              .formatted(zoning, code, found, label.communes()));
    }
    return label.text();
  }
}
