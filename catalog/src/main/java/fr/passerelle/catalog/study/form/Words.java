package fr.passerelle.catalog.study.form;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What is wrong in a text that somebody wrote, and what of it is mended. */
final class Words {
  /** A tag, a comment, or a character reference that a text editor left. */
  private static final Pattern MARKUP =
      Pattern.compile(
          "<[/!?]?[a-zA-Z][^<>]{0,200}>|<!--|&(#\\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-z]{2,8});");

  /** XML 1.0, 2.2: what no XML can carry, and the controls of Unicode that change the reading. */
  private static final Pattern ILLEGAL =
      Pattern.compile(
          "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u200b\\u202a-\\u202e\\u2066-\\u2069\\ufeff"
              + "\\ufffe\\uffff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])"
              + "|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");

  private static final Pattern BREAK = Pattern.compile("[\\t\\n\\r\\u2028\\u2029]+");
  private static final Pattern BLANKS = Pattern.compile(" {2,}");

  private Words() {}

  static boolean hasMarkup(String text) {
    return (text.indexOf('<') >= 0 || text.indexOf('&') >= 0) && MARKUP.matcher(text).find();
  }

  static boolean hasIllegal(String text) {
    return !isPlain(text) && ILLEGAL.matcher(text).find();
  }

  /** Whether all of it is what people type: all studies are looked at whenever a service starts. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ascii = (c >= ' ' && c < '\u007f') || c == '\n';
      boolean accented = (c >= '\u00a0' && c < '\u2000') || c == '\u2019';
      if (!ascii && !accented) {
        return false;
      }
    }
    return true;
  }

  static String legal(String text) {
    return ILLEGAL.matcher(text).replaceAll("");
  }

  /** On one line, blanks single, accents composed. */
  static String oneLine(String text) {
    String line = BREAK.matcher(text.strip()).replaceAll(" ");
    return composed(BLANKS.matcher(line).replaceAll(" ").strip());
  }

  /** Accents composed, line ends alike. */
  static String composed(String text) {
    return Normalizer.normalize(text.strip().replace("\r\n", "\n"), Normalizer.Form.NFC);
  }
}
