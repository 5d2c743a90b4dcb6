package fr.passerelle.catalog.delivery;

import fr.passerelle.catalog.agreement.Convention;
import fr.passerelle.catalog.agreement.Fiche;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where sharing stands: which deliveries came on time, which are awaited, what ends and what is in
 * the way.
 *
 * @param conventions each convention with its fiches, by name
 * @param figures what the partners count
 */
public record SupplyFollowUp(List<OfConvention> conventions, Figures figures) {
  /** A delivery may come so many months before the day by which it is expected. */
  private static final int EARLIEST_MONTHS = 1;

  public SupplyFollowUp {
    conventions = List.copyOf(conventions);
  }

  /** Whether what was expected came. */
  public enum Punctuality {
    /** Nothing is expected: no day was agreed, or none has come yet. */
    NOT_DUE,
    /** It came by the day agreed. */
    ON_TIME,
    /** It came, after that day. */
    CAME_LATE,
    /** It has not come. */
    LATE
  }

  /**
   * A fiche and what came under it.
   *
   * @param due last day by which a delivery was expected; empty where none was
   * @param delivered day of the last delivery that was neither refused nor taken back
   */
  public record OfFiche(
      Fiche fiche,
      Optional<LocalDate> due,
      Optional<LocalDate> delivered,
      Punctuality punctuality) {}

  /**
   * A convention and its fiches.
   *
   * @param ending whether it has ended, or ends within {@link Convention#NOTICE_DAYS}
   */
  public record OfConvention(Convention convention, boolean ending, List<OfFiche> fiches) {
    public OfConvention {
      fiches = List.copyOf(fiches);
    }
  }

  /**
   * What the partners count.
   *
   * @param indicators how many are defined
   * @param computable of how many something public can be told
   * @param deliveries how many were accepted and not taken back
   * @param observations how many values they have
   * @param conventions how many run
   * @param ending of these, how many end soon
   * @param blocked fiches in whose way something is
   * @param onTime fiches whose last delivery came by the day agreed
   * @param late fiches whose last delivery came after it, or has not come
   */
  public record Figures(
      int indicators,
      int computable,
      int deliveries,
      long observations,
      int conventions,
      int ending,
      int blocked,
      int onTime,
      int late) {}

  /**
   * Where it stands on a day.
   *
   * @param received days on which something was received under a fiche, sealed or not
   * @param indicators how many are defined
   * @param computable of how many something public can be told
   */
  static SupplyFollowUp of(
      List<Convention> all,
      List<Delivery> accepted,
      List<Received> received,
      int indicators,
      int computable,
      LocalDate today) {
    List<Delivery> kept = accepted.stream().filter(each -> each.withdrawn().isEmpty()).toList();
    List<OfConvention> conventions =
        all.stream()
            .sorted(Comparator.comparing(Convention::id))
            .map(each ->
                new OfConvention(
                    each,
                    each.ending(today),
                    each.fiches().stream()
                        .map(fiche -> of(each, fiche, kept, received, today))
                        .toList()))
            .toList();
    List<OfFiche> fiches = conventions.stream().flatMap(each -> each.fiches().stream()).toList();
    return new SupplyFollowUp(
        conventions,
        new Figures(
            indicators,
            computable,
            kept.size(),
            kept.stream().mapToLong(Delivery::observations).sum(),
            (int) all.stream().filter(each -> each.runs(today)).count(),
            (int) all.stream().filter(each -> each.runs(today) && each.ending(today)).count(),
            (int)
                fiches.stream().filter(each -> each.fiche().state() == Fiche.State.BLOCKED).count(),
            count(fiches, Punctuality.ON_TIME),
            count(fiches, Punctuality.CAME_LATE) + count(fiches, Punctuality.LATE)));
  }

  /**
   * Something that was received under a fiche.
   *
   * @param fiche its name
   * @param day when
   */
  record Received(String fiche, LocalDate day) {}

  private static int count(List<OfFiche> fiches, Punctuality punctuality) {
    return (int) fiches.stream().filter(each -> each.punctuality() == punctuality).count();
  }

  private static OfFiche of(
      Convention convention,
      Fiche fiche,
      List<Delivery> kept,
      List<Received> received,
      LocalDate today) {
    List<LocalDate> days =
        Stream.concat(
                kept.stream()
                    .filter(each -> each.series().equals(fiche.id()))
                    .map(each -> LocalDate.ofInstant(each.acceptedAt(), ZoneOffset.UTC)),
                received.stream()
                    .filter(each -> each.fiche().equals(fiche.id()))
                    .map(Received::day))
            .sorted()
            .toList();
    Optional<LocalDate> due =
        fiche
            .lastDue(today)
            .filter(day -> fiche.state().delivers() && !day.isBefore(convention.begins()));
    return new OfFiche(
        fiche,
        due,
        days.isEmpty() ? Optional.empty() : Optional.of(days.getLast()),
        due.map(day -> punctuality(day, days)).orElse(Punctuality.NOT_DUE));
  }

  private static Punctuality punctuality(LocalDate due, List<LocalDate> days) {
    LocalDate earliest = due.minusMonths(EARLIEST_MONTHS);
    return days.stream()
        .filter(day -> !day.isBefore(earliest))
        .findFirst()
        .map(day -> day.isAfter(due) ? Punctuality.CAME_LATE : Punctuality.ON_TIME)
        .orElse(Punctuality.LATE);
  }

  /** The same of what one producer supplies; the figures are those of all. */
  public SupplyFollowUp of(String supplier) {
    return new SupplyFollowUp(
        conventions.stream().filter(each -> each.convention().supplier().equals(supplier)).toList(),
        figures);
  }

  /**
   * Something to be looked at.
   *
   * @param id what it is about, the same from day to day
   * @param since first day on which it was to be looked at
   * @param text what it is, in French
   */
  public record Announcement(String id, LocalDate since, String text) {}

  /** What is to be looked at, the latest first: late fiches, and conventions that end. */
  public List<Announcement> announcements() {
    return conventions.stream()
        .flatMap(each ->
            Stream.concat(
                each.ending() ? Stream.of(ending(each.convention())) : Stream.empty(),
                each.fiches().stream()
                    .filter(fiche -> fiche.punctuality() == Punctuality.LATE)
                    .map(fiche -> late(each.convention(), fiche))))
        .sorted(
            Comparator.comparing(Announcement::since).reversed().thenComparing(Announcement::id))
        .toList();
  }

  private static Announcement ending(Convention convention) {
    return new Announcement(
        "convention/%s/ends/%s".formatted(convention.id(), convention.ends()),
        convention.ends().minusDays(Convention.NOTICE_DAYS),
        "la convention %s se termine le %s".formatted(convention.id(), convention.ends()));
  }

  private static Announcement late(Convention convention, OfFiche late) {
    LocalDate due = late.due().orElseThrow();
    return new Announcement(
        "fiche/%s/due/%s".formatted(late.fiche().id(), due),
        due.plusDays(1),
        "la livraison %s de %s était attendue le %s"
            .formatted(late.fiche().id(), convention.supplier(), due));
  }
}
