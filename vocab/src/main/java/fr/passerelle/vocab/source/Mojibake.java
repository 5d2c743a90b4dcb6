package fr.passerelle.vocab.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * UTF-8 that was read as Windows-1252 and written again: {@code MÃ‰DIAS} for {@code MÉDIAS}.
 *
 * <p>It is mended only where every character of the text can have come so: put back into bytes, the
 * whole text is valid UTF-8, and holds a letter of several bytes. A text with one letter that is
 * sound, such as {@code é}, is not valid then, and is left as it is.
 */
final class Mojibake {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private Mojibake() {}

  /** The text as it was meant; empty where it is sound, or not certain. */
  static Optional<String> mended(String text) {
    return isSuspect(text) ? decoded(text) : Optional.empty();
  }

  /** Whether it has what the first byte of a letter becomes, before what a next one may be. */
  private static boolean isSuspect(String text) {
    for (int i = 0; i + 1 < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0xc2 && c <= 0xf4 && text.charAt(i + 1) >= 0x80) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> decoded(String text) {
    try {
      ByteBuffer bytes = bytes(text);
      String meant = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return Optional.of(meant).filter(each -> !each.equals(text));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Five bytes are no character of Windows-1252: who reads them leaves them as they are. */
  private static ByteBuffer bytes(String text) throws CharacterCodingException {
    ByteBuffer bytes = ByteBuffer.allocate(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 && c < 0xa0) {
        bytes.put((byte) c);
      } else {
        bytes.put(WINDOWS.newEncoder().encode(CharBuffer.wrap(text, i, i + 1)));
      }
    }
    return bytes.flip();
  }
}
