package fr.passerelle.api.web;

import fr.passerelle.api.study.StudyLabels;
import fr.passerelle.catalog.programme.Programme;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyStatus;
import fr.passerelle.catalog.study.search.Similar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The studies of a year, what overlaps, and what nobody looks at.
 *
 * @param t words of the page
 * @param year the year
 * @param groups the studies, those to come first
 * @param themes themes without study, each with the address of what there was
 * @param territories departments without study
 */
record ProgrammePage(
    Texts t, int year, List<Group> groups, List<Gap> themes, List<String> territories) {

  /**
   * Studies at one point of their lives.
   *
   * @param id anchor
   * @param title what they have in common
   * @param items the studies
   */
  record Group(String id, String title, List<Item> items) {}

  /**
   * A study.
   *
   * @param line what is said of it
   * @param overlaps studies to come elsewhere that are close to it
   * @param contact whether there is one more that only the operator may name
   */
  record Item(StudyLine line, List<Close> overlaps, boolean contact) {}

  /**
   * A study that is close.
   *
   * @param line what is said of it
   * @param why in what they are alike
   */
  record Close(StudyLine line, String why) {}

  /**
   * A theme without study.
   *
   * @param label the theme
   * @param last date of its latest study; empty where there is none
   * @param path address of its studies
   */
  record Gap(String label, String last, String path) {}

  static ProgrammePage of(Texts t, Programme programme, StudyLabels labels, LocalDate today) {
    List<Item> requested = new ArrayList<>();
    List<Item> coming = new ArrayList<>();
    List<Item> issued = new ArrayList<>();
    for (Programme.Item each : programme.items()) {
      StudyStatus status = each.study().status();
      List<Item> group =
          status == StudyStatus.REQUESTED ? requested : status.isComing() ? coming : issued;
      group.add(item(t, each, labels, today));
    }
    List<Group> groups =
        List.of(
            new Group("a-paraitre", t.get("programme.coming"), coming),
            new Group("demandees", t.get("programme.requested"), requested),
            new Group("parues", t.get("programme.issued"), issued));
    return new ProgrammePage(
        t,
        programme.year(),
        groups.stream().filter(each -> !each.items().isEmpty()).toList(),
        programme.themes().stream()
            .map(gap ->
                new Gap(
                    labels.of(gap.theme()),
                    gap.last().map(t::date).orElse(""),
                    "/etudes?theme=" + gap.theme().code()))
            .toList(),
        programme.territories().stream()
            .map(each -> labels.catalogue().territories().name(each))
            .toList());
  }

  private static Item item(Texts t, Programme.Item item, StudyLabels labels, LocalDate today) {
    return new Item(
        line(t, item.study(), labels, today),
        item.overlaps().studies().stream()
            .map(close -> new Close(line(t, close.study(), labels, today), why(t, close)))
            .toList(),
        item.overlaps().contactPossible());
  }

  private static StudyLine line(Texts t, Study study, StudyLabels labels, LocalDate today) {
    return StudyLine.of(study, labels, today, t);
  }

  private static String why(Texts t, Similar close) {
    return close.reasons().stream()
        .map(each -> t.lang().equals("fr") ? each.fr() : each.en())
        .collect(Collectors.joining(" ; "));
  }

  /** How many studies there are. */
  int total() {
    return groups.stream().mapToInt(each -> each.items().size()).sum();
  }

  /** Address of the programme of that year. */
  String path(int other) {
    return ProgrammePageController.PATH + "/" + other;
  }

  /** Address of the same as a workbook. */
  String workbook() {
    return "/api/v1/programme?format=xlsx&year=" + year;
  }
}
