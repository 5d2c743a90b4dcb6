package fr.passerelle.api.study;

import fr.passerelle.api.http.ProblemException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * The days over which follow-up figures are counted.
 *
 * @param first the first day
 * @param last the last day
 */
public record FollowUpPeriod(LocalDate first, LocalDate last) {

  /**
   * The period that is asked for.
   *
   * @param from its first day; empty for the first of the year of the last
   * @param until its last day; empty for today
   * @throws ProblemException BAD_PARAMETER for what is no day, or a period that ends before it
   *     begins
   */
  public static FollowUpPeriod of(String from, String until, LocalDate today) {
    LocalDate last = day("until", until, today);
    LocalDate first = day("from", from, last.withDayOfYear(1));
    if (first.isAfter(last)) {
      throw ProblemException.parameter("from", first.toString(), "un jour d'avant until");
    }
    return new FollowUpPeriod(first, last);
  }

  private static LocalDate day(String name, String text, LocalDate otherwise) {
    try {
      return text.isEmpty() ? otherwise : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw ProblemException.parameter(name, text, "un jour, AAAA-MM-JJ");
    }
  }
}
