package fr.passerelle.catalog.secrecy;

/**
 * How far a sum of protected counts may be from the raw one, as far as what is public tells.
 *
 * <p>A protected count of 0 or of the threshold T may hide any count from 0 to T; of all others
 * nothing is hidden. Three things bound the sum of n such counts, of which k are T:
 *
 * <ul>
 *   <li>none is further than T-1 from its raw count: n(T-1) at most;
 *   <li>the variance of a draw is x(T-x), T²/4 at most: within two standard deviations, T√n;
 *   <li>k has the mean m = S/T, S being the sum of what is small, and a variance below m (a sum of
 *       unlike draws of 0 or 1). Where k is within two standard deviations of m, √m lies between
 *       √(k+1)-1 and √(k+1)+1: S is T(2+2√(k+1)) at most from Tk. Where most zeros are true, this
 *       is what counts.
 * </ul>
 *
 * <p>The half-width is the least of the three, of about 95 % confidence over the draws. Draws of
 * one cell are the same in all periods: half-widths of periods add up.
 *
 * @param threshold smallest count told exactly; 0 where all are
 */
public record Uncertainty(int threshold) {
  /** Nothing is hidden. */
  public static final Uncertainty NONE = new Uncertainty(0);

  /** Whether a protected count may stand for another. */
  public boolean isUncertain(long count) {
    return threshold > 0 && (count == 0 || count == threshold);
  }

  /**
   * Half-width of the interval of a sum.
   *
   * @param zeros how many of the counts added are 0
   * @param raised how many of them are the threshold
   */
  public double halfWidth(long zeros, long raised) {
    double uncertain = (double) zeros + raised;
    if (threshold == 0 || uncertain == 0) {
      return 0;
    }
    double hidden = (threshold - 1) * uncertain;
    double draws = threshold * Math.sqrt(uncertain);
    double seen = threshold * (2 + 2 * Math.sqrt(raised + 1.0));
    return Math.min(hidden, Math.min(draws, seen));
  }

  /**
   * Half-width of a quotient: the furthest that it may be where both terms are as far as they may
   * be; infinite where the denominator may be zero.
   */
  public static double ofQuotient(
      double numerator, double above, double denominator, double below) {
    if (above == 0 && below == 0) {
      return 0;
    }
    double least = Math.abs(denominator) - below;
    if (least <= 0) {
      return Double.POSITIVE_INFINITY;
    }
    double size = Math.abs(numerator);
    double told = size / Math.abs(denominator);
    double upper = (size + above) / least;
    double lower = (size - above) / (Math.abs(denominator) + below);
    return Math.max(upper - told, told - lower);
  }
}
