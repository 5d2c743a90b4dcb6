package fr.passerelle.catalog.dataset;

import fr.passerelle.catalog.dataset.Dataset.Family;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of the catalogue with an address that stays. */
public enum Subset {
  /** What portals take: what originates here and is there to be had. */
  PORTALS,
  /** Studies. */
  STUDIES,
  /** Vocabularies and correspondences. */
  VOCABULARIES,
  /** Indicators; there are none yet. */
  INDICATORS,
  /** Everything. */
  ALL;

  /** Word that ends its address; none for portals. */
  public String word() {
    return this == PORTALS ? "" : name().toLowerCase(Locale.ROOT);
  }

  /** The one of that word. */
  public static Optional<Subset> find(String word) {
    return Arrays.stream(values())
        .filter(each -> each != PORTALS && each.word().equals(word))
        .findFirst();
  }

  /** Whether a record is in it. */
  public boolean holds(Dataset dataset) {
    return switch (this) {
      case PORTALS -> dataset.ours();
      case STUDIES -> dataset.family() == Family.STUDY;
      case VOCABULARIES -> dataset.family() != Family.STUDY;
      case INDICATORS -> false;
      case ALL -> true;
    };
  }
}
