package fr.passerelle.vocab.skos;

import java.time.LocalDate;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Literal nodes, cleaned of the characters that XML 1.0 cannot hold so that all formats say the
 * same.
 */
final class Literals {
  private Literals() {}

  /** A text in a language. */
  static Node text(String text, String lang) {
    return NodeFactory.createLiteralLang(xmlSafe(text), lang);
  }

  /** A French text. */
  static Node fr(String text) {
    return text(text, "fr");
  }

  /** A code or a name, without language. */
  static Node string(String value) {
    return NodeFactory.createLiteralString(xmlSafe(value));
  }

  /** An xsd:date. */
  static Node date(LocalDate date) {
    return NodeFactory.createLiteralDT(date.toString(), XSDDatatype.XSDdate);
  }

  /** An xsd:boolean. */
  static Node bool(boolean value) {
    return NodeFactory.createLiteralDT(Boolean.toString(value), XSDDatatype.XSDboolean);
  }

  /** An xsd:integer. */
  static Node integer(int value) {
    return NodeFactory.createLiteralDT(Integer.toString(value), XSDDatatype.XSDinteger);
  }

  /** The text without what is not a {@code Char} of XML 1.0 (section 2.2), half surrogates too. */
  static String xmlSafe(String text) {
    if (text.codePoints().allMatch(Literals::isXmlChar)) {
      return text;
    }
    return text.codePoints()
        .filter(Literals::isXmlChar)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isXmlChar(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
