package fr.passerelle.vocab.skos;

import java.time.LocalDate;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Literal nodes, cleaned of the characters that XML 1.0 cannot hold so that all formats say the
 * same.
 */
public final class Literals {
  private Literals() {}

  /** A text in a language. */
  public static Node text(String text, String lang) {
    return NodeFactory.createLiteralLang(xmlSafe(text), lang);
  }

  /** A French text. */
  public static Node fr(String text) {
    return text(text, "fr");
  }

  /** A code or a name, without language. */
  public static Node string(String value) {
    return NodeFactory.createLiteralString(xmlSafe(value));
  }

  /** An xsd:date. */
  public static Node date(LocalDate date) {
    return NodeFactory.createLiteralDT(date.toString(), XSDDatatype.XSDdate);
  }

  /** An xsd:boolean. */
  public static Node bool(boolean value) {
    return NodeFactory.createLiteralDT(Boolean.toString(value), XSDDatatype.XSDboolean);
  }

  /** An xsd:integer. */
  public static Node integer(long value) {
    return NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDinteger);
  }

  /** The text without what is not a {@code Char} of XML 1.0 (section 2.2), half surrogates too. */
  public static String xmlSafe(String text) {
    if (isPlain(text)) {
      return text;
    }
    return text.codePoints()
        .filter(Literals::isXmlChar)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Whether all of it is surely allowed, as is so of all but a few texts. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' ? c != '\t' && c != '\n' && c != '\r' : c >= Character.MIN_SURROGATE) {
        return false;
      }
    }
    return true;
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
