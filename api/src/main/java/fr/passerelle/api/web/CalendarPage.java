package fr.passerelle.api.web;

import fr.passerelle.api.study.StudyAddress;
import fr.passerelle.api.study.StudyLabels;
import fr.passerelle.catalog.study.PartialDate;
import fr.passerelle.catalog.study.Study;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to come, month by month; what should be there and is not comes first.
 *
 * @param t words of the page
 * @param asked which studies
 * @param groups studies under their months
 * @param total how many there are
 * @param feeds calendar and feed of the same
 */
record CalendarPage(
    Texts t, StudyAddress asked, List<Group> groups, int total, List<FeedLink> feeds) {

  /** More would be no page to read; the calendar file has all. */
  private static final int MOST = 500;

  /**
   * Studies expected together.
   *
   * @param id anchor
   * @param title month, year or what else they have in common
   * @param lines the studies
   */
  record Group(String id, String title, List<StudyLine> lines) {}

  static CalendarPage of(
      Texts t,
      StudyAddress asked,
      List<Study> coming,
      StudyLabels labels,
      LocalDate today,
      List<FeedLink> feeds) {
    Map<String, Group> groups = new LinkedHashMap<>();
    for (Study study : coming.stream().limit(MOST).toList()) {
      Group group = group(t, study, today);
      groups
          .computeIfAbsent(group.id(), id -> group)
          .lines()
          .add(StudyLine.of(study, labels, today, t));
    }
    return new CalendarPage(t, asked, List.copyOf(groups.values()), coming.size(), feeds);
  }

  private static Group group(Texts t, Study study, LocalDate today) {
    if (study.isLate(today)) {
      return new Group("retard", t.get("study.late.many"), new ArrayList<>());
    }
    return study
        .date()
        .map(date -> group(t, date))
        .orElseGet(() -> new Group("sans-date", t.get("study.undated"), new ArrayList<>()));
  }

  private static Group group(Texts t, PartialDate date) {
    return date.precision() == PartialDate.Precision.YEAR
        ? new Group("annee-" + date.year(), t.get("study.inYear", date.year()), new ArrayList<>())
        : new Group(
            "mois-" + date.exact().substring(0, 7),
            t.month(YearMonth.from(date.first())),
            new ArrayList<>());
  }

  /** How many are not shown. */
  int rest() {
    return Math.max(0, total - MOST);
  }
}
