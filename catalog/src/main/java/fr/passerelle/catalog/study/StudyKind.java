package fr.passerelle.catalog.study;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What kind of thing a study is. */
public enum StudyKind {
  /** A report. */
  REPORT,
  /** A survey (enquête). */
  SURVEY,
  /** A dashboard (tableau de bord). */
  DASHBOARD,
  /** Data themselves. */
  DATASET,
  /** A short note. */
  NOTE,
  /** A guide. */
  GUIDE,
  /** A plan or a strategy. */
  PLAN,
  /** A portrait of a territory or a sector. */
  PORTRAIT,
  /** An issue of a journal. */
  JOURNAL_ISSUE,
  /** Slides. */
  SLIDE_DECK;

  /** Word by which it is written, in lower case with hyphens. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one of that {@link #id()}; a space does for a hyphen. */
  public static Optional<StudyKind> find(String id) {
    String word = id.toLowerCase(Locale.ROOT).replace(' ', '-');
    return Arrays.stream(values()).filter(each -> each.id().equals(word)).findFirst();
  }

  /** All words, for messages. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(StudyKind::id).toList();
  }
}
