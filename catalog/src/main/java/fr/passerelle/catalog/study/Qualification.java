package fr.passerelle.catalog.study;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the record of a study stands with the operator; the study itself has a {@link StudyStatus}.
 */
public enum Qualification {
  /** It waits for the operator. */
  SUBMITTED,
  /** The operator has checked it. */
  QUALIFIED,
  /** It is in the catalogue, for those who may see it. */
  PUBLISHED,
  /** The operator gave it back, with a reason. */
  RETURNED;

  /** Word by which it is written, in lower case with hyphens. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one of that {@link #id()}; a space does for a hyphen. */
  public static Optional<Qualification> find(String id) {
    String word = id.toLowerCase(Locale.ROOT).replace(' ', '-');
    return Arrays.stream(values()).filter(each -> each.id().equals(word)).findFirst();
  }

  /** All words, for messages. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(Qualification::id).toList();
  }

  /** Whether the operator may lead a record from here to there. */
  public boolean leadsTo(Qualification next) {
    return switch (this) {
      case SUBMITTED -> next != SUBMITTED;
      case QUALIFIED -> next == PUBLISHED || next == RETURNED;
      case PUBLISHED -> next == RETURNED;
      case RETURNED -> next == SUBMITTED || next == QUALIFIED;
    };
  }
}
