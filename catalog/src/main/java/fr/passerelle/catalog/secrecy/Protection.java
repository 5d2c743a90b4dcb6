package fr.passerelle.catalog.secrecy;

/**
 * How figures are kept from telling of anyone, and by what law: what a fiche navette states and
 * every answer repeats.
 *
 * @param kind who protects them
 * @param threshold smallest number of units that may be told of; 0 where it is not ours to know
 * @param largestShare the most that one unit may hold of a value, from 0 to 1; 1 where nothing
 *     limits it. It concerns magnitudes: of a count all units hold the same.
 * @param legalBasis law and article, in words
 */
public record Protection(Kind kind, int threshold, double largestShare, String legalBasis) {
  /**
   * Enterprises: three units, none of which makes more than 85 % of a value (law 51-711 of 7 June
   * 1951, article 6; rules of frequency and dominance in Insee's manual of the protection of
   * tables).
   */
  public static final Protection ENTERPRISES =
      ours(
          3,
          0.85,
          "loi n° 51-711 du 7 juin 1951, article 6 : règles de fréquence (3 unités) et de dominance"
              + " (85 %) de la statistique publique");

  /**
   * Tax data on persons: eleven units, none above 85 % (as the minister of the budget answered to
   * written question 28351 of the fourteenth National Assembly).
   */
  public static final Protection TAXED_PERSONS =
      ours(
          11,
          0.85,
          "secret fiscal (livre des procédures fiscales, article L. 103) : 11 unités au moins,"
              + " aucune au-delà de 85 %");

  /** Who protects. */
  public enum Kind {
    /** Nobody: the figures are open already, and served exactly. */
    OPEN,
    /** Who delivers them, before they come here. */
    BY_SUPPLIER,
    /** We: raw figures are sealed as they arrive and only protected ones are served. */
    OURS
  }

  public Protection {
    if (legalBasis.isBlank()) {
      throw new IllegalArgumentException("a protection says by what law, or why none is needed");
    }
    if (kind == Kind.OURS
        && (threshold < 2 || largestShare <= 0 || largestShare > 1 || Double.isNaN(largestShare))) {
      throw new IllegalArgumentException(
          "no protection: threshold " + threshold + ", largest share " + largestShare);
    }
  }

  /** Figures that anyone may have already. */
  public static Protection open(String legalBasis) {
    return new Protection(Kind.OPEN, 0, 1, legalBasis);
  }

  /** Figures that came protected. */
  public static Protection bySupplier(String legalBasis) {
    return new Protection(Kind.BY_SUPPLIER, 0, 1, legalBasis);
  }

  /** Figures that come raw. */
  public static Protection ours(int threshold, double largestShare, String legalBasis) {
    return new Protection(Kind.OURS, threshold, largestShare, legalBasis);
  }

  /** Whether a cell of so many units, the largest of which holds so much, may be told. */
  public boolean allows(long units, long largest, long total) {
    return units == 0 || (units >= threshold && (double) largest <= largestShare * (double) total);
  }
}
