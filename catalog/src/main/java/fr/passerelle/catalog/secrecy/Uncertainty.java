package fr.passerelle.catalog.secrecy;

/**
 * How far a sum of protected counts may be from the raw one, as far as what is public tells.
 *
 * <p>A protected count of 0 or of the threshold may hide any count from 0 to the threshold; of all
 * others nothing is hidden. The variance of a draw is x(T-x), T²/4 at most: the sum of n such
 * counts is within two standard deviations, T√n, with 95 % confidence, and never further than nT.
 *
 * @param threshold smallest count told exactly
 */
public record Uncertainty(int threshold) {

  /** Whether a protected count may stand for another. */
  public boolean isUncertain(long count) {
    return count == 0 || count == threshold;
  }

  /**
   * Half-width of the interval, about 95 %.
   *
   * @param uncertain how many of the counts added may stand for another
   */
  public double halfWidth(int uncertain) {
    return Math.min(threshold * Math.sqrt(uncertain), (double) threshold * uncertain);
  }
}
