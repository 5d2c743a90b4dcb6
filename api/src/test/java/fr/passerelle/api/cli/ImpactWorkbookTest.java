package fr.passerelle.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.release.Impact;
import fr.passerelle.vocab.release.Replacement;
import fr.passerelle.vocab.release.Touched;
import fr.passerelle.vocab.release.Use;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImpactWorkbookTest {
  private static final Impact IMPACT = impact("=HYPERLINK(\"http://x\")");

  @TempDir Path folder = Path.of("");

  @Test
  void a_label_that_looks_like_a_formula_is_a_string() throws IOException {
    String sheet = entry("xl/worksheets/sheet1.xml");

    assertThat(sheet).doesNotContain("<f>").contains("t=\"s\"");
    assertThat(sheet.split("<row ", -1)).hasSize(3);
    assertThat(entry("xl/sharedStrings.xml"))
        .contains("=HYPERLINK", "40022104", "rncp/RNCP2", "ce que dit maintenant le kit");
  }

  @Test
  void the_summary_says_what_is_touched_and_what_is_proposed() {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    new ImpactPrinter(out).print(IMPACT);
    out.flush();

    assertThat(text.toString())
        .contains("kit : de 1 à 2", "1  paire retirée", "Usages touchés : 1")
        .contains("proposé : rncp/RNCP2 « Deux » (ce que dit maintenant le kit)");
  }

  private String entry(String name) throws IOException {
    Path file = folder.resolve("impact.xlsx");
    ImpactWorkbook.write(IMPACT, file);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Impact impact(String label) {
    Touched touched =
        new Touched(
            Touched.Kind.PAIR_REMOVED, new ConceptRef("cfd", "40022104"), label, "→ rncp/RNCP1");
    Replacement replacement =
        new Replacement(new ConceptRef("rncp", "RNCP2"), "Deux", "ce que dit maintenant le kit");
    Use use =
        new Use(
            touched,
            "kit/cfd--rncp",
            "1",
            new ConceptRef("rncp", "RNCP1"),
            "Un",
            "relatedMatch",
            List.of(replacement));
    return new Impact("kit", "1", "2", List.of(touched), List.of(use));
  }
}
