package fr.passerelle.vocab.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The XML of one sheet of a workbook while it is being read. */
final class Sheet {
  /** Columns that a sheet may have (XFD). */
  private static final int MAX_COLUMNS = 16_384;

  private final XMLStreamReader xml;
  private final List<String> words;
  private final char decimalMark;
  private int line;
  private List<String> cells = new ArrayList<>();

  /** A sheet whose numbers are given with that decimal mark. */
  Sheet(XMLStreamReader xml, List<String> words, char decimalMark) {
    this.xml = xml;
    this.words = words;
    this.decimalMark = decimalMark;
  }

  void read(SourceWorkbook.Rows rows) throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      refuseDoctype(event);
      if (event == XMLStreamConstants.START_ELEMENT) {
        start();
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
        if (!cells.isEmpty()) {
          rows.row(line, cells);
        }
        cells = new ArrayList<>();
      }
    }
  }

  private void start() throws XMLStreamException {
    if (xml.getLocalName().equals("row")) {
      @Nullable String number = xml.getAttributeValue(null, "r");
      line = number == null ? line + 1 : Integer.parseInt(number);
    } else if (xml.getLocalName().equals("c")) {
      @Nullable String name = xml.getAttributeValue(null, "r");
      int column = name == null ? cells.size() : column(name);
      String value = value();
      if (!value.isEmpty()) {
        while (cells.size() < column) {
          cells.add("");
        }
        cells.add(value);
      }
    }
  }

  /** From {@code AB12} the index of column AB, from 0. */
  private static int column(String name) {
    int column = 0;
    for (int i = 0; i < name.length() && Character.isLetter(name.charAt(i)); i++) {
      column = column * 26 + name.charAt(i) - 'A' + 1;
      if (column > MAX_COLUMNS) {
        throw new IndexOutOfBoundsException("cellule " + name);
      }
    }
    return column - 1;
  }

  /** Text of the cell that the reader is on. */
  private String value() throws XMLStreamException {
    @Nullable String type = xml.getAttributeValue(null, "t");
    String stored = "";
    while (!(xml.next() == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c"))) {
      if (xml.isStartElement() && xml.getLocalName().equals("v")) {
        stored = xml.getElementText();
      } else if (xml.isStartElement() && xml.getLocalName().equals("is")) {
        stored = text(xml, "is");
      }
    }
    if (stored.isEmpty()) {
      return stored;
    }
    return switch (type == null ? "n" : type) {
      case "s" -> words.get(Integer.parseInt(stored));
      case "n" -> number(stored);
      default -> stored;
    };
  }

  /** A number as a person would write it: what is stored may have an exponent. */
  private String number(String stored) {
    String plain =
        stored.indexOf('E') < 0
            ? stored
            : new BigDecimal(stored).stripTrailingZeros().toPlainString();
    return plain.replace('.', decimalMark);
  }

  /** Words of the element that the reader is on, its phonetic hints left out. */
  static String text(XMLStreamReader xml, String element) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    boolean phonetic = false;
    while (!(xml.next() == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element))) {
      if (xml.hasName() && xml.getLocalName().equals("rPh")) {
        phonetic = xml.isStartElement();
      } else if (xml.isStartElement() && xml.getLocalName().equals("t") && !phonetic) {
        text.append(xml.getElementText());
      }
    }
    return text.toString();
  }

  static void refuseDoctype(int event) throws XMLStreamException {
    if (event == XMLStreamConstants.DTD) {
      throw new XMLStreamException("un DOCTYPE n'est pas admis");
    }
  }
}
