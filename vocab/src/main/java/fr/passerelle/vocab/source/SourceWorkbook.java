package fr.passerelle.vocab.source;

import fr.passerelle.vocab.RefusedException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An XLSX workbook from outside (ECMA-376, SpreadsheetML), a sheet read row by row.
 *
 * <p>It is a zip, so what {@link SourceZip} verifies is verified, and of its XML no document type
 * is accepted. Cells are given as text: what a formula computed, numbers with the decimal mark that
 * is asked for and no other mark.
 */
public final class SourceWorkbook implements AutoCloseable {
  private final SourceZip zip;
  private final String file;

  private SourceWorkbook(SourceZip zip, String file) {
    this.zip = zip;
    this.file = file;
  }

  /** Takes the rows of a sheet. */
  @FunctionalInterface
  public interface Rows {
    /**
     * A row that has a cell.
     *
     * @param line its number in the sheet, from 1
     * @param cells its cells from column A to the last filled one
     */
    void row(int line, List<String> cells);
  }

  /**
   * Opens the workbook.
   *
   * @throws RefusedException if it is no zip, is truncated, or names an entry outside itself
   */
  public static SourceWorkbook open(Path path) throws IOException {
    return new SourceWorkbook(SourceZip.open(path), SourceFile.name(path));
  }

  /**
   * Passes on each row of the first sheet, as it is, its numbers with that decimal mark.
   *
   * @throws RefusedException if it is no workbook
   */
  public void readFirst(char decimalMark, Findings findings, Rows rows) throws IOException {
    read(first(findings), decimalMark, findings, rows);
  }

  private String first(Findings findings) throws IOException {
    require("workbook.xml");
    List<String> names = new ArrayList<>();
    try {
      each("workbook.xml", "sheet", findings, xml -> names.add(word(xml, "name")));
    } catch (XMLStreamException e) {
      throw unreadable(e);
    }
    return names.isEmpty() ? "" : names.getFirst();
  }

  void read(String sheet, char decimalMark, Findings findings, Rows rows) throws IOException {
    try {
      String entry = entry(sheet, findings);
      List<String> words = zip.names().contains("sharedStrings.xml") ? words(findings) : List.of();
      try (Reader text = zip.text(entry, findings)) {
        new Sheet(reader(text), words, decimalMark).read(rows);
      }
    } catch (XMLStreamException | NumberFormatException | IndexOutOfBoundsException e) {
      throw unreadable(e);
    }
  }

  private RefusedException unreadable(Exception e) {
    return RefusedException.of(
        file,
        "xlsx",
        "classeur illisible (" + e.getMessage() + ") ; l'enregistrer à nouveau en .xlsx");
  }

  /** Workbook names a sheet, relationships say where it is. */
  private String entry(String sheet, Findings findings) throws IOException, XMLStreamException {
    require("workbook.xml");
    require("workbook.xml.rels");
    Map<String, String> sheets = new HashMap<>();
    each("workbook.xml", "sheet", findings, xml -> sheets.put(word(xml, "name"), id(xml)));
    String wanted = sheets.get(sheet);
    if (wanted == null) {
      throw RefusedException.of(
          file, "sheet", "feuille « " + sheet + " » absente ; feuilles lues : " + sheets.keySet());
    }
    Map<String, String> targets = new HashMap<>();
    each(
        "workbook.xml.rels",
        "Relationship",
        findings,
        xml -> targets.put(word(xml, "Id"), word(xml, "Target")));
    String target = targets.getOrDefault(wanted, "");
    String base = target.substring(target.lastIndexOf('/') + 1);
    require(base);
    return base;
  }

  private void require(String entry) {
    if (!zip.names().contains(entry)) {
      throw RefusedException.of(
          file, "xlsx", "pas un classeur .xlsx : " + entry + " manque ; le réenregistrer");
    }
  }

  private List<String> words(Findings findings) throws IOException, XMLStreamException {
    List<String> words = new ArrayList<>();
    each("sharedStrings.xml", "si", findings, xml -> words.add(Sheet.text(xml, "si")));
    return words;
  }

  private interface Element {
    void at(XMLStreamReader xml) throws XMLStreamException;
  }

  private void each(String entry, String name, Findings findings, Element action)
      throws IOException, XMLStreamException {
    try (Reader text = zip.text(entry, findings)) {
      XMLStreamReader xml = reader(text);
      while (xml.hasNext()) {
        int event = xml.next();
        Sheet.refuseDoctype(event);
        if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(name)) {
          action.at(xml);
        }
      }
    }
  }

  /** The JDK's own, whatever else is on the class path. */
  private static XMLStreamReader reader(Reader text) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory.createXMLStreamReader(text);
  }

  private static String word(XMLStreamReader xml, String attribute) {
    @Nullable String value = xml.getAttributeValue(null, attribute);
    return value == null ? "" : value;
  }

  /** The relationship of a sheet; strict and transitional workbooks differ in its namespace. */
  private static String id(XMLStreamReader xml) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals("id")) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
