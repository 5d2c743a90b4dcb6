package fr.passerelle.catalog.programme;

import fr.passerelle.catalog.profile.Profile;
import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.catalog.studies.Likes;
import fr.passerelle.catalog.study.PartialDate;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyStatus;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.release.Snapshot;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The studies of a year as one reader sees them: what is coming and what came, what overlaps, and
 * what nobody looks at.
 *
 * @param year the year
 * @param items the studies, by date
 * @param themes themes without any study of the year
 * @param territories departments of the region without any study of their own in the year
 */
public record Programme(
    int year, List<Item> items, List<ThemeGap> themes, List<Territory> territories) {

  private static final Comparator<Study> BY_DATE =
      Comparator.comparing(
              (Study study) -> study.date().orElse(null),
              Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparingLong(Study::number);

  public Programme {
    items = List.copyOf(items);
    themes = List.copyOf(themes);
    territories = List.copyOf(territories);
  }

  /**
   * A study of the year.
   *
   * @param study the study
   * @param late whether it should be there and is not
   * @param overlaps studies to come of other producers that are close to it, while it is to come
   */
  public record Item(Study study, boolean late, Likes overlaps) {}

  /**
   * A theme without any study of the year.
   *
   * @param theme the theme
   * @param last date of its latest study; empty where there is none
   */
  public record ThemeGap(ConceptRef theme, Optional<PartialDate> last) {}

  /** Needs that nobody has taken up yet: studies that are only requested. */
  public List<Study> requested() {
    return items.stream()
        .map(Item::study)
        .filter(study -> study.status() == StudyStatus.REQUESTED)
        .toList();
  }

  /**
   * What has a programme.
   *
   * @param year the year
   * @param themes the themes of observation, in their order
   * @param region the region observed
   * @param today the day, on which it depends what is late: what is overdue stays on the programme
   *     of the present year until it comes
   */
  public record Frame(int year, List<ConceptRef> themes, Territory region, LocalDate today) {
    public Frame {
      themes = List.copyOf(themes);
    }

    /** That of an installation: the themes that its profile names, as they are published. */
    public static Frame of(Snapshot snapshot, Profile profile, int year, LocalDate today) {
      List<ConceptRef> themes =
          snapshot.findScheme(profile.themes()).stream()
              .flatMap(scheme -> scheme.scheme().concepts().stream())
              .filter(concept -> concept.status() == Status.CURRENT)
              .map(Concept::ref)
              .toList();
      Territory region = new Territory(Territory.Level.REGION, profile.region().code());
      return new Frame(year, themes, region, today);
    }
  }

  /** The programme that a reader sees; withdrawn studies and copies of other catalogues aside. */
  public static Programme of(CatalogueView view, Frame frame) {
    List<Study> ours = view.list().stream().filter(each -> each.origin().isOurs()).toList();
    List<Study> studies = ours.stream().filter(each -> isOf(each, frame)).sorted(BY_DATE).toList();
    List<Item> items =
        studies.stream()
            .map(each -> new Item(each, each.isLate(frame.today()), view.overlapping(each)))
            .toList();
    return new Programme(
        frame.year(), items, themeGaps(ours, studies, frame), territoryGaps(view, studies, frame));
  }

  private static boolean isOf(Study study, Frame frame) {
    if (study.status() == StudyStatus.WITHDRAWN) {
      return false;
    }
    boolean present = frame.year() == frame.today().getYear();
    Optional<PartialDate> date = study.date();
    if (study.status().isComing()) {
      return date.map(
              each -> each.year() == frame.year() || (present && study.isLate(frame.today())))
          .orElse(present);
    }
    return date.filter(each -> each.year() == frame.year()).isPresent();
  }

  private static List<ThemeGap> themeGaps(List<Study> all, List<Study> studies, Frame frame) {
    Set<ConceptRef> covered = new HashSet<>();
    studies.forEach(each -> covered.addAll(each.themes()));
    Map<ConceptRef, PartialDate> last = new HashMap<>();
    for (Study each : all) {
      Optional<PartialDate> issued = each.content().dates().issued();
      issued.ifPresent(date ->
          each.themes()
              .forEach(theme ->
                  last.merge(theme, date, (one, other) -> one.compareTo(other) < 0 ? other : one)));
    }
    return frame.themes().stream()
        .filter(theme -> !covered.contains(theme))
        .map(theme -> new ThemeGap(theme, Optional.ofNullable(last.get(theme))))
        .toList();
  }

  private static List<Territory> territoryGaps(
      CatalogueView view, List<Study> studies, Frame frame) {
    Set<Territory> covered = new HashSet<>();
    studies.forEach(each -> covered.addAll(each.territories()));
    return view.territories().within(frame.region()).stream()
        .filter(each -> !covered.contains(each))
        .toList();
  }
}
