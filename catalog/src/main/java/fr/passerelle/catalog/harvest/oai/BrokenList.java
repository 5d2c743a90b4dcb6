package fr.passerelle.catalog.harvest.oai;

import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.XmlPieces;
import fr.passerelle.vocab.source.XmlStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * An answer to ListRecords that is no XML as a whole, read record by record. What is around the
 * records must be sound: it says where the list goes on.
 */
final class BrokenList {
  /** A record has its header first; one inside it, of MARCXML, has none. */
  private static final Pattern START =
      Pattern.compile(
          "<((?:[\\w.-]+:)?)record\\b[^<>]*>\\s*<\\1header\\b"
              + "|<(?:[\\w.-]+:)?resumptionToken\\b|</(?:[\\w.-]+:)?ListRecords\\b");

  private static final Pattern IDENTIFIER = element("identifier");
  private static final Pattern DATESTAMP = element("datestamp");
  private static final Pattern HEADER = Pattern.compile("</(?:[\\w.-]+:)?header\\b");

  private final ListReading.Source source;
  private final List<ListReading.Found> records = new ArrayList<>();
  private final List<Refused> refused = new ArrayList<>();

  /**
   * A record that cannot be read.
   *
   * @param identifier its identifier; empty where not even that can be read
   */
  record Refused(Fault fault, String identifier, String datestamp) {}

  private BrokenList(ListReading.Source source) {
    this.source = source;
  }

  private static Pattern element(String name) {
    return Pattern.compile(
        "<(?:[\\w.-]+:)?" + name + "\\b[^<>]*>\\s*([^<>&\\uffff]{1,200}?)\\s*</");
  }

  /** What of it could be read. */
  List<ListReading.Found> records() {
    return records;
  }

  List<Refused> refused() {
    return refused;
  }

  /**
   * Reads it.
   *
   * @param frame takes what is around the records
   * @throws XMLStreamException if it cannot be cut into records, or is broken around them
   */
  static BrokenList read(ListReading.Source source, Reader text, ListReading frame)
      throws IOException, XMLStreamException {
    BrokenList list = new BrokenList(source);
    XmlPieces pieces = new XmlPieces(source.code(), text, START);
    StringBuilder around = new StringBuilder(pieces.head());
    for (Optional<XmlPieces.Piece> next = pieces.next(); next.isPresent(); next = pieces.next()) {
      XmlPieces.Piece piece = next.get();
      if (piece.name().equals("record")) {
        list.take(piece, pieces.head());
        around.append(piece.after());
      } else {
        around.append(piece.text()).append(piece.after());
      }
    }
    try (XmlStream xml = OaiReader.stream(source.code(), new StringReader(around.toString()))) {
      frame.read(xml);
    }
    return list;
  }

  private void take(XmlPieces.Piece piece, String head) throws XMLStreamException {
    try (XmlStream xml = OaiReader.stream(source.code(), new StringReader(head + piece.text()))) {
      records.add(new ListReading(source).first(xml));
    } catch (XMLStreamException e) {
      refuse(piece, XmlStream.place(source.code(), e), XmlStream.message(e));
    } catch (RefusedException e) {
      Fault fault = e.faults().getFirst();
      refuse(piece, fault.place(), fault.message());
    }
  }

  private void refuse(XmlPieces.Piece piece, String place, String why) {
    Matcher end = HEADER.matcher(piece.text());
    String header = end.find() ? piece.text().substring(0, end.start()) : "";
    String identifier = first(IDENTIFIER, header);
    Fault fault =
        new Fault(
            piece.place(place),
            "record",
            "notice %s illisible (%s) : laissée, les autres sont prises ; la corriger à la source"
                .formatted(identifier.isEmpty() ? "sans nom" : "« " + identifier + " »", why));
    refused.add(new Refused(fault, identifier, first(DATESTAMP, header)));
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }
}
