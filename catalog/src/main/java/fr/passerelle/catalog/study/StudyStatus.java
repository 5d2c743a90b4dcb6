package fr.passerelle.catalog.study;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a study stands in its life. */
public enum StudyStatus {
  /** Somebody asked for it. */
  REQUESTED,
  /** It is going to be made. */
  PLANNED,
  /** It is being made. */
  UNDER_WAY,
  /** It is there to be read. */
  PUBLISHED,
  /** Another one takes its place. */
  SUPERSEDED,
  /** It is given up, or taken back. */
  WITHDRAWN;

  /** Word by which it is written, in lower case with hyphens. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one of that {@link #id()}; a space does for a hyphen. */
  public static Optional<StudyStatus> find(String id) {
    String word = id.toLowerCase(Locale.ROOT).replace(' ', '-');
    return Arrays.stream(values()).filter(each -> each.id().equals(word)).findFirst();
  }

  /** All words, for messages. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(StudyStatus::id).toList();
  }

  /**
   * Whether a study may pass from here to there: forward only, steps may be left out, and it may be
   * withdrawn as long as nothing supersedes it.
   */
  public boolean leadsTo(StudyStatus next) {
    return switch (this) {
      case REQUESTED, PLANNED, UNDER_WAY ->
          next == WITHDRAWN || (next.compareTo(this) > 0 && next.compareTo(PUBLISHED) <= 0);
      case PUBLISHED -> next == SUPERSEDED || next == WITHDRAWN;
      case SUPERSEDED, WITHDRAWN -> false;
    };
  }

  /** Those that may follow. */
  public List<StudyStatus> next() {
    return Arrays.stream(values()).filter(this::leadsTo).toList();
  }

  /** Whether it is still to come: then it may be late, and it may overlap. */
  public boolean isComing() {
    return this == REQUESTED || this == PLANNED || this == UNDER_WAY;
  }
}
