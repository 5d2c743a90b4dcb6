package fr.passerelle.client;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait before another attempt: what the service asks for (RFC 9110, 10.2.3), else at
 * random up to a bound that doubles.
 */
final class Backoff {
  private static final Duration LONGEST = Duration.ofSeconds(8);

  private final Duration first;
  private final Clock clock;
  private final RandomGenerator random;

  Backoff(Duration first, Clock clock, RandomGenerator random) {
    this.first = first;
    this.clock = clock;
    this.random = random;
  }

  /** The wait after so many failures, one at least. */
  Duration after(int failures, Optional<Duration> asked) {
    // A little more than asked, so that those who were refused together do not come back together.
    return asked.map(wait -> wait.plus(upTo(first))).orElseGet(() -> upTo(bound(failures)));
  }

  private Duration bound(int failures) {
    Duration bound = first.multipliedBy(1L << Math.min(failures - 1, 20));
    return bound.compareTo(LONGEST) < 0 ? bound : LONGEST;
  }

  private Duration upTo(Duration bound) {
    return Duration.ofNanos((long) (random.nextDouble() * bound.toNanos()));
  }

  /** Value of Retry-After: seconds or a date. */
  Optional<Duration> asked(String header) {
    String value = header.strip();
    try {
      return Optional.of(
          value.matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(value))
              : until(
                  ZonedDateTime.parse(
                      value, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))));
    } catch (DateTimeException neither) {
      return Optional.empty();
    }
  }

  private Duration until(ZonedDateTime moment) {
    Duration wait = Duration.between(clock.instant(), moment.toInstant());
    return wait.isNegative() ? Duration.ZERO : wait;
  }
}
