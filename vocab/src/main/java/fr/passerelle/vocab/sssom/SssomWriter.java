package fr.passerelle.vocab.sssom;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Uris;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Writes a correspondence as an SSSOM TSV file with embedded metadata: a YAML block commented by
 * {@code #}, then one row a pair, then one for each concept that the other side has nothing for.
 *
 * <p>It says version 1.1, which has record ids and the cardinalities 1:0 and 0:1. Nothing is put
 * before a cell that a spreadsheet would take for a formula: the CSV table is there for them.
 */
public final class SssomWriter {
  private final Uris uris;

  /** Correspondences under those names. */
  public SssomWriter(Uris uris) {
    this.uris = uris;
  }

  /**
   * Writes the file; the stream is flushed and left open.
   *
   * @throws IOException where the stream fails
   */
  public void write(OutputStream out, PublishedRelease release, Correspondence correspondence)
      throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    text.write(SssomMetadata.of(uris, release, correspondence));
    CsvWriter tsv =
        CsvWriter.builder()
            .fieldSeparator('\t')
            .lineDelimiter(LineDelimiter.LF)
            .bufferSize(1 << 14)
            .build(text);
    SssomRows rows = new SssomRows(release, correspondence);
    try {
      tsv.writeRecord(SssomRows.COLUMNS);
      for (Pair pair : correspondence.pairs()) {
        tsv.writeRecord(rows.row(pair));
      }
      correspondence.unmatched().flatMap(rows::rows).forEach(tsv::writeRecord);
      tsv.flush();
    } catch (UncheckedIOException e) {
      throw new IOException(e);
    }
  }
}
