package fr.passerelle.api.oai;

import fr.passerelle.vocab.skos.Literals;

/** XML in the making, in which all text is escaped. */
final class Xml {
  private final StringBuilder out =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  /**
   * Opens an element.
   *
   * @param attributes name, value, name, value...
   */
  Xml open(String name, String... attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1], /* quotes= */ true);
      out.append('"');
    }
    out.append('>');
    return this;
  }

  Xml close(String name) {
    out.append("</").append(name).append(">\n");
    return this;
  }

  /** An element of nothing but text. */
  Xml element(String name, String text, String... attributes) {
    open(name, attributes);
    escape(text, /* quotes= */ false);
    return close(name);
  }

  /** The same where there is something to say. */
  Xml unlessEmpty(String name, String text) {
    return text.isBlank() ? this : element(name, text.strip());
  }

  /** XML that was made elsewhere. */
  Xml fragment(String xml) {
    out.append(xml).append('\n');
    return this;
  }

  private void escape(String text, boolean quotes) {
    String safe = Literals.xmlSafe(text);
    for (int i = 0; i < safe.length(); i++) {
      char c = safe.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '\r' -> out.append("&#13;");
        case '"' -> out.append(quotes ? "&quot;" : "\"");
        case '\t', '\n' -> out.append(quotes ? " " : String.valueOf(c));
        default -> out.append(c);
      }
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
