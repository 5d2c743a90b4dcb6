package fr.passerelle.api.oai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An answer of the provider, parsed strictly and held against the structure of the protocol. */
record OaiXml(Document document) {
  private static final Schema STRUCTURE = structure();

  private static Schema structure() {
    try {
      return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(Objects.requireNonNull(OaiXml.class.getResource("structure.xsd")));
    } catch (SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  static OaiXml read(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/xml; charset=utf-8");
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      Document document =
          factory.newDocumentBuilder().parse(new InputSource(new StringReader(answer.body())));
      STRUCTURE.newValidator().validate(new DOMSource(document));
      return new OaiXml(document);
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError(answer.body(), e);
    }
  }

  /** Elements of that local name, of whatever namespace. */
  List<Element> list(String name) {
    NodeList found = document.getElementsByTagNameNS("*", name);
    List<Element> all = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      all.add((Element) found.item(i));
    }
    return all;
  }

  /** Texts of the elements of that local name. */
  List<String> texts(String name) {
    return list(name).stream().map(Element::getTextContent).toList();
  }

  /** Codes of errors. */
  List<String> errors() {
    return list("error").stream().map(each -> each.getAttribute("code")).toList();
  }

  /** Identifiers in headers. */
  List<String> identifiers() {
    return list("header").stream().map(each -> text(each, "identifier")).toList();
  }

  /** Identifiers of what is deleted. */
  List<String> deleted() {
    return list("header").stream()
        .filter(each -> each.getAttribute("status").equals("deleted"))
        .map(each -> text(each, "identifier"))
        .toList();
  }

  private static String text(Element in, String name) {
    return in.getElementsByTagNameNS("*", name).item(0).getTextContent();
  }

  /** The token by which the list goes on; empty at its end. */
  String token() {
    List<String> tokens = texts("resumptionToken");
    return tokens.isEmpty() ? "" : tokens.getFirst();
  }
}
