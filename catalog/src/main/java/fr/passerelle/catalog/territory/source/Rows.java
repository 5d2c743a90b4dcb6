package fr.passerelle.catalog.territory.source;

import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Row;
import java.util.List;

/** What rows of all files of territories have in common. */
final class Rows {
  private Rows() {}

  /** Whether no cell says anything: such a row is passed over and counted. */
  static boolean blank(Row row, List<String> columns, Findings findings) {
    boolean blank = columns.stream().allMatch(row::isEmpty);
    if (blank) {
      findings.repaired("ligne sans aucune valeur, passée", row.place(columns.getFirst()));
    }
    return blank;
  }

  /** The code of a commune; empty where the cell holds none, which is refused. */
  static String commune(Row row, String column, Findings findings) {
    String code = row.get(column);
    if (Territory.isCommuneCode(code)) {
      return code;
    }
    if (Territory.isCommuneCode("0" + code) && code.length() == 4) {
      findings.refused(
          row.place(column),
          "commune",
          "« %s » a perdu son zéro de tête dans un tableur ; écrire %s en texte"
              .formatted(code, "0" + code));
    } else {
      findings.refused(
          row.place(column),
          "commune",
          "« %s » n'est pas un code de commune ; cinq caractères, par exemple 13055 ou 2A004"
              .formatted(code));
    }
    return "";
  }
}
