package fr.passerelle.catalog.study.notice;

import fr.passerelle.catalog.study.StudyKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Kinds of studies by the words that catalogues have for them. */
public final class NoticeKind {
  /** Words of a type by which a kind is known, the more telling first. */
  private static final List<Map.Entry<String, StudyKind>> PARTS =
      List.of(
          Map.entry("dataset", StudyKind.DATASET),
          Map.entry("jeu de données", StudyKind.DATASET),
          Map.entry("tableau de bord", StudyKind.DASHBOARD),
          Map.entry("enquête", StudyKind.SURVEY),
          Map.entry("survey", StudyKind.SURVEY),
          Map.entry("article", StudyKind.JOURNAL_ISSUE),
          Map.entry("périodique", StudyKind.JOURNAL_ISSUE),
          Map.entry("revue", StudyKind.JOURNAL_ISSUE),
          Map.entry("journal", StudyKind.JOURNAL_ISSUE),
          Map.entry("diaporama", StudyKind.SLIDE_DECK),
          Map.entry("lecture", StudyKind.SLIDE_DECK),
          Map.entry("presentation", StudyKind.SLIDE_DECK),
          Map.entry("portrait", StudyKind.PORTRAIT),
          Map.entry("guide", StudyKind.GUIDE));

  /** Words that mean a kind only where nothing else is said: those of our own records. */
  private static final Map<String, StudyKind> WHOLE =
      Map.of(
          "rapport", StudyKind.REPORT,
          "enquête", StudyKind.SURVEY,
          "tableau de bord", StudyKind.DASHBOARD,
          "données", StudyKind.DATASET,
          "note", StudyKind.NOTE,
          "guide", StudyKind.GUIDE,
          "plan", StudyKind.PLAN,
          "portrait", StudyKind.PORTRAIT,
          "numéro de revue", StudyKind.JOURNAL_ISSUE,
          "diaporama", StudyKind.SLIDE_DECK);

  private NoticeKind() {}

  /** Whether that is the name of a kind, and nothing more. */
  public static boolean isName(String words) {
    return WHOLE.containsKey(words.strip().toLowerCase(Locale.ROOT));
  }

  /** The kind that those words stand for. */
  public static Optional<StudyKind> of(String words) {
    String type = words.strip().toLowerCase(Locale.ROOT);
    return Optional.ofNullable(WHOLE.get(type))
        .or(() ->
            PARTS.stream()
                .filter(each -> type.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst());
  }
}
