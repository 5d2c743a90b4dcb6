package fr.passerelle.catalog.study.bibtex;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a BibTeX text into its entries, from {@code @} to the brace that closes it: the parser of
 * the library wants the whole text in memory, and one broken entry would take all with it.
 */
final class EntryTexts {
  private static final int LONGEST = 1 << 20;

  private final Reader text;
  private int line = 1;
  private int began = 1;

  /** The letter that was read one too far; none where negative. */
  private int pending = -1;

  /**
   * @param text what is read, buffered
   */
  EntryTexts(Reader text) {
    this.text = text;
  }

  /**
   * An entry.
   *
   * @param text its text
   * @param line where it begins
   * @param whole whether it was closed
   */
  record Entry(String text, int line, boolean whole) {}

  /** The next entry; null after the last one. What stands between entries is comment. */
  @Nullable Entry next() throws IOException {
    int letter = read();
    while (letter >= 0 && letter != '@') {
      letter = read();
    }
    if (letter < 0) {
      return null;
    }
    began = line;
    StringBuilder entry = new StringBuilder("@");
    boolean whole = head(entry) && body(entry);
    return new Entry(entry.toString(), began, whole);
  }

  /** Reads the type; false where no brace follows, so that it is no entry. */
  private boolean head(StringBuilder entry) throws IOException {
    int letter = read();
    while (letter >= 0 && (Character.isLetter(letter) || Character.isWhitespace(letter))) {
      entry.append((char) letter);
      letter = read();
    }
    if (letter != '{' && letter != '(') {
      pending = letter == '@' ? letter : -1;
      return false;
    }
    // Parentheses may close an entry too; braces do for both.
    entry.append('{');
    return true;
  }

  private boolean body(StringBuilder entry) throws IOException {
    int depth = 1;
    boolean escaped = false;
    while (depth > 0) {
      int letter = read();
      if (letter < 0 || entry.length() > LONGEST) {
        return false;
      }
      if (!escaped) {
        depth += letter == '{' ? 1 : letter == '}' ? -1 : 0;
      }
      escaped = letter == '\\' && !escaped;
      entry.append((char) letter);
    }
    return true;
  }

  private int read() throws IOException {
    if (pending >= 0) {
      int letter = pending;
      pending = -1;
      return letter;
    }
    int letter = text.read();
    line += letter == '\n' ? 1 : 0;
    return letter;
  }
}
