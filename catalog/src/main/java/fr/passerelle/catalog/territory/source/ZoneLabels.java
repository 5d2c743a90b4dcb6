package fr.passerelle.catalog.territory.source;

import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Row;
import fr.passerelle.vocab.source.SourceFile;
import fr.passerelle.vocab.source.SourceText;
import fr.passerelle.vocab.source.Table;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Labels of zones, and how many communes each is said to have.
 *
 * @param file name of the file, for messages
 * @param byZoning label and count by code, by zoning
 */
record ZoneLabels(String file, Map<String, Map<String, Label>> byZoning) {

  /** What the file says of a zone, and where. */
  record Label(String text, int communes, String place) {}

  static ZoneLabels read(Path path, Findings findings) throws IOException {
    Map<String, Map<String, Label>> labels = new HashMap<>();
    try (Reader text = SourceText.open(path, findings)) {
      Table.of(SourceFile.name(path), Kind.LABELS.separator(), Kind.LABELS.columns(), findings)
          .read(text, row -> take(row, labels, findings));
    }
    return new ZoneLabels(SourceFile.name(path), labels);
  }

  private static void take(Row row, Map<String, Map<String, Label>> labels, Findings findings) {
    if (Rows.blank(row, Kind.LABELS.columns(), findings)) {
      return;
    }
    String count = row.get("NB_COM");
    if (!count.matches("\\d{1,5}")) {
      findings.refused(
          row.place("NB_COM"), "count", "« " + count + " » n'est pas un nombre de communes");
      return;
    }
    Label label = new Label(row.text("LIBGEO"), Integer.parseInt(count), row.place("NB_COM"));
    Map<String, Label> ofZoning =
        labels.computeIfAbsent(row.get("NIVGEO"), zoning -> new HashMap<>());
    if (ofZoning.putIfAbsent(row.get("CODGEO"), label) != null) {
      findings.refused(
          row.place("CODGEO"),
          "duplicate",
          "la zone %s %s a déjà un libellé ; n'en garder qu'un"
              .formatted(row.get("NIVGEO"), row.get("CODGEO")));
    }
  }
}
