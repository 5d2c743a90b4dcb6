package fr.passerelle.api.figures;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.passerelle.vocab.csv.CsvTables;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A table for people: names beside codes; and what CSV on the Web says of it. */
final class PlainCsv {
  static final String MEDIA_TYPE = "text/csv; charset=utf-8";

  /** After the name of a dimension, the column of the names of its codes. */
  private static final String LABEL = "_LABEL";

  private PlainCsv() {}

  /** Names of the columns. */
  static List<String> columns(FigureTable table) {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < table.dimensions().size(); i++) {
      columns.add(table.dimensions().get(i));
      if (isNamed(table, i)) {
        columns.add(table.dimensions().get(i) + LABEL);
      }
    }
    columns.add("OBS_VALUE");
    columns.addAll(table.attributes());
    return columns;
  }

  /** A column that would only say codes again is left out. */
  private static boolean isNamed(FigureTable table, int dimension) {
    return table.names().hasLabels(table.dimensions().get(dimension));
  }

  /** Cells of a row, as the columns are. */
  static List<String> cells(FigureTable table, FigureTable.Row row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.key().size(); i++) {
      cells.add(row.key().get(i));
      if (isNamed(table, i)) {
        cells.add(table.name(i, row.key().get(i)));
      }
    }
    cells.addAll(SdmxCsv.values(table, row).toList());
    return cells;
  }

  /** The text of a table: a cell that a spreadsheet would take for a formula has an apostrophe. */
  static String write(FigureTable table) {
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().build(text);
    csv.writeRecord(columns(table));
    int value = columns(table).indexOf("OBS_VALUE");
    for (FigureTable.Row row : table.rows()) {
      List<String> cells = cells(table, row);
      List<String> safe = new ArrayList<>();
      for (int i = 0; i < cells.size(); i++) {
        // A negative value begins with a sign, and is a number.
        safe.add(i == value ? cells.get(i) : CsvTables.safe(cells.get(i)));
      }
      csv.writeRecord(safe);
    }
    return SdmxCsv.flushed(csv, text);
  }

  /**
   * Metadata of the table (Metadata Vocabulary for Tabular Data, W3C 2015).
   *
   * @param address address of the table itself
   */
  static Map<String, Object> metadata(FigureTable table, String address) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("@context", List.of("http://www.w3.org/ns/csvw", Map.of("@language", "fr")));
    metadata.put("url", address);
    metadata.put("dc:title", table.indicator().title());
    metadata.put("dc:source", table.citation());
    metadata.put("dc:creator", table.producers());
    table.licenceUri().ifPresent(uri -> metadata.put("dc:license", uri));
    if (table.licenceUri().isEmpty()) {
      metadata.put("dc:rights", table.licence().explanation());
    }
    metadata.put("dc:modified", table.modified().toString());
    metadata.put("dialect", Map.of("header", true, "delimiter", ",", "encoding", "utf-8"));
    metadata.put(
        "tableSchema",
        Map.of(
            "columns",
            columns(table).stream().map(PlainCsv::column).toList(),
            "primaryKey",
            table.dimensions()));
    return metadata;
  }

  private static Map<String, Object> column(String name) {
    String type =
        switch (name) {
          case "OBS_VALUE" -> "number";
          case "DECIMALS" -> "integer";
          default -> "string";
        };
    return Map.of("name", name, "titles", name, "datatype", type);
  }

  /** Rows as they are shown in a workbook. */
  static Stream<List<String>> rows(FigureTable table) {
    return table.rows().stream().map(row -> cells(table, row));
  }
}
