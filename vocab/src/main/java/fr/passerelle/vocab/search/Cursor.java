package fr.passerelle.vocab.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The place of a hit in the order of a search, so that paging goes on from it even where the
 * concept itself has gone.
 *
 * @param score of the last hit of a page
 * @param key of its concept, see {@link ConceptDocuments#key}
 * @param relaxed whether the page held most of the words only; the next one does as well
 */
record Cursor(float score, String key, boolean relaxed) {

  /** Before every hit. */
  static final Cursor START = new Cursor(Float.POSITIVE_INFINITY, "", false);

  /** Whether that hit comes after this place. */
  boolean isBefore(Hit hit) {
    return hit.score() < score
        || (hit.score() == score && ConceptDocuments.key(hit.ref()).compareTo(key) > 0);
  }

  String encode() {
    String plain = (relaxed ? "r" : "s") + Integer.toHexString(Float.floatToIntBits(score));
    byte[] bytes = (plain + " " + key).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Reads what {@link #encode()} wrote; {@link #START} if empty.
   *
   * @throws IllegalArgumentException for anything else
   */
  static Cursor parse(String encoded) {
    if (encoded.isEmpty()) {
      return START;
    }
    String plain = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
    int end = plain.indexOf(' ');
    return find(plain, end).orElseThrow(() -> new IllegalArgumentException("curseur illisible"));
  }

  private static Optional<Cursor> find(String plain, int end) {
    if (end < 2 || !plain.substring(0, end).matches("[rs][0-9a-f]{1,8}")) {
      return Optional.empty();
    }
    float score = Float.intBitsToFloat(Integer.parseUnsignedInt(plain, 1, end, 16));
    return Optional.of(new Cursor(score, plain.substring(end + 1), plain.charAt(0) == 'r'));
  }
}
