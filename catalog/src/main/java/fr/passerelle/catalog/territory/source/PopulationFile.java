package fr.passerelle.catalog.territory.source;

import fr.passerelle.catalog.territory.GeographyPart;
import fr.passerelle.catalog.territory.GeographyPart.Commune;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Row;
import fr.passerelle.vocab.source.SourceFile;
import fr.passerelle.vocab.source.SourceText;
import fr.passerelle.vocab.source.Table;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The communes of a vintage with their populations. */
final class PopulationFile {
  private PopulationFile() {}

  static List<Commune> read(Path path, Findings findings) throws IOException {
    TreeMap<String, Commune> communes = new TreeMap<>();
    try (Reader text = SourceText.open(path, findings)) {
      Table.of(
              SourceFile.name(path),
              Kind.POPULATION.separator(),
              Kind.POPULATION.columns(),
              findings)
          .read(text, row -> take(row, communes, findings));
    }
    long unknown =
        communes.values().stream()
            .filter(each -> each.population() == GeographyPart.UNKNOWN)
            .count();
    if (unknown > 0) {
      findings.remark(
          SourceFile.name(path) + " : " + unknown + " communes sans population (Mayotte)");
    }
    return List.copyOf(communes.values());
  }

  private static void take(Row row, Map<String, Commune> communes, Findings findings) {
    if (Rows.blank(row, Kind.POPULATION.columns(), findings)) {
      return;
    }
    String code = Rows.commune(row, "CODGEO", findings);
    Commune commune = new Commune(code, row.text("LIBGEO"), population(row, findings));
    if (!code.isEmpty() && communes.put(code, commune) != null) {
      findings.refused(
          row.place("CODGEO"), "duplicate", "la commune " + code + " est donnée deux fois");
    }
  }

  private static int population(Row row, Findings findings) {
    String text = row.get("POP");
    if (text.isEmpty()) {
      return GeographyPart.UNKNOWN;
    }
    if (!text.matches("\\d{1,8}")) {
      findings.refused(
          row.place("POP"), "number", "« " + text + " » n'est pas un nombre entier d'habitants");
      return GeographyPart.UNKNOWN;
    }
    return Integer.parseInt(text);
  }
}
