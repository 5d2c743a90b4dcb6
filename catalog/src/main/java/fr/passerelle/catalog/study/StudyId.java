package fr.passerelle.catalog.study;

import fr.passerelle.vocab.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The lasting name of a study in addresses: ten letters and digits that say nothing, the same on
 * every installation that takes it from the same producer, never given to another.
 *
 * @param value e.g. {@code q3k7mzt2ab}
 */
public record StudyId(String value) implements Comparable<StudyId> {
  private static final int LENGTH = 10;
  private static final int BITS = 5;

  /** Base32 of RFC 4648 in lower case: no 0, 1, 8 or 9 to be taken for letters. */
  private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";

  private static final Pattern FORM = Pattern.compile("[a-z2-7]{" + LENGTH + "}");

  public StudyId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("no identifier of a study: " + value);
    }
  }

  /** The identifier of that text, in any case. */
  public static Optional<StudyId> parse(String text) {
    String lower = text.toLowerCase(java.util.Locale.ROOT);
    return FORM.matcher(lower).matches() ? Optional.of(new StudyId(lower)) : Optional.empty();
  }

  /**
   * The identifier that a study gets when it first arrives; it is stored then, and stays whatever
   * becomes of its producer.
   *
   * @param attempt 0, more where the identifier before is another study's
   */
  public static StudyId mint(StudyKey key, int attempt) {
    String text = key.producer() + "\n" + key.identifier() + (attempt == 0 ? "" : "\n" + attempt);
    byte[] hash = SourceFile.digest().digest(text.getBytes(StandardCharsets.UTF_8));
    long bits = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      bits = (bits << Byte.SIZE) | (hash[i] & 0xff);
    }
    StringBuilder id = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      id.append(DIGITS.charAt((int) (bits >>> (Long.SIZE - BITS * (i + 1))) & 31));
    }
    return new StudyId(id.toString());
  }

  @Override
  public int compareTo(StudyId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
