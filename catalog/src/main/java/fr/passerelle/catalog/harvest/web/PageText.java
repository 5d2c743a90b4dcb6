package fr.passerelle.catalog.harvest.web;

import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.SourceText;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The text of an XML page, in which a broken byte spoils its record and not all of them. */
public final class PageText {
  /** A character that XML has not: what cannot be decoded is refused where it stands. */
  private static final char NONE = '\uffff';

  private PageText() {}

  /**
   * The text of a page. One in UTF-8 but for some bytes is read as UTF-8; one of which no letter
   * beyond ASCII is UTF-8, as any text of that encoding.
   *
   * @param source what is harvested, for messages
   */
  public static Reader open(String source, byte[] body, Findings findings) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPLACE)
              .onUnmappableCharacter(CodingErrorAction.REPLACE)
              .replaceWith(String.valueOf(NONE))
              .decode(ByteBuffer.wrap(body))
              .toString();
      boolean isUtf8 = text.chars().anyMatch(each -> each > 0x7f && each != NONE);
      return isUtf8 || text.indexOf(NONE) < 0
          ? new StringReader(text.startsWith("\ufeff") ? text.substring(1) : text)
          : SourceText.open(source, body, findings);
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("what is malformed is replaced", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
