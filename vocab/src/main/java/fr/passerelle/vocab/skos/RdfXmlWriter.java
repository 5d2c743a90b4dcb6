package fr.passerelle.vocab.skos;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/** Writes RDF/XML: one {@code rdf:Description} a subject, no abbreviation. */
final class RdfXmlWriter extends SubjectWriter {
  private static final int BUFFER = 1 << 13;

  private final Map<String, String> prefixByNamespace = new HashMap<>();
  private final Map<String, String> prefixes;
  private final Writer out;
  private final XMLStreamWriter xml;

  RdfXmlWriter(OutputStream out, Map<String, String> prefixes) throws IOException {
    this.prefixes = prefixes;
    // Of a given size: on a virtual thread the default grows by each word, copying all each time.
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
    prefixes.forEach((prefix, namespace) -> prefixByNamespace.put(namespace, prefix));
    try {
      // The JDK's own, whatever else the class path holds: same release, same bytes.
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(this.out);
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  @Override
  void begin() throws IOException {
    try {
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("rdf", "RDF", RDF.uri);
      for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
        xml.writeNamespace(prefix.getKey(), prefix.getValue());
      }
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  @Override
  void describe(Node node, Map<Node, List<Node>> objects) throws IOException {
    try {
      xml.writeCharacters("\n  ");
      xml.writeStartElement("rdf", "Description", RDF.uri);
      name("about", node);
      for (Map.Entry<Node, List<Node>> statement : objects.entrySet()) {
        for (Node object : statement.getValue()) {
          xml.writeCharacters("\n    ");
          property(statement.getKey(), object);
        }
      }
      xml.writeCharacters("\n  ");
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  @Override
  void end() throws IOException {
    try {
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.writeCharacters("\n");
      xml.flush();
    } catch (XMLStreamException e) {
      throw failed(e);
    }
    out.flush();
  }

  private void property(Node predicate, Node object) throws XMLStreamException {
    start(predicate, !object.isLiteral());
    if (!object.isLiteral()) {
      name("resource", object);
      return;
    }
    if (!object.getLiteralLanguage().isEmpty()) {
      xml.writeAttribute("xml:lang", object.getLiteralLanguage());
    } else if (!object.getLiteralDatatypeURI().equals(XSD.xstring.getURI())) {
      xml.writeAttribute("rdf", RDF.uri, "datatype", object.getLiteralDatatypeURI());
    }
    text(Literals.xmlSafe(object.getLiteralLexicalForm()));
    xml.writeEndElement();
  }

  private void name(String attribute, Node node) throws XMLStreamException {
    if (node.isBlank()) {
      xml.writeAttribute("rdf", RDF.uri, "nodeID", label(node));
    } else {
      xml.writeAttribute("rdf", RDF.uri, attribute, node.getURI());
    }
  }

  private void start(Node predicate, boolean empty) throws XMLStreamException {
    String namespace = predicate.getNameSpace();
    String declared = prefixByNamespace.get(namespace);
    String prefix = declared == null ? "ns" : declared;
    if (empty) {
      xml.writeEmptyElement(prefix, predicate.getLocalName(), namespace);
    } else {
      xml.writeStartElement(prefix, predicate.getLocalName(), namespace);
    }
    if (declared == null) {
      xml.writeNamespace(prefix, namespace);
    }
  }

  /** A carriage return is written by number: parsers read a bare one as a line feed. */
  private void text(String text) throws XMLStreamException {
    int from = 0;
    for (int at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', from)) {
      xml.writeCharacters(text.substring(from, at));
      xml.writeEntityRef("#xD");
      from = at + 1;
    }
    xml.writeCharacters(text.substring(from));
  }

  private static IOException failed(XMLStreamException e) {
    return new IOException(e);
  }
}
