package fr.passerelle.catalog.study.unimarc;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marc4j.converter.impl.Iso5426ToUnicode;
import org.marc4j.marc.DataField;
import org.marc4j.marc.Record;
import org.marc4j.marc.Subfield;

/**
 * How the text of a notice is encoded: as its leader (position 9) and its field 100$a (positions 26
 * to 29) say, {@code 50} being UTF-8 and {@code 01} or {@code 03} ISO 5426; Latin-1 for a notice
 * that says nothing and is no UTF-8.
 */
enum MarcEncoding {
  /** UTF-8. */
  UTF_8 {
    @Override
    String decoded(byte[] bytes) throws CharacterCodingException {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
  },
  /** ISO 5426: an accent is a byte of its own, before its letter. */
  ISO_5426 {
    @Override
    String decoded(byte[] bytes) {
      String carried = new String(bytes, StandardCharsets.ISO_8859_1);
      return new Iso5426ToUnicode().convert(carried.toCharArray());
    }
  },
  /** Windows-1252, which is Latin-1 with œ and €. */
  LATIN {
    @Override
    String decoded(byte[] bytes) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  };

  private static final int LEADER_CODING = 9;
  private static final int SETS = 26;

  abstract String decoded(byte[] bytes) throws CharacterCodingException;

  /** A text that is not of the encoding its notice tells. */
  static final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
      super(message);
    }
  }

  /** The text of bytes that Latin-1 carries. */
  String decode(@Nullable String carried) {
    if (carried == null) {
      return "";
    }
    try {
      return decoded(carried.getBytes(StandardCharsets.ISO_8859_1));
    } catch (CharacterCodingException e) {
      throw new UnreadableException(
          "la notice se dit en UTF-8 et ne l'est pas ; la réexporter, en ISO 5426 ou en UTF-8");
    }
  }

  /** The encoding that a notice tells. */
  static MarcEncoding of(Record record, byte[] notice) {
    boolean unicode = isUtf8(notice);
    String sets = sets(record).toLowerCase(Locale.ROOT);
    if (sets.startsWith("50") || notice[LEADER_CODING] == 'a') {
      return UTF_8;
    }
    if (sets.startsWith("01") || sets.startsWith("03")) {
      // Some say so and write UTF-8, which no accent of ISO 5426 can look like by chance.
      return unicode && hasHigh(notice) ? UTF_8 : ISO_5426;
    }
    return unicode ? UTF_8 : LATIN;
  }

  private static String sets(Record record) {
    if (record.getVariableField("100") instanceof DataField field) {
      @Nullable Subfield coded = field.getSubfield('a');
      if (coded != null && coded.getData().length() > SETS) {
        return coded.getData().substring(SETS);
      }
    }
    return "";
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      UTF_8.decoded(bytes);
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean hasHigh(byte[] bytes) {
    for (byte each : bytes) {
      if (each < 0) {
        return true;
      }
    }
    return false;
  }
}
