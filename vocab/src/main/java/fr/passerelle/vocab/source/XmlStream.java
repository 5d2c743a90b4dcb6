package fr.passerelle.vocab.source;

import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.RefusedException;
import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An XML text from outside that is read forward only. A DTD or an entity is refused where it
 * stands; what is skipped is never made a string, but counted.
 */
public final class XmlStream implements AutoCloseable {
  private static final String MESSAGE = "Message:";
  private static final int LONGEST_TEXT = 1 << 24;

  private final String file;
  private final String format;
  private final XMLStreamReader xml;

  /** Elements passed over, counted. */
  private final Map<String, Integer> skipped = new TreeMap<>();

  private XmlStream(String file, String format, XMLStreamReader xml) {
    this.file = file;
    this.format = format;
    this.xml = xml;
  }

  /**
   * Opens a text.
   *
   * @param file its name, for places
   * @param format what it should be, for messages, e.g. {@code le format V4 de France compétences}
   */
  public static XmlStream open(String file, String format, Reader text) throws XMLStreamException {
    return new XmlStream(file, format, factory().createXMLStreamReader(text));
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }

  /** Goes to the root, whatever its name. */
  public void anyRoot() throws XMLStreamException {
    while (next() != XMLStreamConstants.START_ELEMENT) {
      // Prolog: comments and blanks.
    }
  }

  /** Goes to the root, which has that name. */
  public void root(String name) throws XMLStreamException {
    anyRoot();
    if (!name().equals(name)) {
      throw RefusedException.of(
          place(),
          "xml",
          "racine <%s> au lieu de <%s> ; donner %s".formatted(name(), name, format));
    }
  }

  /** Reads what follows the root: an end that is broken is not passed over. */
  public void finish() throws XMLStreamException {
    while (xml.hasNext()) {
      next();
    }
  }

  /** Name of the element, without prefix. */
  public String name() {
    return xml.getLocalName();
  }

  /** Namespace of the element; empty if it has none. */
  public String namespace() {
    String namespace = xml.getNamespaceURI();
    return namespace == null ? "" : namespace;
  }

  /** Attribute without namespace of the element, blanks around it left out; empty if absent. */
  public String attribute(String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value.strip();
  }

  /** Text of an element that has no other inside, blanks around it left out. */
  public String text() throws XMLStreamException {
    String name = xml.getLocalName();
    StringBuilder text = new StringBuilder();
    int event;
    while ((event = next()) != XMLStreamConstants.END_ELEMENT) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        throw RefusedException.of(
            place(),
            "xml",
            "<%s> dans <%s>, où un texte est attendu ; ce n'est pas %s"
                .formatted(xml.getLocalName(), name, format));
      }
      if (xml.hasText() && event != XMLStreamConstants.COMMENT) {
        append(text);
      }
    }
    return text.toString().strip();
  }

  private void append(StringBuilder text) {
    text.append(xml.getText());
    bound(text);
  }

  private void bound(StringBuilder text) {
    if (text.length() > LONGEST_TEXT) {
      throw RefusedException.of(
          place(),
          "length",
          "un texte de plus de seize millions de caractères ; ce n'est pas " + format);
    }
  }

  /** Goes to the next child, the text passed on the way added; false at the end of the element. */
  public boolean child(StringBuilder text) throws XMLStreamException {
    int event = next();
    while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
      if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        append(text);
      }
      event = next();
    }
    return event == XMLStreamConstants.START_ELEMENT;
  }

  /** Goes to the next child; false at the end of the element. */
  public boolean child() throws XMLStreamException {
    int event = next();
    while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
      event = next();
    }
    return event == XMLStreamConstants.START_ELEMENT;
  }

  /** Passes over an element and all inside it; its text is never made a string. */
  public void skip() throws XMLStreamException {
    skipped.merge(xml.getLocalName(), 1, Integer::sum);
    int depth = 1;
    while (depth > 0) {
      int event = next();
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
  }

  /**
   * The element and all inside it as a text of its own, in which each element declares its
   * prefixes.
   */
  public String copy() throws XMLStreamException {
    StringBuilder copy = new StringBuilder();
    int depth = 0;
    int event = xml.getEventType();
    while (true) {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          open(copy);
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          copy.append("</").append(qualified(xml.getPrefix(), xml.getLocalName())).append('>');
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          copy.append(escaped(xml.getText()));
          bound(copy);
        }
        default -> {
          // Comments and instructions say nothing.
        }
      }
      if (depth == 0) {
        return copy.toString();
      }
      event = next();
    }
  }

  private void open(StringBuilder copy) {
    Map<String, String> prefixes = new TreeMap<>();
    prefixes.put(xml.getPrefix() == null ? "" : xml.getPrefix(), namespace());
    copy.append('<').append(qualified(xml.getPrefix(), xml.getLocalName()));
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String prefix = xml.getAttributePrefix(i);
      copy.append(' ')
          .append(qualified(prefix, xml.getAttributeLocalName(i)))
          .append("=\"")
          .append(escaped(xml.getAttributeValue(i)))
          .append('"');
      if (prefix != null && !prefix.isEmpty() && !prefix.equals("xml")) {
        prefixes.put(prefix, xml.getAttributeNamespace(i));
      }
    }
    prefixes.forEach((prefix, uri) ->
        copy.append(prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix)
            .append("=\"")
            .append(escaped(uri))
            .append('"'));
    copy.append('>');
    bound(copy);
  }

  private static String qualified(@Nullable String prefix, String name) {
    return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("\n", "&#10;")
        .replace("\r", "&#13;");
  }

  private int next() throws XMLStreamException {
    int event = xml.next();
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw RefusedException.of(
          place(),
          "dtd",
          "DTD ou entité dans le fichier : refusé ; reprendre le fichier tel qu'il est publié, "
              + format
              + " n'en a pas");
    }
    return event;
  }

  /** Where the reading is. */
  public Location location() {
    return xml.getLocation();
  }

  /** {@code file:line:column} of where the reading is. */
  public String place() {
    return place(file, xml.getLocation());
  }

  /** {@code file:line:column} of where a text breaks. */
  public static String place(String file, XMLStreamException broken) {
    return place(file, broken.getLocation());
  }

  private static String place(String file, @Nullable Location at) {
    return at == null ? file : file + ":" + at.getLineNumber() + ":" + at.getColumnNumber();
  }

  /** Refuses a text that breaks on the way. */
  public static void refuse(String file, XMLStreamException broken, Findings findings) {
    Fault fault = fault(file, broken);
    findings.refused(fault.place(), fault.rule(), fault.message());
  }

  /** The refusal of a text that breaks on the way. */
  public static RefusedException refusal(String file, XMLStreamException broken) {
    return new RefusedException(List.of(fault(file, broken)));
  }

  private static Fault fault(String file, XMLStreamException broken) {
    return new Fault(
        place(file, broken.getLocation()),
        "xml",
        "XML illisible ou tronqué à partir d'ici (%s) ; télécharger le fichier à nouveau"
            .formatted(message(broken)));
  }

  /** What is wrong with a text that breaks on the way, as the JDK says it after the location. */
  public static String message(XMLStreamException broken) {
    String message = String.valueOf(broken.getMessage());
    int start = message.indexOf(MESSAGE);
    return start < 0 ? message : message.substring(start + MESSAGE.length()).strip();
  }

  /** Elements passed over and how many of each: nothing is lost without a word. */
  public Map<String, Integer> skipped() {
    return new TreeMap<>(skipped);
  }

  @Override
  public void close() throws XMLStreamException {
    xml.close();
  }
}
