package fr.passerelle.vocab.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A row of a table, its cells found by column name and its place known for messages. */
public final class Row {
  /** Index of an optional column that the file lacks. */
  static final int ABSENT = -1;

  /** Strict: a lenient reader makes 28 February of the 31st. */
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

  private final String file;
  private final long line;
  private final Map<String, Integer> columns;
  private final List<String> cells;
  private final Findings findings;

  Row(String file, long line, Map<String, Integer> columns, List<String> cells, Findings findings) {
    this.file = file;
    this.line = line;
    this.columns = columns;
    this.cells = cells;
    this.findings = findings;
  }

  /** The same row, what is found in it told elsewhere. */
  public Row telling(Findings others) {
    return new Row(file, line, columns, cells, others);
  }

  /** Line at which it begins, from 1. */
  public long line() {
    return line;
  }

  /** Text of the cell, without blanks around it; empty if the cell is. */
  public String get(String column) {
    return cell(column).strip();
  }

  /**
   * Words of the cell: as {@link #get}, with the doubled apostrophes that a database export left
   * ({@code d''hygiène}) and UTF-8 read as Windows-1252 ({@code MÃ‰DIAS}) mended and counted.
   */
  public String text(String column) {
    String written = get(column);
    String text = Mojibake.mended(written).orElse(written);
    if (!text.equals(written)) {
      findings.repaired(
          "UTF-8 lu comme du Windows-1252 (« Ã‰ » pour « É »), rétabli", place(column));
    }
    if (!text.contains("''")) {
      return text;
    }
    findings.repaired("apostrophe doublée, rendue simple", place(column));
    return text.replace("''", "'");
  }

  /** Whether the cell says nothing. */
  public boolean isEmpty(String column) {
    return cell(column).isBlank();
  }

  /** Day of the cell, written {@code JJ/MM/AAAA}; one that is no day is refused. */
  public Optional<LocalDate> day(String column) {
    String text = get(column);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text, DAY));
    } catch (DateTimeException e) {
      findings.refused(
          place(column), "date", "« " + text + " » n'est pas un jour ; l'écrire JJ/MM/AAAA");
      return Optional.empty();
    }
  }

  /** {@code file:line:column} of the cell, both from 1; a record of several lines starts there. */
  public String place(String column) {
    return place(column, line);
  }

  /** The same of the row that begins at another line. */
  public String place(String column, long other) {
    return file + ":" + other + ":" + (Math.max(index(column), 0) + 1);
  }

  private String cell(String column) {
    int index = index(column);
    // A damaged row may have fewer cells than the header.
    return index == ABSENT || index >= cells.size() ? "" : cells.get(index);
  }

  private int index(String column) {
    Integer index = columns.get(column);
    if (index == null) {
      throw new IllegalArgumentException("column not asked for: " + column);
    }
    return index;
  }
}
