package fr.passerelle.api.figures;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** SDMX-CSV 2.0.0 (field guide, 2021): one row an observation, codes only. */
final class SdmxCsv {
  static final String MEDIA_TYPE = "application/vnd.sdmx.data+csv;version=2.0.0";

  private SdmxCsv() {}

  /** The text of a table. */
  static String write(FigureTable table) {
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().build(text);
    List<String> head = new ArrayList<>(List.of("STRUCTURE", "STRUCTURE_ID", "ACTION"));
    head.addAll(table.dimensions());
    head.add("OBS_VALUE");
    head.addAll(table.attributes());
    csv.writeRecord(head);
    for (FigureTable.Row row : table.rows()) {
      List<String> cells = new ArrayList<>(List.of("dataflow", SdmxJson.dataflow(table), "I"));
      cells.addAll(row.key());
      cells.addAll(values(table, row).toList());
      csv.writeRecord(cells);
    }
    return flushed(csv, text);
  }

  /** All that was written. */
  static String flushed(CsvWriter csv, StringWriter text) {
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** The value, then the attributes. */
  static Stream<String> values(FigureTable table, FigureTable.Row row) {
    return Stream.concat(
        Stream.of(row.value().isPresent() ? FigureTable.plain(row.value().getAsDouble()) : ""),
        table.attributes().stream().map(each -> row.attributes().getOrDefault(each, "")));
  }
}
