package fr.passerelle.api.cli;

import fr.passerelle.vocab.release.Impact;
import fr.passerelle.vocab.release.Replacement;
import fr.passerelle.vocab.release.Use;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Who is touched by a release, as a workbook with one row for each use: the documentalist's list of
 * what to index anew. Every cell is a string, so that no label can be a formula.
 */
final class ImpactWorkbook {
  /** Characters in a cell (ECMA-376, as Excel reads it). */
  private static final int LONGEST = 32_767;

  /** In characters, for all columns. */
  private static final int WIDTH = 24;

  private static final List<String> HEAD =
      List.of(
          "Liste",
          "Code",
          "Libellé",
          "Ce qui change",
          "Utilisé par",
          "Version",
          "Où : liste",
          "Où : code",
          "Où : libellé",
          "Relation",
          "Remplacement proposé",
          "Libellé proposé",
          "Motif");

  private ImpactWorkbook() {}

  static void write(Impact impact, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "Passerelle", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Usages touchés");
      row(sheet, 0, HEAD);
      sheet.range(0, 0, 0, HEAD.size() - 1).style().bold().set();
      for (int column = 0; column < HEAD.size(); column++) {
        sheet.width(column, WIDTH);
      }
      sheet.freezePane(0, 1);
      int line = 1;
      for (Use use : impact.uses()) {
        row(sheet, line++, cells(use));
      }
      sheet.setAutoFilter(0, 0, line - 1, HEAD.size() - 1);
    }
  }

  private static List<String> cells(Use use) {
    return List.of(
        use.touched().ref().scheme(),
        use.touched().ref().code(),
        use.touched().label(),
        use.touched().words(),
        use.by(),
        use.release(),
        use.other().scheme(),
        use.other().code(),
        use.otherLabel(),
        use.relation(),
        lines(use, each -> each.ref().toString()),
        lines(use, Replacement::label),
        lines(use, Replacement::reason));
  }

  /** Several replacements stay in their row, one line each. */
  private static String lines(Use use, Function<Replacement, String> what) {
    return use.replacements().stream().map(what).collect(Collectors.joining("\n"));
  }

  private static void row(Worksheet sheet, int line, List<String> cells) {
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      sheet.value(line, column, cell.substring(0, Math.min(cell.length(), LONGEST)));
    }
  }
}
