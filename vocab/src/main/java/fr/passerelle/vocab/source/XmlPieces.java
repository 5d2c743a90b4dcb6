package fr.passerelle.vocab.source;

import fr.passerelle.vocab.RefusedException;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An XML text that is broken somewhere, cut at the tags by which its records begin, so that one
 * broken record does not cost the others. Nothing is understood here: whether a piece is XML is
 * seen by who reads it.
 */
public final class XmlPieces {
  private static final Pattern NAME = Pattern.compile("<([\\w.:-]+)");

  /** Of a place: its line and column. */
  private static final Pattern PLACE = Pattern.compile("(.*?):(\\d{1,9}):(\\d{1,9})");

  /** Longest beginning of a record that is found where two readings meet. */
  private static final int LONGEST_TAG = 1 << 12;

  private static final int LONGEST_HEAD = 1 << 16;
  private static final int LONGEST_PIECE = 1 << 24;

  private final String file;
  private final Reader text;
  private final Pattern start;
  private final String head;
  private final StringBuilder buffer = new StringBuilder();
  private final char[] chars = new char[1 << 13];
  private boolean ended;
  private int line = 1;

  /**
   * Begins to cut a text.
   *
   * @param file its name, for messages
   * @param start the beginning of a record, or of what comes after the last one
   */
  public XmlPieces(String file, Reader text, Pattern start) throws IOException {
    this.file = file;
    this.text = text;
    this.start = start;
    head = cut(0, LONGEST_HEAD);
  }

  /**
   * A piece of the text.
   *
   * @param line line at which it begins, from 1
   * @param name name of the element that begins it, without prefix; empty where a tag ends there
   * @param text from that tag to the last end of an element of that name; all of it where there is
   *     none
   * @param after what stands between it and the next piece
   */
  public record Piece(int line, String name, String text, String after) {
    /** A place in the text, of one in the piece that is read as if it began a text. */
    public String place(String inside) {
      Matcher matcher = PLACE.matcher(inside);
      return matcher.matches()
          ? "%s:%d:%s"
              .formatted(
                  matcher.group(1), line + Integer.parseInt(matcher.group(2)) - 1, matcher.group(3))
          : inside;
    }
  }

  /** What comes before the first piece, on one line and without XML declaration. */
  public String head() {
    return head.replaceFirst("^\\s*<\\?xml[^>]*\\?>", "").replaceAll("[\\r\\n]+", " ");
  }

  /** The next piece; empty at the end. */
  public Optional<Piece> next() throws IOException {
    int at = line;
    String all = cut(1, LONGEST_PIECE);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Matcher name = NAME.matcher(all);
    if (!name.lookingAt()) {
      return Optional.of(new Piece(at, "", all, ""));
    }
    int end = end(all, name.group(1));
    String local = name.group(1).substring(name.group(1).indexOf(':') + 1);
    return Optional.of(new Piece(at, local, all.substring(0, end), all.substring(end)));
  }

  private static int end(String piece, String name) {
    int last = piece.lastIndexOf("</" + name);
    int close = last < 0 ? -1 : piece.indexOf('>', last);
    return close < 0 ? piece.length() : close + 1;
  }

  /** Takes what stands before the next beginning that is not before that character. */
  private String cut(int from, int longest) throws IOException {
    int searched = from;
    while (true) {
      Matcher matcher = start.matcher(buffer);
      boolean found = searched <= buffer.length() && matcher.find(searched);
      if (found || ended) {
        String taken = buffer.substring(0, found ? matcher.start() : buffer.length());
        buffer.delete(0, taken.length());
        line += Math.toIntExact(taken.chars().filter(each -> each == '\n').count());
        return taken;
      }
      if (buffer.length() > longest) {
        throw RefusedException.of(
            file + ":" + line,
            "xml",
            "plus de %d caractères sans le début d'une fiche".formatted(longest));
      }
      searched = Math.max(from, buffer.length() - LONGEST_TAG);
      int count = text.read(chars);
      ended = count < 0;
      buffer.append(chars, 0, Math.max(count, 0));
    }
  }
}
