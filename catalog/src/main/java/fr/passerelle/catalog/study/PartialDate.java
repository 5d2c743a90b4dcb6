package fr.passerelle.catalog.study;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date with the precision it has: a year, a month or a day, which may be only about right.
 * Written as EDTF (ISO 8601-2) writes it: {@code 2021}, {@code 2021-06}, {@code 2021-06-30}, {@code
 * 2020~}. Dates are in the order of their first day, the less precise first.
 *
 * @param year year, 1800 to 2199
 * @param month 1 to 12, or 0 where only the year is known
 * @param day 1 to 31, or 0 where only the month is known
 * @param approximate whether it is only about right
 */
public record PartialDate(int year, int month, int day, boolean approximate)
    implements Comparable<PartialDate> {
  private static final Pattern FORM =
      Pattern.compile("(\\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\\d|3[01]))?)?(~)?");
  private static final Comparator<PartialDate> ORDER =
      Comparator.comparingInt(PartialDate::year)
          .thenComparingInt(PartialDate::month)
          .thenComparingInt(PartialDate::day)
          .thenComparing(PartialDate::approximate);
  private static final int FIRST_YEAR = 1800;
  private static final int LAST_YEAR = 2199;

  public PartialDate {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new DateTimeException("no year of a study: " + year);
    }
    if (month == 0 && day != 0) {
      throw new DateTimeException("a day without month");
    }
    // Refuses the thirteenth month and the 30th of February.
    LocalDate.of(year, Math.max(month, 1), Math.max(day, 1));
  }

  /** How precise a date is. */
  public enum Precision {
    /** A year: {@code xsd:gYear}. */
    YEAR,
    /** A month: {@code xsd:gYearMonth}. */
    MONTH,
    /** A day: {@code xsd:date}. */
    DAY
  }

  /** A day, exactly. */
  public static PartialDate of(LocalDate day) {
    return new PartialDate(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), false);
  }

  /** A year, exactly. */
  public static PartialDate ofYear(int year) {
    return new PartialDate(year, 0, 0, false);
  }

  /** The date of that text; empty where it has another form, or there is no such day. */
  public static Optional<PartialDate> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new PartialDate(
              Integer.parseInt(matcher.group(1)),
              part(matcher, 2),
              part(matcher, 3),
              matcher.group(4) != null));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int part(Matcher matcher, int group) {
    return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
  }

  /** How precise it is. */
  public Precision precision() {
    return month == 0 ? Precision.YEAR : day == 0 ? Precision.MONTH : Precision.DAY;
  }

  /** First day it may mean. */
  public LocalDate first() {
    return LocalDate.of(year, Math.max(month, 1), Math.max(day, 1));
  }

  /** Last day it may mean. */
  public LocalDate last() {
    return switch (precision()) {
      case YEAR -> LocalDate.of(year, 12, 31);
      case MONTH -> YearMonth.of(year, month).atEndOfMonth();
      case DAY -> first();
    };
  }

  /** Without the mark of approximation, as XML Schema writes it. */
  public String exact() {
    return switch (precision()) {
      case YEAR -> Integer.toString(year);
      case MONTH -> year + two(month);
      case DAY -> year + two(month) + two(day);
    };
  }

  private static String two(int part) {
    return part < 10 ? "-0" + part : "-" + part;
  }

  @Override
  public int compareTo(PartialDate other) {
    return ORDER.compare(this, other);
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return approximate ? exact() + "~" : exact();
  }
}
