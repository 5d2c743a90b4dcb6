package fr.passerelle.api.cli;

import fr.passerelle.api.xlsx.TextSheet;
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

/**
 * Who is touched by a release, as a workbook with one row for each use: the documentalist's list of
 * what to index anew.
 */
final class ImpactWorkbook {
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
      TextSheet sheet = TextSheet.begin(workbook, "Usages touchés", HEAD);
      impact.uses().forEach(use -> sheet.add(cells(use)));
      sheet.end();
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
}
