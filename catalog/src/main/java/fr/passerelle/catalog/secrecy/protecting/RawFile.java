package fr.passerelle.catalog.secrecy.protecting;

import fr.passerelle.catalog.secrecy.Partition;
import fr.passerelle.catalog.secrecy.sealing.TableOrder;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/**
 * Raw tables as their fiche agrees on them, read whole or refused whole. What is wrong is told by
 * its place and rule, never by what stands there.
 */
final class RawFile {
  private static final char BYTE_ORDER_MARK = '\ufeff';
  private static final int BUFFER = 1 << 16;

  private RawFile() {}

  /**
   * Reads a raw table.
   *
   * @param name by which messages name it
   * @param units what it is brought to
   * @throws RefusedException with every fault, line by line
   */
  static RawTable read(
      String name, InputStream raw, TableOrder order, Geography geography, Partition units)
      throws IOException {
    Findings findings = new Findings();
    RawTable table = new RawTable(order, units);
    RawRows rows = new RawRows(table, geography, findings);
    try {
      Table.of(name, order.layout().separator(), rows.columns(), findings)
          .read(text(raw, order), rows::take);
      findings.refuseIfFaulty();
      rows.finish(name);
      findings.refuseIfFaulty();
      return table;
    } catch (RefusedException e) {
      throw new RefusedException(e.faults().stream().map(RawFile::silent).toList());
    }
  }

  private static Reader text(InputStream raw, TableOrder order) throws IOException {
    CharsetDecoder decoder =
        order
            .layout()
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    BufferedReader text = new BufferedReader(new InputStreamReader(raw, decoder), BUFFER);
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return text;
  }

  /** Messages of what reads any table may repeat cells of it, those of a header left out first. */
  private static Fault silent(Fault fault) {
    String message =
        switch (fault.rule()) {
          case "header" ->
              "une colonne que la fiche annonce manque à l'en-tête, ou le fichier est vide";
          case "row-length" -> "pas autant de cellules que l'en-tête";
          case "control-character" -> "caractère de contrôle, à retirer";
          case "csv" ->
              "CSV illisible, lecture interrompue, ou encodage autre que celui de la fiche";
          default -> fault.message();
        };
    return new Fault(fault.place(), fault.rule(), message);
  }
}
