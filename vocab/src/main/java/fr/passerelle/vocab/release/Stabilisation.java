package fr.passerelle.vocab.release;

import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * When a change that a wobbling source brings is settled. One of the two conditions is enough.
 *
 * @param deliveries how many deliveries in a row say the same, from 1
 * @param days days between the first and the last of the deliveries in a row that say the same, by
 *     the dates of their producer, from 1; empty where no period settles anything
 */
public record Stabilisation(int deliveries, OptionalInt days) {
  /** Where the profile does not say how many. */
  public static final int USUAL_DELIVERIES = 3;

  public Stabilisation {
    if (deliveries < 1 || days.orElse(1) < 1) {
      throw new IllegalArgumentException("at least one delivery, one day");
    }
  }

  boolean settles(int times, LocalDate since, LocalDate last) {
    return times >= deliveries || (days.isPresent() && !since.isAfter(dayBefore(last)));
  }

  /** Whether a delivery of that day, followed by that many, can still settle anything. */
  boolean needs(int later, LocalDate next, LocalDate last) {
    return later < deliveries || (days.isPresent() && next.isAfter(dayBefore(last)));
  }

  private LocalDate dayBefore(LocalDate last) {
    return last.minusDays(days.orElse(0));
  }
}
