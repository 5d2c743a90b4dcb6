package fr.passerelle.catalog.dataset;

import fr.passerelle.catalog.dataset.Dataset.Family;
import fr.passerelle.catalog.delivery.Delivery;
import fr.passerelle.catalog.studies.Entry;
import fr.passerelle.catalog.study.StudyStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A part of the catalogue with an address that stays. What is in it is said here only, for the
 * records and for their changes alike.
 */
public enum Subset {
  /** What portals take: what originates here and is there to be had. */
  PORTALS,
  /** Studies. */
  STUDIES,
  /** Vocabularies and correspondences. */
  VOCABULARIES,
  /** Indicators that have figures. */
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
      case VOCABULARIES ->
          dataset.family() == Family.VOCABULARY || dataset.family() == Family.CORRESPONDENCE;
      case INDICATORS -> dataset.family() == Family.INDICATOR;
      case ALL -> true;
    };
  }

  /** Whether a study, as it stood after that event, is in it for those who see it. */
  public boolean holds(Entry study) {
    return switch (this) {
      case PORTALS -> isDistributable(study.standing().status(), study.ours());
      case STUDIES, ALL -> isRecord(study.standing().status());
      case VOCABULARIES, INDICATORS -> false;
    };
  }

  /**
   * Whether an indicator whose figures come from those deliveries is in it. What was made by a rule
   * is shown here and given to no portal.
   */
  public boolean holds(List<Delivery> figures) {
    return switch (this) {
      case PORTALS -> figures.stream().noneMatch(Delivery::synthetic);
      case INDICATORS, ALL -> true;
      case STUDIES, VOCABULARIES -> false;
    };
  }

  /** What is given up or taken back is no record. */
  static boolean isRecord(StudyStatus status) {
    return status != StudyStatus.WITHDRAWN;
  }

  /** What portals find elsewhere, or cannot have yet, they are not given here. */
  static boolean isDistributable(StudyStatus status, boolean ours) {
    return ours && (status == StudyStatus.PUBLISHED || status == StudyStatus.SUPERSEDED);
  }
}
