package fr.passerelle.catalog.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be written here, whatever the channel. */
public enum AuditAction {
  /** A key is made. */
  KEY_ADDED,
  /** A key is revoked. */
  KEY_REVOKED,
  /** An official file, or one of another region, becomes a release. */
  RELEASE_IMPORTED,
  /** A kept release is published by a person's word. */
  RELEASE_PUBLISHED,
  /** An earlier release is published again. */
  RELEASE_ROLLED_BACK,
  /** A vocabulary or a correspondence is deposited with a key. */
  VOCABULARY_DEPOSITED,
  /** Studies are announced or deposited, or one is said anew. */
  STUDY_DEPOSITED,
  /** A study passes to another point of its life. */
  STUDY_PASSED,
  /** The record of a study is qualified, published or returned. */
  STUDY_QUALIFIED,
  /** The record of a study is deleted. */
  STUDY_DELETED,
  /** An author is erased from all studies. */
  AUTHOR_ERASED,
  /** A re-use of a study is recorded. */
  REUSE_RECORDED,
  /** A re-use that was recorded by mistake is forgotten. */
  REUSE_FORGOTTEN,
  /** Producers are put. */
  PRODUCERS_PUT,
  /** A source of studies is harvested. */
  SOURCE_HARVESTED,
  /** Figures are delivered, or sealed to be protected. */
  FIGURES_DELIVERED,
  /** Protected figures are taken in. */
  FIGURES_TAKEN_IN,
  /** A delivery of figures is taken back. */
  FIGURES_WITHDRAWN,
  /** Definitions of indicators are put. */
  INDICATORS_PUT,
  /** Territories are imported. */
  TERRITORIES_IMPORTED,
  /** A convention is put. */
  CONVENTION_PUT;

  /** Word by which it is named. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The action of that {@link #id()}. */
  public static Optional<AuditAction> find(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }

  /** All words, for messages. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(AuditAction::id).toList();
  }
}
