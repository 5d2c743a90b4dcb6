package fr.passerelle.catalog.secrecy.protecting;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import fr.passerelle.vocab.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What is wrong with a raw table, for its supplier alone: {@code place;rule;message}. It repeats no
 * cell, but that a line is at fault says something of it.
 */
final class Report {
  private Report() {}

  static void write(List<Fault> faults, OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CsvWriter csv =
        CsvWriter.builder().fieldSeparator(';').lineDelimiter(LineDelimiter.LF).build(text);
    csv.writeRecord("place", "rule", "message");
    faults.forEach(each -> csv.writeRecord(each.place(), each.rule(), each.message()));
    csv.flush();
    text.flush();
  }
}
