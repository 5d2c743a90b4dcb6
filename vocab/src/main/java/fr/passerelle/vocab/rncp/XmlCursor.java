package fr.passerelle.vocab.rncp;

import fr.passerelle.vocab.rncp.Fiche.Cell;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.XmlStream;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;

/** A place in the XML V4 of France compétences, with the moves that its records need. */
final class XmlCursor implements AutoCloseable {
  private static final String FORMAT = "l'export XML V4 de France compétences";

  private final String file;
  private final Findings findings;
  private final Words words;
  private final XmlStream xml;

  private XmlCursor(String file, Findings findings, XmlStream xml) {
    this.file = file;
    this.findings = findings;
    this.words = new Words(findings);
    this.xml = xml;
  }

  static XmlCursor open(String file, Reader text, Findings findings) throws XMLStreamException {
    return new XmlCursor(file, findings, XmlStream.open(file, FORMAT, text));
  }

  /** Goes to the root, which has that name. */
  void root(String name) throws XMLStreamException {
    xml.root(name);
  }

  /** Reads what follows the root. */
  void finish() throws XMLStreamException {
    xml.finish();
  }

  /** Name of the element. */
  String name() {
    return xml.name();
  }

  static Cell get(Map<String, Cell> fields, String name) {
    return fields.getOrDefault(name, Cell.NONE);
  }

  /** Fields of each child of that name. */
  void list(String name, Set<String> wanted, Consumer<Map<String, Cell>> items)
      throws XMLStreamException {
    while (child()) {
      if (name().equals(name)) {
        items.accept(fields(wanted));
      } else {
        skip();
      }
    }
  }

  Map<String, Cell> fields(Set<String> wanted) throws XMLStreamException {
    Map<String, Cell> fields = new HashMap<>();
    while (child()) {
      if (wanted.contains(name())) {
        fields.put(name(), cell());
      } else {
        skip();
      }
    }
    return fields;
  }

  Cell cell() throws XMLStreamException {
    String place = place();
    return new Cell(words.mended(text(), place), place);
  }

  /** Text of an element that has no other inside. */
  String text() throws XMLStreamException {
    return xml.text();
  }

  /** Goes to the next child; false at the end of the element. */
  boolean child() throws XMLStreamException {
    return xml.child();
  }

  /** Passes over an element and all inside it. */
  void skip() throws XMLStreamException {
    xml.skip();
  }

  String place() {
    return xml.place();
  }

  /** Says what was passed over: nothing is lost without a word. */
  void remarkSkipped() {
    if (!xml.skipped().isEmpty()) {
      findings.remark(file + " : éléments non repris " + xml.skipped());
    }
  }

  @Override
  public void close() throws XMLStreamException {
    xml.close();
  }
}
