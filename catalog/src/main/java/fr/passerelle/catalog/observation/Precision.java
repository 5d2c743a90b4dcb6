package fr.passerelle.catalog.observation;

/**
 * How near a figure is to the raw one, told from protected values and public rules alone.
 *
 * @param halfWidth half-width of the interval that holds the raw figure with a confidence of about
 *     95 %, in the unit of the figure; 0 where it is exact
 * @param marked how many of the protected values in it may stand for others: where there is one,
 *     the figure is marked as protected in every format
 * @param cut communes of the territory that have figures, none of which is in the answer: they are
 *     told of together with communes outside only
 */
public record Precision(double halfWidth, long marked, int cut) {
  /** Words that go with a protected value, in every format. */
  public static final String CREDIT = "protégé par l'observatoire";

  /** As delivered. */
  public static final Precision EXACT = new Precision(0, 0, 0);

  /** Whether the figure was altered or may have been, or left something out, for secrecy. */
  public boolean isProtected() {
    return marked > 0 || cut > 0;
  }

  /** Whether the half-width is that share of the figure at most; an infinite share allows all. */
  boolean isWithin(double share, double value) {
    return Double.isInfinite(share) || halfWidth <= share * Math.abs(value);
  }
}
