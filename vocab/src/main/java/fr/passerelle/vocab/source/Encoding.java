package fr.passerelle.vocab.source;

import fr.passerelle.vocab.RefusedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Tells how the text of a file is encoded, from its bytes and never from its name. */
final class Encoding {
  /** Latin-9, what French files that are not UTF-8 are in practice: Latin-1 with œ and €. */
  static final Charset LATIN_9 = Charset.forName("ISO-8859-15");

  private Encoding() {}

  /**
   * UTF-8 if every byte sequence is valid, else ISO-8859-15.
   *
   * @throws RefusedException if it is neither: UTF-16, a NUL byte (valid in UTF-8, but no text
   *     holds one), or bytes that Latin-9 leaves to control codes
   */
  static Charset of(InputStream in, String file) throws IOException {
    CharsetDecoder utf8 =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    CharBuffer chars = CharBuffer.allocate(1 << 16);
    boolean valid = true;
    boolean latin = true;
    boolean nul = false;
    int count;
    while ((count = in.read(bytes.array(), bytes.position(), bytes.remaining())) >= 0) {
      latin &= isLatin(bytes.array(), bytes.position(), count);
      nul |= hasNul(bytes.array(), bytes.position(), count);
      bytes.position(bytes.position() + count).flip();
      CoderResult result = valid ? utf8.decode(bytes, chars.clear(), false) : CoderResult.UNDERFLOW;
      valid &= !result.isError();
      bytes = valid ? bytes.compact() : bytes.clear();
    }
    valid &= !utf8.decode(bytes.flip(), chars.clear(), true).isError();
    if (nul || (!valid && !latin)) {
      throw RefusedException.of(
          file + ":1:1",
          "encoding",
          "encodage inconnu : ni UTF-8 ni ISO-8859-15 ; réenregistrer le fichier en UTF-8");
    }
    return valid ? StandardCharsets.UTF_8 : LATIN_9;
  }

  private static boolean hasNul(byte[] bytes, int from, int count) {
    for (int i = from; i < from + count; i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether no byte is a control code of C0 (but blanks) or C1, which no text holds. */
  private static boolean isLatin(byte[] bytes, int from, int count) {
    for (int i = from; i < from + count; i++) {
      int unsigned = bytes[i] & 0xff;
      boolean blank = unsigned == '\n' || unsigned == '\r' || unsigned == '\t';
      if ((unsigned < 0x20 && !blank) || (unsigned >= 0x7f && unsigned < 0xa0)) {
        return false;
      }
    }
    return true;
  }

  /** Text of that encoding; a byte order mark is not part of it. */
  static Reader reader(InputStream in, Charset charset) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, charset), 1 << 16);
    reader.mark(1);
    if (reader.read() != '\ufeff') {
      reader.reset();
    }
    return reader;
  }
}
