package fr.passerelle.vocab.rncp;

import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.rncp.Fiche.Cell;
import fr.passerelle.vocab.source.Findings;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A place in an XML text that is read forward only, with the moves that a record format needs. A
 * DTD or an entity is refused where it stands; what is skipped is never made a string.
 */
final class XmlCursor implements AutoCloseable {
  private final String file;
  private final Findings findings;
  private final Words words;
  private final XMLStreamReader xml;

  /** Elements passed over, counted. */
  private final Map<String, Integer> skipped = new TreeMap<>();

  private XmlCursor(String file, Findings findings, XMLStreamReader xml) {
    this.file = file;
    this.findings = findings;
    this.words = new Words(findings);
    this.xml = xml;
  }

  static XmlCursor open(String file, Reader text, Findings findings) throws XMLStreamException {
    return new XmlCursor(file, findings, factory().createXMLStreamReader(text));
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }

  /** Goes to the root, which has that name. */
  void root(String name) throws XMLStreamException {
    while (next() != XMLStreamConstants.START_ELEMENT) {
      // Prolog: comments and blanks.
    }
    if (!name().equals(name)) {
      throw RefusedException.of(
          place(),
          "xml",
          "racine <%s> au lieu de <%s> ; donner l'export XML V4 de France compétences"
              .formatted(name(), name));
    }
  }

  /** Reads what follows the root: an end that is broken is not passed over. */
  void finish() throws XMLStreamException {
    while (xml.hasNext()) {
      next();
    }
  }

  /** Name of the element. */
  String name() {
    return xml.getLocalName();
  }

  static Cell get(Map<String, Cell> fields, String name) {
    return fields.getOrDefault(name, Cell.NONE);
  }

  /** Fields of each child of that name. */
  void list(String name, Set<String> wanted, Consumer<Map<String, Cell>> items)
      throws XMLStreamException {
    while (child()) {
      if (xml.getLocalName().equals(name)) {
        items.accept(fields(wanted));
      } else {
        skip();
      }
    }
  }

  Map<String, Cell> fields(Set<String> wanted) throws XMLStreamException {
    Map<String, Cell> fields = new HashMap<>();
    while (child()) {
      if (wanted.contains(xml.getLocalName())) {
        fields.put(xml.getLocalName(), cell());
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

  /** Text of an element that has no other inside, blanks around it left out. */
  String text() throws XMLStreamException {
    String name = xml.getLocalName();
    StringBuilder text = new StringBuilder();
    int event;
    while ((event = next()) != XMLStreamConstants.END_ELEMENT) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        throw RefusedException.of(
            place(),
            "xml",
            "<%s> dans <%s>, où un texte est attendu ; ce n'est pas le format V4"
                .formatted(xml.getLocalName(), name));
      }
      if (xml.hasText() && event != XMLStreamConstants.COMMENT) {
        text.append(xml.getText());
      }
    }
    return text.toString().strip();
  }

  /** Goes to the next child; false at the end of the element. */
  boolean child() throws XMLStreamException {
    int event = next();
    while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
      event = next();
    }
    return event == XMLStreamConstants.START_ELEMENT;
  }

  /** Passes over an element and all inside it; its text is never made a string. */
  void skip() throws XMLStreamException {
    skipped.merge(xml.getLocalName(), 1, Integer::sum);
    int depth = 1;
    while (depth > 0) {
      int event = next();
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
  }

  private int next() throws XMLStreamException {
    int event = xml.next();
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw RefusedException.of(
          place(),
          "dtd",
          "DTD ou entité dans le fichier : refusé, le format V4 n'en a pas ; reprendre le fichier"
              + " publié par France compétences");
    }
    return event;
  }

  String place() {
    return place(file, xml.getLocation());
  }

  static String place(String file, Location location) {
    return location == null
        ? file
        : file + ":" + location.getLineNumber() + ":" + location.getColumnNumber();
  }

  /** Says what was passed over: nothing is lost without a word. */
  void remarkSkipped() {
    if (!skipped.isEmpty()) {
      findings.remark(file + " : éléments non repris " + skipped);
    }
  }

  @Override
  public void close() throws XMLStreamException {
    xml.close();
  }
}
