package fr.passerelle.catalog.programme;

import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.catalog.studies.Entry;
import fr.passerelle.catalog.study.Dates;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.catalog.study.StudyStatus;
import fr.passerelle.catalog.study.journal.StudyEvent;
import fr.passerelle.catalog.use.UseCounts;
import fr.passerelle.catalog.use.UseKind;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The observatory's own follow-up figures, over what one reader sees: studies per producer and
 * status, on time or late, deposits, views, harvests.
 *
 * @param first first day over which deposits and uses are counted
 * @param last last day
 * @param producers what each producer has, by code
 * @param uses how often things were used, robots that say so aside
 * @param viewed studies most viewed, the most first
 * @param harvests harvests begun, by channel
 * @param complete harvests that came to the last page, by channel
 */
public record FollowUp(
    LocalDate first,
    LocalDate last,
    List<OfProducer> producers,
    Map<UseKind, Long> uses,
    List<Viewed> viewed,
    Map<String, Long> harvests,
    Map<String, Long> complete) {

  private static final int MOST_VIEWED = 20;

  public FollowUp {
    producers = List.copyOf(producers);
    uses = Map.copyOf(uses);
    viewed = List.copyOf(viewed);
    harvests = Map.copyOf(harvests);
    complete = Map.copyOf(complete);
  }

  /**
   * What a producer has; a study of several counts for each.
   *
   * @param producer its code
   * @param studies how many, by status
   * @param onTime studies that came by the date announced
   * @param late studies that came after it, or should be there and are not
   * @param deposits studies deposited in the period, first deposits and changes
   */
  public record OfProducer(
      String producer, Map<StudyStatus, Long> studies, long onTime, long late, long deposits) {}

  /**
   * A study and how often it was viewed.
   *
   * @param study the study
   * @param views how often
   */
  public record Viewed(Study study, long views) {}

  /**
   * The figures of a period.
   *
   * @param today the day, on which it depends what is late
   */
  public static FollowUp of(
      CatalogueView view, UseCounts counts, LocalDate first, LocalDate last, LocalDate today) {
    Map<String, Tally> tallies = new TreeMap<>();
    for (Study study : view.list()) {
      for (String producer : study.content().producers()) {
        tallies.computeIfAbsent(producer, Tally::new).add(study, today);
      }
    }
    for (Entry entry : view.entries()) {
      LocalDate day = LocalDate.ofInstant(entry.at(), ZoneOffset.UTC);
      boolean counted = isDeposit(entry.kind()) && !day.isBefore(first) && !day.isAfter(last);
      if (counted) {
        view.find(entry.study())
            .ifPresent(
                study -> tallies.computeIfAbsent(study.key().producer(), Tally::new).deposits++);
      }
    }
    Map<UseKind, Map<String, Long>> used = new EnumMap<>(UseKind.class);
    for (UseKind kind : UseKind.values()) {
      used.put(kind, counts.totals(kind, first, last));
    }
    return new FollowUp(
        first,
        last,
        tallies.values().stream().map(Tally::toProducer).toList(),
        sums(view, used),
        mostViewed(view, used.getOrDefault(UseKind.VIEW, Map.of())),
        used.getOrDefault(UseKind.HARVEST, Map.of()),
        used.getOrDefault(UseKind.COMPLETE, Map.of()));
  }

  private static boolean isDeposit(StudyEvent.Kind kind) {
    return kind == StudyEvent.Kind.CREATE || kind == StudyEvent.Kind.UPDATE;
  }

  /** What was counted of a study that is hidden from the reader is not told. */
  private static Map<UseKind, Long> sums(CatalogueView view, Map<UseKind, Map<String, Long>> used) {
    Map<UseKind, Long> sums = new EnumMap<>(UseKind.class);
    used.forEach((kind, bySubject) ->
        sums.put(
            kind,
            bySubject.entrySet().stream()
                .filter(each -> kind.isOfChannel() || isSeen(view, each.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum()));
    return sums;
  }

  private static boolean isSeen(CatalogueView view, String study) {
    return StudyId.parse(study).flatMap(view::find).isPresent();
  }

  private static List<Viewed> mostViewed(CatalogueView view, Map<String, Long> views) {
    List<Viewed> viewed = new ArrayList<>();
    views.forEach((id, count) ->
        StudyId.parse(id)
            .flatMap(view::find)
            .ifPresent(study -> viewed.add(new Viewed(study, count))));
    viewed.sort(
        Comparator.comparingLong(Viewed::views)
            .reversed()
            .thenComparing(each -> each.study().id()));
    return viewed.stream().limit(MOST_VIEWED).toList();
  }

  /** What is being counted of a producer. */
  private static final class Tally {
    private final String producer;
    private final Map<StudyStatus, Long> studies = new HashMap<>();
    private long onTime;
    private long late;
    private long deposits;

    Tally(String producer) {
      this.producer = producer;
    }

    void add(Study study, LocalDate today) {
      studies.merge(study.status(), 1L, Long::sum);
      Dates dates = study.content().dates();
      if (study.isLate(today)) {
        late++;
      } else if (dates.expected().isPresent() && dates.issued().isPresent()) {
        boolean after = dates.issued().get().first().isAfter(dates.expected().get().last());
        late += after ? 1 : 0;
        onTime += after ? 0 : 1;
      }
    }

    OfProducer toProducer() {
      return new OfProducer(producer, Map.copyOf(studies), onTime, late, deposits);
    }
  }
}
