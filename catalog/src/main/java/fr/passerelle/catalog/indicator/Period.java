package fr.passerelle.catalog.indicator;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a value is about in time, as French partners write it: {@code 2016}, {@code 2016-T4} or
 * {@code 2016-Q4}, {@code 2016-12}, {@code 2016-01-01}, {@code 2016-2017} (a school year), {@code
 * 2013/2020} (a range of years, both within), or nothing where the source does not say.
 *
 * @param kind how it is cut
 * @param start first day
 * @param end first day after it
 */
public record Period(Kind kind, LocalDate start, LocalDate end) implements Comparable<Period> {
  /** The period of a value of which the source gives none. */
  public static final Period UNSTATED = new Period(Kind.UNSTATED, LocalDate.EPOCH, LocalDate.EPOCH);

  private static final int SCHOOL_YEAR_BEGINS = 9;
  private static final int MONTHS_OF_A_QUARTER = 3;
  private static final Pattern YEAR = Pattern.compile("(\\d{4})");
  private static final Pattern QUARTER = Pattern.compile("(\\d{4})-?[QT]([1-4])");
  private static final Pattern MONTH = Pattern.compile("(\\d{4})-(0[1-9]|1[0-2])");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern YEARS = Pattern.compile("(\\d{4})([-/])(\\d{4})");

  /** How time is cut, with the frequency of SDMX (CL_FREQ) where there is one. */
  public enum Kind {
    /** A day: a stock is counted on one. */
    DAY("D"),
    /** A month. */
    MONTH("M"),
    /** A quarter. */
    QUARTER("Q"),
    /** A calendar year. */
    YEAR("A"),
    /** From September to August. */
    SCHOOL_YEAR("A"),
    /** Several years. */
    RANGE("_O"),
    /** The source does not say. */
    UNSTATED("_U");

    private final String frequency;

    Kind(String frequency) {
      this.frequency = frequency;
    }

    /** Code of CL_FREQ. */
    public String frequency() {
      return frequency;
    }
  }

  public Period {
    if (end.isBefore(start)) {
      throw new DateTimeException("a period that ends before it begins: " + start + ", " + end);
    }
  }

  /** A calendar year. */
  public static Period year(int year) {
    return new Period(Kind.YEAR, LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
  }

  /** The school year that begins in September of that year. */
  public static Period schoolYear(int first) {
    return new Period(
        Kind.SCHOOL_YEAR,
        LocalDate.of(first, SCHOOL_YEAR_BEGINS, 1),
        LocalDate.of(first + 1, SCHOOL_YEAR_BEGINS, 1));
  }

  /** The period so written; empty where it has another form or cannot be. */
  public static Optional<Period> parse(String text) {
    try {
      return Optional.ofNullable(read(text.strip()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static @Nullable Period read(String text) {
    if (text.isEmpty()) {
      return UNSTATED;
    }
    if (DAY.matcher(text).matches()) {
      LocalDate day = LocalDate.parse(text);
      return new Period(Kind.DAY, day, day.plusDays(1));
    }
    if (YEAR.matcher(text).matches()) {
      return year(Year.parse(text).getValue());
    }
    if (MONTH.matcher(text).matches()) {
      YearMonth month = YearMonth.parse(text);
      return new Period(Kind.MONTH, month.atDay(1), month.plusMonths(1).atDay(1));
    }
    Matcher quarter = QUARTER.matcher(text);
    if (quarter.matches()) {
      return quarter(Integer.parseInt(quarter.group(1)), Integer.parseInt(quarter.group(2)));
    }
    Matcher years = YEARS.matcher(text);
    return years.matches()
        ? years(Integer.parseInt(years.group(1)), years.group(2), Integer.parseInt(years.group(3)))
        : null;
  }

  private static Period quarter(int year, int quarter) {
    LocalDate start = LocalDate.of(year, (quarter - 1) * MONTHS_OF_A_QUARTER + 1, 1);
    return new Period(Kind.QUARTER, start, start.plusMonths(MONTHS_OF_A_QUARTER));
  }

  /** With a hyphen two years that follow one another are a school year; others are no period. */
  private static Period years(int first, String sign, int last) {
    if (sign.equals("/")) {
      return new Period(Kind.RANGE, LocalDate.of(first, 1, 1), LocalDate.of(last + 1, 1, 1));
    }
    if (last != first + 1) {
      throw new DateTimeException("no school year: " + first + "-" + last);
    }
    return schoolYear(first);
  }

  /** As {@link #parse} reads it; the form of SDMX where that has one. */
  @Override
  public String toString() {
    return switch (kind) {
      case DAY -> start.toString();
      case MONTH -> YearMonth.from(start).toString();
      case QUARTER ->
          start.getYear() + "-Q" + ((start.getMonthValue() - 1) / MONTHS_OF_A_QUARTER + 1);
      case YEAR -> Integer.toString(start.getYear());
      case SCHOOL_YEAR -> start.getYear() + "-" + end.getYear();
      case RANGE -> start.getYear() + "/" + (end.getYear() - 1);
      case UNSTATED -> "";
    };
  }

  /**
   * TIME_PERIOD of SDMX 3.0 (section 2, 4.2): reporting periods as written, a school year and a
   * range as a time range, first day and duration.
   */
  public String timePeriod() {
    return switch (kind) {
      case SCHOOL_YEAR -> start + "/P1Y";
      case RANGE -> start + "/P" + (end.getYear() - start.getYear()) + "Y";
      case DAY, MONTH, QUARTER, YEAR, UNSTATED -> toString();
    };
  }

  @Override
  public int compareTo(Period other) {
    int byStart = start.compareTo(other.start);
    int byEnd = byStart != 0 ? byStart : end.compareTo(other.end);
    return byEnd != 0 ? byEnd : kind.compareTo(other.kind);
  }
}
