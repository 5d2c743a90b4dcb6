package fr.passerelle.catalog.study.bibtex;

import fr.passerelle.catalog.study.notice.Notice;
import fr.passerelle.catalog.study.notice.Taking;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Locale;
import java.util.Set;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.BibTeXString;
import org.jbibtex.Key;
import org.jbibtex.ObjectResolutionException;
import org.jbibtex.ParseException;
import org.jbibtex.TokenMgrException;
import org.jspecify.annotations.Nullable;

/** Reads BibTeX entry by entry, with its strings and its LaTeX accents. */
public final class BibtexFile {
  private static final int MOST_STRINGS = 1_000;

  /** Entries that are no records. */
  private static final Set<String> BESIDE = Set.of("comment", "preamble");

  private final String file;
  private final Taking taking;
  private final BibTeXParser parser;
  private int strings;

  private BibtexFile(String file, Taking taking) throws ParseException {
    this.file = file;
    this.taking = taking;
    parser = new TolerantParser();
  }

  /** A reference to an entry elsewhere in the file is left as it is: a file is read once. */
  private static final class TolerantParser extends BibTeXParser {
    TolerantParser() throws ParseException {
      super();
    }

    @Override
    public void checkCrossReferenceResolution(Key key, @Nullable BibTeXEntry entry) {
      // Every entry stands by itself here.
    }
  }

  /**
   * Passes on the records of a text.
   *
   * @param file its name, for messages
   */
  public static void read(String file, Reader text, Taking taking) throws IOException {
    BibtexFile bibtex;
    try {
      bibtex = new BibtexFile(file, taking);
    } catch (ParseException e) {
      throw new IllegalStateException("the parser starts", e);
    }
    EntryTexts entries = new EntryTexts(text);
    EntryTexts.Entry entry;
    int count = 0;
    while ((entry = entries.next()) != null) {
      bibtex.add(entry);
      count++;
    }
    if (count == 0) {
      taking.refuse(file + ":1", "bibtex", "aucune entrée (@report{...}) : est-ce du BibTeX ?");
    }
  }

  private void add(EntryTexts.Entry entry) {
    String place = file + ":" + entry.line();
    String type = entry.text().substring(1).replaceFirst("(?s)\\{.*", "").strip();
    if (BESIDE.contains(type.toLowerCase(Locale.ROOT))) {
      return;
    }
    if (!entry.whole()) {
      taking.refuse(
          place, "bibtex", "entrée sans fin : une accolade manque, ou plus d'un million de signes");
      return;
    }
    try {
      BibTeXDatabase database = parser.parse(new StringReader(entry.text()));
      for (BibTeXString string : database.getStrings().values()) {
        if (strings++ < MOST_STRINGS) {
          parser.addMacro(string);
        }
      }
      for (BibTeXEntry each : database.getEntries().values()) {
        Notice notice = new EntryNotice(each, place).notice();
        taking.take(notice);
      }
    } catch (ParseException | TokenMgrException | ObjectResolutionException e) {
      taking.refuse(place, "bibtex", "entrée illisible : " + why(e));
    }
  }

  /** The first line of what the parser says, its own place left out. */
  private static String why(Exception e) {
    return String.valueOf(e.getMessage())
        .lines()
        .findFirst()
        .orElse("")
        .replaceFirst(" at line \\d+, column \\d+\\.?", "");
  }
}
