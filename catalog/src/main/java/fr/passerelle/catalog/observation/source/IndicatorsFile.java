package fr.passerelle.catalog.observation.source;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import fr.passerelle.catalog.indicator.Axis;
import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.Measure;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Row;
import fr.passerelle.vocab.source.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Definitions of indicators as a table (CSV). */
public final class IndicatorsFile {
  private static final String NAME = "indicators.csv";
  private static final String CODE = "[a-z0-9]+(-[a-z0-9]+)*";
  private static final char SEPARATOR = ';';

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "version",
          "title",
          "theme",
          "unit",
          "decimals",
          "producer",
          "headline",
          "kind",
          "numerator",
          "denominator",
          "factor",
          "substitute",
          "adds",
          "question",
          "definition",
          "notes");

  private final Findings findings;

  private IndicatorsFile(Findings findings) {
    this.findings = findings;
  }

  /** Those that come with the product, in the order of their file. */
  public static List<Indicator> bundled() {
    try (InputStream in =
        Objects.requireNonNull(
            IndicatorsFile.class.getResourceAsStream(
                "/fr/passerelle/catalog/observation/" + NAME))) {
      return read(
          NAME, new InputStreamReader(in, StandardCharsets.UTF_8), Set.of(), new Findings());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads definitions, all of them or none.
   *
   * @param name name of the file, for messages
   * @param known codes of other indicators, which these may be made of
   * @throws RefusedException with every fault, by line and column
   */
  public static List<Indicator> read(String name, Reader text, Set<String> known, Findings findings)
      throws IOException {
    IndicatorsFile file = new IndicatorsFile(findings);
    List<Indicator> all = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    Table.of(name, SEPARATOR, COLUMNS, findings)
        .read(
            text,
            row -> {
              rows.add(row);
              file.indicator(row).ifPresent(all::add);
            });
    file.refuseUnknown(rows, known);
    findings.refuseIfFaulty();
    return List.copyOf(all);
  }

  /** A code is given once, and what an indicator is made of is defined. */
  private void refuseUnknown(List<Row> rows, Set<String> known) {
    Set<String> here = new HashSet<>();
    for (Row row : rows) {
      if (!here.add(row.get("id"))) {
        findings.refused(row.place("id"), "id", "code déjà donné dans ce fichier");
      }
    }
    for (Row row : rows) {
      for (String column : List.of("numerator", "denominator", "substitute")) {
        String id = row.get(column);
        if (!id.isEmpty() && !here.contains(id) && !known.contains(id)) {
          findings.refused(row.place(column), column, "aucun indicateur « " + id + " »");
        }
      }
    }
  }

  private Optional<Indicator> indicator(Row row) {
    String id = cell(row, "id", CODE, "des minuscules, chiffres et tirets");
    String version = cell(row, "version", "[1-9]\\d{0,2}", "un nombre à partir de 1");
    String title = cell(row, "title", ".+", "le nom français");
    String decimals = cell(row, "decimals", "[0-6]", "de 0 à 6");
    String headline = cell(row, "headline", "true|false", "true ou false");
    String kind =
        cell(
            row,
            "kind",
            "STOCK|FLOW|RATIO|INDEX|MEDIAN|DISTINCT|DIFFERENCE",
            "STOCK, FLOW, RATIO, INDEX, MEDIAN, DISTINCT ou DIFFERENCE");
    cell(row, "factor", "(\\d+(\\.\\d+)?)?", "un nombre comme 100");
    cell(row, "adds", "((territory|time|category)( (?!$)|$))*", "territory time category");
    if (List.of(id, version, title, decimals, headline, kind).contains("")) {
      return Optional.empty();
    }
    return measure(Measure.Kind.valueOf(kind), row)
        .map(measure ->
            new Indicator(
                id,
                Integer.parseInt(version),
                title,
                row.get("definition"),
                row.get("theme"),
                row.get("question"),
                row.get("unit"),
                Integer.parseInt(decimals),
                row.get("producer"),
                Boolean.parseBoolean(headline),
                measure,
                row.isEmpty("notes") ? List.of() : List.of(row.get("notes"))));
  }

  /** What is in a cell; empty where it has not that form, which is told. */
  private String cell(Row row, String column, String form, String expected) {
    String text = row.get(column);
    if (text.matches(form)) {
      return text;
    }
    findings.refused(
        row.place(column), column, "« " + text + " » n'est pas ce qui est attendu : " + expected);
    return "";
  }

  private Optional<Measure> measure(Measure.Kind kind, Row row) {
    try {
      Measure measure = of(kind, row);
      return Optional.of(row.isEmpty("adds") ? measure : measure.addingOver(axes(row)));
    } catch (IllegalArgumentException e) {
      findings.refused(
          row.place("kind"),
          "measure",
          "un indicateur %s ne peut pas être ainsi : un rapport ou une différence a deux termes (numerator, denominator) et ne s'additionne pas ; un effectif (STOCK) ne s'additionne pas dans le temps"
              .formatted(kind));
      return Optional.empty();
    }
  }

  private static Set<Axis> axes(Row row) {
    Set<Axis> axes = EnumSet.noneOf(Axis.class);
    for (String each : row.get("adds").split(" ", -1)) {
      axes.add(Axis.valueOf(each.toUpperCase(Locale.ROOT)));
    }
    return axes;
  }

  private static Measure of(Measure.Kind kind, Row row) {
    boolean made = kind == Measure.Kind.RATIO || kind == Measure.Kind.DIFFERENCE;
    if (!made && !(row.isEmpty("numerator") && row.isEmpty("denominator"))) {
      throw new IllegalArgumentException("of nothing else: " + kind);
    }
    return switch (kind) {
      case STOCK -> Measure.stock();
      case FLOW -> Measure.flow();
      case DIFFERENCE -> Measure.difference(row.get("numerator"), row.get("denominator"));
      case RATIO ->
          row.isEmpty("numerator")
              ? Measure.published(kind, row.get("substitute"))
              : Measure.ratio(
                  row.get("numerator"),
                  row.get("denominator"),
                  row.isEmpty("factor") ? 1 : Double.parseDouble(row.get("factor")));
      case INDEX, MEDIAN, DISTINCT -> Measure.published(kind, row.get("substitute"));
    };
  }

  /** Writes definitions as they are read. */
  public static void write(List<Indicator> all, Writer out) throws IOException {
    CsvWriter csv =
        CsvWriter.builder().fieldSeparator(SEPARATOR).lineDelimiter(LineDelimiter.LF).build(out);
    csv.writeRecord(COLUMNS);
    for (Indicator each : all) {
      Measure measure = each.measure();
      csv.writeRecord(
          each.id(),
          Integer.toString(each.version()),
          each.title(),
          each.theme(),
          each.unit(),
          Integer.toString(each.decimals()),
          each.producer(),
          Boolean.toString(each.headline()),
          measure.kind().name(),
          measure.numerator(),
          measure.denominator(),
          measure.isQuotient() ? Double.toString(measure.factor()) : "",
          measure.substitute(),
          adds(measure),
          each.question(),
          each.definition(),
          String.join(" ", each.notes()));
    }
    csv.flush();
  }

  /** Empty where it is as for all of its kind. */
  private static String adds(Measure measure) {
    Set<Axis> usual =
        switch (measure.kind()) {
          case STOCK -> Measure.stock().adds();
          case FLOW -> Measure.flow().adds();
          case RATIO, INDEX, MEDIAN, DISTINCT, DIFFERENCE -> Set.of();
        };
    return measure.adds().equals(usual)
        ? ""
        : measure.adds().stream()
            .sorted()
            .map(each -> each.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" "));
  }
}
