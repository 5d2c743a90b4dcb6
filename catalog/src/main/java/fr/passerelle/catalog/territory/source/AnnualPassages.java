package fr.passerelle.catalog.territory.source;

import fr.passerelle.catalog.territory.GeographyPart;
import fr.passerelle.catalog.territory.GeographyPart.Succession;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Row;
import fr.passerelle.vocab.source.SourceFile;
import fr.passerelle.vocab.source.SourceText;
import fr.passerelle.vocab.source.Table;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The table of Insee that says where communes of all years are in one. */
final class AnnualPassages {
  private final Findings findings;
  private final TreeSet<Integer> years = new TreeSet<>();
  private final List<Succession> all = new ArrayList<>();
  private int others;

  private AnnualPassages(Findings findings) {
    this.findings = findings;
  }

  static Optional<GeographyPart> read(Path path, TerritoryFiles.Order order, Findings findings)
      throws IOException {
    AnnualPassages passages = new AnnualPassages(findings);
    String file = SourceFile.name(path);
    try (Reader text = SourceText.open(path, findings)) {
      Table.of(file, Kind.ANNUAL.separator(), Kind.ANNUAL.columns(), findings)
          .read(text, passages::take);
    }
    if (passages.years.size() != 1) {
      findings.refused(
          file,
          "vintage",
          "une seule année attendue dans la colonne Année ; lues : " + passages.years);
      return Optional.empty();
    }
    findings.remark(
        "%s : %d lignes qui ne sont pas des communes (départements, régions, arrondissements, outre-mer), passées"
            .formatted(file, passages.others));
    int year = passages.years.first();
    GeographyPart.Head head =
        new GeographyPart.Head(
            GeographyPart.ANNUAL,
            order.release().orElse(Integer.toString(year)),
            order.issued().orElse(LocalDate.of(year, 1, 1)),
            order.author().orElse("Insee"),
            file);
    return Optional.of(
        new GeographyPart(
            head,
            0,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new GeographyPart.Successors(year, passages.all))));
  }

  private void take(Row row) {
    if (Rows.blank(row, Kind.ANNUAL.columns(), findings)) {
      return;
    }
    String year = row.get("Année");
    if (!year.matches("20\\d\\d")) {
      findings.refused(row.place("Année"), "vintage", "« " + year + " » n'est pas une année");
      return;
    }
    years.add(Integer.parseInt(year));
    if (!row.get("Type").equals("commune")) {
      others++;
      return;
    }
    String before = Rows.commune(row, "Ancien Code Officiel", findings);
    String now = Rows.commune(row, "Code Courant Officiel", findings);
    if (!before.isEmpty() && !now.isEmpty()) {
      all.add(new Succession(before, now));
    }
  }
}
