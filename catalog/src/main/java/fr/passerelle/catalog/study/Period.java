package fr.passerelle.catalog.study;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A stretch of time (dct:PeriodOfTime), open where one end is unknown.
 *
 * @param start when it begins
 * @param end when it ends, that date included
 */
public record Period(Optional<PartialDate> start, Optional<PartialDate> end) {
  /** Nothing is known of it. */
  public static final Period UNKNOWN = new Period(Optional.empty(), Optional.empty());

  public Period {
    if (start.isPresent() && end.isPresent() && end.get().last().isBefore(start.get().first())) {
      throw new IllegalArgumentException("a period ends before it begins: " + start + " " + end);
    }
  }

  /** Whether neither end is known. */
  public boolean isEmpty() {
    return start.isEmpty() && end.isEmpty();
  }

  /** Whether a day is within it; an open end holds all days of its side. */
  public boolean holds(LocalDate day) {
    return start.filter(each -> day.isBefore(each.first())).isEmpty()
        && end.filter(each -> day.isAfter(each.last())).isEmpty();
  }

  /** Whether both have days in common; an unknown period has none. */
  public boolean overlaps(Period other) {
    if (isEmpty() || other.isEmpty()) {
      return false;
    }
    return !before(this, other) && !before(other, this);
  }

  private static boolean before(Period one, Period other) {
    return one.end.isPresent()
        && other.start.isPresent()
        && one.end.get().last().isBefore(other.start.get().first());
  }
}
