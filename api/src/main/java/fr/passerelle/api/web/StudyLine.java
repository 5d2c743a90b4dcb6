package fr.passerelle.api.web;

import fr.passerelle.api.study.StudyLabels;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A study in a list.
 *
 * @param path its page
 * @param title its title
 * @param lang language of the title where it is not that of the page
 * @param details producers, series, date, territories on one line
 * @param badge where it stands, where that is to be said; empty otherwise
 */
record StudyLine(String path, String title, @Nullable String lang, String details, String badge) {

  static StudyLine of(Study study, StudyLabels labels, LocalDate today, Texts t) {
    List<String> details = new ArrayList<>();
    details.add(t.get("study.kind." + study.content().kind().id()));
    details.add(
        study.content().producers().stream()
            .map(code -> labels.catalogue().producers().name(code, t.lang()))
            .collect(Collectors.joining(", ")));
    String issue = t.issue(study.content().series());
    if (!issue.equals(study.title())) {
      details.add(issue);
    }
    details.add(study.date().map(t::date).orElse(""));
    details.add(
        study.territories().stream()
            .map(each -> labels.catalogue().territories().name(each))
            .collect(Collectors.joining(", ")));
    details.removeIf(String::isEmpty);
    return new StudyLine(
        StudyPage.path(study.id()),
        study.title(),
        StudyPage.lang(study, t),
        String.join(" · ", details),
        badge(study, today, t));
  }

  private static String badge(Study study, LocalDate today, Texts t) {
    if (study.isLate(today)) {
      return t.get("study.late");
    }
    return study.status() == StudyStatus.PUBLISHED
        ? ""
        : t.get("study.status." + study.status().id());
  }
}
