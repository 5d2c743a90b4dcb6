package fr.passerelle.catalog.territory.source;

import fr.passerelle.catalog.territory.GeographyPart.Change;
import fr.passerelle.catalog.territory.GeographyPart.Step;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Row;
import fr.passerelle.vocab.source.SourceFile;
import fr.passerelle.vocab.source.SourceText;
import fr.passerelle.vocab.source.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What changed from a vintage to the next. The older vintage comes first up to 2022, second from
 * then on: columns are read by the year in their names.
 */
final class StepFile {
  private static final Pattern COLUMN = Pattern.compile("cod(20\\d\\d)");
  private static final DateTimeFormatter FRENCH =
      DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

  private final Findings findings;
  private final String before;
  private final String after;
  private final List<Change> changes = new ArrayList<>();

  private StepFile(int from, int to, Findings findings) {
    this.findings = findings;
    before = "cod" + from;
    after = "cod" + to;
  }

  static Optional<Step> read(Path path, Findings findings) throws IOException {
    String file = SourceFile.name(path);
    SortedSet<Integer> years = years(path, findings);
    if (years.size() != 2 || years.last() - years.first() != 1) {
      findings.refused(
          file + ":1:1",
          "header",
          "deux colonnes nommées par deux millésimes qui se suivent, par exemple cod2023 et cod2024"
              + " ; lues : "
              + years);
      return Optional.empty();
    }
    StepFile step = new StepFile(years.first(), years.last(), findings);
    try (Reader text = SourceText.open(path, findings)) {
      Table.of(
              file,
              Kind.STEP.separator(),
              List.of(step.before, step.after, "annee", "typemodif", "ratio"),
              findings)
          .read(text, step::take);
    }
    return Optional.of(new Step(years.first(), years.last(), step.changes));
  }

  private static SortedSet<Integer> years(Path path, Findings findings) throws IOException {
    SortedSet<Integer> years = new TreeSet<>();
    try (Reader text = SourceText.open(path, findings);
        BufferedReader lines = new BufferedReader(text)) {
      Matcher matcher = COLUMN.matcher(String.valueOf(lines.readLine()));
      while (matcher.find()) {
        years.add(Integer.parseInt(matcher.group(1)));
      }
    }
    return years;
  }

  private void take(Row row) {
    if (Rows.blank(row, List.of(before, after), findings)) {
      return;
    }
    String from = Rows.commune(row, before, findings);
    String to = Rows.commune(row, after, findings);
    day(row);
    if (!List.of("f", "c", "d").contains(row.get("typemodif"))) {
      findings.refused(
          row.place("typemodif"),
          "kind",
          "« %s » n'est pas f (fusion), c (changement de code) ou d (défusion)"
              .formatted(row.get("typemodif")));
    }
    String ratio = row.get("ratio");
    if (!ratio.matches("0?\\.\\d+|[01](\\.0+)?")) {
      findings.refused(
          row.place("ratio"), "ratio", "« " + ratio + " » n'est pas une part de 0 à 1");
    } else if (!from.isEmpty() && !to.isEmpty()) {
      changes.add(new Change(from, to, Double.parseDouble(ratio)));
    }
  }

  /** Two forms of dates occur; the day itself is not kept, as a step is of whole years. */
  private void day(Row row) {
    String text = row.get("annee");
    try {
      if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
        LocalDate.parse(text);
        findings.repaired("date écrite AAAA-MM-JJ, lue comme telle", row.place("annee"));
      } else {
        LocalDate.parse(text, FRENCH);
      }
    } catch (DateTimeException e) {
      findings.refused(
          row.place("annee"), "date", "« " + text + " » n'est pas un jour ; l'écrire JJ/MM/AAAA");
    }
  }
}
