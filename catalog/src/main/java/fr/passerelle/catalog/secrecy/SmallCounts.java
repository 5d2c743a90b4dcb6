package fr.passerelle.catalog.secrecy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Protection of additive counts: one below a threshold T becomes T with probability x/T, else 0, so
 * that sums of protected counts are right on average; 0 and counts from T on stay exact.
 *
 * <p>The draw is an HMAC (RFC 2104) of the cell under a secret that the service that answers does
 * not have: the same count of the same cell always becomes the same, in every period, vintage,
 * format and query, so that nothing is learnt by asking again. The count itself is not in what is
 * drawn on: of two counts of a cell the larger one is raised wherever the smaller one is.
 */
public final class SmallCounts {
  private static final String ALGORITHM = "HmacSHA256";

  /** The draw is a fraction of this many steps, as many as a double tells apart. */
  private static final double STEPS = 0x1p53;

  private static final int SHIFT = Long.SIZE - 53;

  /** In bytes: as long as what SHA-256 gives (RFC 2104, section 3). */
  private static final int SHORTEST_SECRET = 32;

  private final int threshold;

  /** Initialised, never used itself: a copy of it draws, and knows nothing of other draws. */
  private final Mac draws;

  /**
   * A protection.
   *
   * @param threshold smallest count that may be told exactly
   * @param secret 32 bytes at least
   */
  public SmallCounts(int threshold, byte[] secret) {
    if (threshold < 2) {
      throw new IllegalArgumentException("nothing to protect below " + threshold);
    }
    if (secret.length < SHORTEST_SECRET) {
      throw new IllegalArgumentException("a secret of 32 bytes at least");
    }
    this.threshold = threshold;
    try {
      draws = Mac.getInstance(ALGORITHM);
      draws.init(new SecretKeySpec(secret, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Says nothing of the secret. */
  @Override
  public String toString() {
    return "small counts below " + threshold;
  }

  /**
   * A cell of the finest table of a measure family: all tables over one population are one family.
   *
   * @param family name of the family
   * @param cell its categories, in one order whatever the file
   * @param lineage the commune, by a name that outlives mergers
   */
  public record Cell(String family, String cell, String lineage) {
    private byte[] bytes() {
      byte[][] parts = {utf8(family), utf8(cell), utf8(lineage)};
      ByteBuffer all =
          ByteBuffer.allocate(
              parts.length * Integer.BYTES + parts[0].length + parts[1].length + parts[2].length);
      // Each after its length: no two cells are written the same.
      for (byte[] part : parts) {
        all.putInt(part.length).put(part);
      }
      return all.array();
    }

    private static byte[] utf8(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  /**
   * What may be told of a cell.
   *
   * @param count the raw count, 0 or more
   */
  public long protect(Cell cell, long count) {
    if (count < 0) {
      throw new IllegalArgumentException("no count: " + count);
    }
    if (count == 0 || count >= threshold) {
      return count;
    }
    return draw(cell) * threshold < count ? threshold : 0;
  }

  /** Half-width of the uncertainty of a sum of protected counts, from these alone. */
  public Uncertainty uncertainty() {
    return new Uncertainty(threshold);
  }

  /** Between 0 and 1, 1 excluded. */
  private double draw(Cell cell) {
    try {
      Mac mac = (Mac) draws.clone();
      return (ByteBuffer.wrap(mac.doFinal(cell.bytes())).getLong() >>> SHIFT) / STEPS;
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }
}
