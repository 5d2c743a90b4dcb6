package fr.passerelle.vocab.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A delimited file with a header (RFC 4180), read row by row.
 *
 * <p>Columns are found by name, so that their order may change; one too many is remarked, one
 * missing refuses the file. Blank lines between records are skipped and counted as repaired. A cell
 * with a character that XML 1.0 cannot carry is refused: it could not be published as RDF/XML.
 */
public final class Table {
  private static final Pattern RECORD_LINE = Pattern.compile("starting at line (\\d+)");

  /** In no text: {@link Encoding} refuses it. */
  private static final char NO_QUOTE = '\0';

  private final String file;
  private final char separator;
  private final List<String> columns;
  private final List<String> optional;
  private final UnaryOperator<String> names;
  private final Findings findings;
  private final char quote;
  private final Predicate<Row> damaged;
  private long before;

  private Table(
      String file,
      char separator,
      char quote,
      List<String> columns,
      List<String> optional,
      UnaryOperator<String> names,
      Findings findings,
      Predicate<Row> damaged) {
    this.file = file;
    this.separator = separator;
    this.quote = quote;
    this.damaged = damaged;
    this.columns = columns;
    this.optional = optional;
    this.names = names;
    this.findings = findings;
  }

  /** A table of those columns, what is wrong with it going to {@code findings}. */
  public static Table of(String file, char separator, List<String> columns, Findings findings) {
    // A damaged row refuses the file.
    return new Table(
        file, separator, '"', columns, List.of(), UnaryOperator.identity(), findings, row -> false);
  }

  /** The same, with columns that some states of the file lack: their cells then are empty. */
  public Table optional(List<String> more) {
    return new Table(file, separator, quote, columns, more, names, findings, damaged);
  }

  /**
   * The same, its header read through {@code rule} first: for a producer who writes one column in
   * several ways.
   */
  public Table named(UnaryOperator<String> rule) {
    return new Table(file, separator, quote, columns, optional, rule, findings, damaged);
  }

  /** The same for a producer who quotes no cell: a quotation mark is a character like others. */
  public Table unquoted() {
    return new Table(file, separator, NO_QUOTE, columns, optional, names, findings, damaged);
  }

  /** The same where that many lines of the file come before the text given to be read. */
  public Table after(long lines) {
    Table table = new Table(file, separator, quote, columns, optional, names, findings, damaged);
    table.before = lines;
    return table;
  }

  /**
   * The same where rows tell of records: one of a wrong length, or with a character that no text
   * holds, refuses its record only ({@link Findings#attempt}).
   *
   * @param known is told the cells that such a row has; whether they say which record it is of
   */
  public Table damaged(Predicate<Row> known) {
    return new Table(file, separator, quote, columns, optional, names, findings, known);
  }

  /** Passes each sound row on; rows of a wrong length are refused one by one. */
  public void read(Reader text, Consumer<Row> rows) throws IOException {
    try (CsvReader<CsvRecord> csv = open(text)) {
      Iterator<CsvRecord> records = csv.iterator();
      if (!records.hasNext()) {
        findings.refused(
            file + ":" + (before + 1) + ":1",
            "header",
            "fichier vide ; colonnes attendues : " + columns);
        return;
      }
      List<String> header = header(records.next().getFields());
      if (accepts(header)) {
        findings.read(file, rows(records, header, rows));
      }
    } catch (CsvParseException e) {
      findings.refused(
          file + ":" + (before + line(e)) + ":1",
          "csv",
          "CSV illisible à partir d'ici, un guillemet dans une cellule s'écrit doublé : "
              + e.getMessage());
    } catch (UncheckedIOException e) {
      findings.refused(file, "csv", "lecture interrompue : " + e.getMessage());
    }
  }

  /**
   * The same for a sheet of an XLSX workbook, whose header is its first row that says something.
   *
   * @throws fr.passerelle.vocab.RefusedException if the file is no workbook or lacks the sheet
   */
  public void read(SourceWorkbook workbook, String sheet, Consumer<Row> rows) throws IOException {
    SheetRows cells = new SheetRows(rows);
    workbook.read(sheet, '.', findings, cells::row);
    cells.end();
  }

  /** The same for the first sheet of a workbook, its numbers with that decimal mark. */
  public void readFirst(SourceWorkbook workbook, char decimalMark, Consumer<Row> rows)
      throws IOException {
    SheetRows cells = new SheetRows(rows);
    workbook.readFirst(decimalMark, findings, cells::row);
    cells.end();
  }

  /** Tells the header of a sheet from its rows. */
  private final class SheetRows {
    private final Consumer<Row> rows;
    private Map<String, Integer> columns = Map.of();
    private boolean accepted;
    private int width;
    private int count;

    SheetRows(Consumer<Row> rows) {
      this.rows = rows;
    }

    void row(int line, List<String> cells) {
      if (columns.isEmpty()) {
        List<String> header = header(cells);
        columns = index(header);
        width = header.size();
        accepted = accepts(header);
      } else if (accepted && cells.size() > width) {
        findings.refused(
            file + ":" + line + ":" + cells.size(),
            "row-length",
            cells.size() + " cellules au lieu de " + width);
      } else if (accepted && isClean(cells, line)) {
        count++;
        rows.accept(new Row(file, line, columns, filled(cells), findings));
      }
    }

    void end() {
      if (columns.isEmpty()) {
        findings.refused(
            file + ":1:1", "header", "feuille vide ; colonnes attendues : " + Table.this.columns);
      }
      findings.read(file, count);
    }

    /** A sheet does not store the empty cells at the end of a row. */
    private List<String> filled(List<String> cells) {
      List<String> all = new ArrayList<>(cells);
      while (all.size() < width) {
        all.add("");
      }
      return all;
    }
  }

  private List<String> header(List<String> cells) {
    return cells.stream().map(names).toList();
  }

  /** Where the record starts that FastCSV cannot read; only its message says so. */
  private static long line(CsvParseException e) {
    Matcher matcher = RECORD_LINE.matcher(String.valueOf(e.getMessage()));
    return matcher.find() ? Long.parseLong(matcher.group(1)) : 1;
  }

  private CsvReader<CsvRecord> open(Reader text) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .quoteCharacter(quote)
        .skipEmptyLines(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .ofCsvRecord(text);
  }

  private boolean accepts(List<String> header) {
    List<String> missing = columns.stream().filter(column -> !header.contains(column)).toList();
    if (!missing.isEmpty()) {
      findings.refused(
          file + ":" + (before + 1) + ":1",
          "header",
          "colonnes absentes : " + missing + " ; colonnes lues : " + header);
    }
    List<String> ignored =
        header.stream()
            .filter(column -> !column.isBlank())
            .filter(column -> !columns.contains(column) && !optional.contains(column))
            .toList();
    if (missing.isEmpty() && !ignored.isEmpty()) {
      findings.remark(file + " : colonnes ignorées " + ignored);
    }
    return missing.isEmpty();
  }

  /** A header that ends in a separator too many has a nameless cell that rows may lack. */
  private static boolean fits(CsvRecord cells, List<String> header) {
    int missing = header.size() - cells.getFieldCount();
    return missing == 0 || (missing == 1 && header.getLast().isBlank());
  }

  private int rows(Iterator<CsvRecord> records, List<String> header, Consumer<Row> rows) {
    Map<String, Integer> index = index(header);
    int count = 0;
    while (records.hasNext()) {
      CsvRecord cells = records.next();
      long line = before + cells.getStartingLineNumber();
      if (cells.getFieldCount() == 1 && cells.getField(0).isEmpty()) {
        findings.repaired(
            "ligne vide entre deux enregistrements, passée", file + ":" + line + ":1");
      } else {
        Row row = new Row(file, line, index, cells.getFields(), findings);
        count += take(row, fits(cells, header), cells.getFields(), header.size(), rows);
      }
    }
    return count;
  }

  /** Passes a sound row on; counts it. */
  private int take(Row row, boolean fits, List<String> cells, int width, Consumer<Row> rows) {
    if (fits && cells.stream().allMatch(cell -> illegal(cell) < 0)) {
      rows.accept(row);
      return 1;
    }
    if (damaged.test(row)) {
      try (Findings.Attempt _ = findings.attempt()) {
        refuse(row.line(), fits, cells, width);
      }
    } else {
      refuse(row.line(), fits, cells, width);
    }
    return 0;
  }

  private void refuse(long line, boolean fits, List<String> cells, int width) {
    if (fits) {
      isClean(cells, line);
    } else {
      findings.refused(
          file + ":" + line + ":" + cells.size(),
          "row-length",
          cells.size() + " cellules au lieu de " + width);
    }
  }

  private boolean isClean(List<String> cells, long line) {
    boolean clean = true;
    for (int i = 0; i < cells.size(); i++) {
      int illegal = illegal(cells.get(i));
      if (illegal >= 0) {
        clean = false;
        findings.refused(
            file + ":" + line + ":" + (i + 1),
            "control-character",
            "caractère de contrôle U+%04X, qui n'est d'aucun texte ; le retirer du fichier"
                .formatted(illegal));
      }
    }
    return clean;
  }

  /** The first character that no text holds, or -1; a loop, as every cell comes here. */
  private static int illegal(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      if (isIllegal(cell.charAt(i))) {
        return cell.charAt(i);
      }
    }
    return -1;
  }

  /** XML 1.0, 2.2: no control of C0 but tab, line feed and carriage return; no U+FFFE or U+FFFF. */
  private static boolean isIllegal(int c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c >= 0xfffe;
  }

  private Map<String, Integer> index(List<String> header) {
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      index.putIfAbsent(header.get(i), i);
    }
    optional.forEach(column -> index.putIfAbsent(column, Row.ABSENT));
    return index;
  }
}
