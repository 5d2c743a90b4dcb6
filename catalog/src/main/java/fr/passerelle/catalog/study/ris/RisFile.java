package fr.passerelle.catalog.study.ris;

import fr.passerelle.catalog.study.notice.BoundedLines;
import fr.passerelle.catalog.study.notice.Taking;
import java.io.IOException;
import java.io.Reader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads RIS: a line a field, two letters, two blanks, a hyphen; from {@code TY} to {@code ER}. A
 * line without tag goes on with the field before.
 */
public final class RisFile {
  private static final Pattern FIELD = Pattern.compile("\\s*([A-Z][A-Z0-9])\\s{0,2}-(?:\\s(.*))?");

  private final BoundedLines lines;
  private final Taking taking;
  private @Nullable RisRecord record;
  private boolean lost;

  private RisFile(BoundedLines lines, Taking taking) {
    this.lines = lines;
    this.taking = taking;
  }

  /**
   * Passes on the records of a text.
   *
   * @param file its name, for messages
   */
  public static void read(String file, Reader text, Taking taking) throws IOException {
    new RisFile(new BoundedLines(file, text), taking).read();
  }

  private void read() throws IOException {
    String line;
    while ((line = lines.next()) != null) {
      Matcher field = FIELD.matcher(line);
      if (field.matches()) {
        String value = field.group(2) == null ? "" : field.group(2).strip();
        field(field.group(1), value);
      } else if (!line.isBlank()) {
        goOn(line.strip());
      }
    }
    RisRecord open = record;
    if (open != null) {
      taking.refuse(
          open.place(),
          "ris",
          "notice sans fin (ER) : le fichier est-il entier ? le reprendre à sa source");
    }
  }

  private void field(String tag, String value) {
    RisRecord open = record;
    switch (tag) {
      case "TY" -> {
        if (open != null) {
          taking.refuse(
              open.place(), "ris", "notice sans fin : « ER  - » manque avant " + lines.place());
        }
        record = new RisRecord(lines.place(), value);
      }
      case "ER" -> {
        if (open != null) {
          taking.take(open.notice());
        }
        record = null;
        lost = false;
      }
      default -> {
        if (open != null) {
          open.field(tag, value, lines.place() + ":" + tag);
        } else {
          strayed();
        }
      }
    }
  }

  private void goOn(String text) {
    RisRecord open = record;
    if (open != null) {
      open.goOn(text);
    } else {
      strayed();
    }
  }

  /** Said once: a file that is no RIS has as many such lines as it has lines. */
  private void strayed() {
    if (!lost) {
      taking.refuse(
          lines.place(), "ris", "hors d'une notice ; une notice RIS commence par « TY  - »");
    }
    lost = true;
  }
}
