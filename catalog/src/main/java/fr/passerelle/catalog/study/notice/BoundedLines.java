package fr.passerelle.catalog.study.notice;

import fr.passerelle.vocab.RefusedException;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The lines of a text from outside, one at a time; a line that has no end is refused. */
public final class BoundedLines {
  private static final int LONGEST = 1 << 20;

  private final String file;
  private final Reader text;
  private int number;
  private boolean afterReturn;

  /**
   * @param file its name, for messages
   * @param text what is read, buffered
   */
  public BoundedLines(String file, Reader text) {
    this.file = file;
    this.text = text;
  }

  /** The next line without its end; null after the last one. */
  public @Nullable String next() throws IOException {
    StringBuilder line = new StringBuilder();
    int letter = text.read();
    if (afterReturn && letter == '\n') {
      letter = text.read();
    }
    afterReturn = false;
    if (letter < 0) {
      return null;
    }
    number++;
    while (letter >= 0 && letter != '\n' && letter != '\r') {
      line.append((char) letter);
      if (line.length() > LONGEST) {
        throw RefusedException.of(
            place(),
            "line-length",
            "une ligne de plus d'un million de caractères ; est-ce le bon fichier ?");
      }
      letter = text.read();
    }
    afterReturn = letter == '\r';
    return line.toString();
  }

  /** Number of the line last given. */
  public int number() {
    return number;
  }

  /** {@code file:line} of the line last given. */
  public String place() {
    return file + ":" + number;
  }
}
