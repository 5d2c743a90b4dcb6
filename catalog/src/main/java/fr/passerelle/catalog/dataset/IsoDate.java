package fr.passerelle.catalog.dataset;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * A date with the precision it has, as XML Schema writes it: {@code 2021}, {@code 2021-06}, {@code
 * 2021-06-30}.
 *
 * @param text as written
 */
public record IsoDate(String text) {
  private static final Pattern FORM = Pattern.compile("\\d{4}(-\\d\\d(-\\d\\d)?)?");
  private static final int YEAR = 4;
  private static final int MONTH = 7;

  public IsoDate {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("no date: " + text);
    }
  }

  /** A day. */
  public static IsoDate of(LocalDate day) {
    return new IsoDate(day.toString());
  }

  /** First day it may mean. */
  public LocalDate first() {
    return LocalDate.parse(
        switch (text.length()) {
          case YEAR -> text + "-01-01";
          case MONTH -> text + "-01";
          default -> text;
        });
  }

  /** Local name of its XML Schema type. */
  public String type() {
    return switch (text.length()) {
      case YEAR -> "gYear";
      case MONTH -> "gYearMonth";
      default -> "date";
    };
  }
}
