package fr.passerelle.catalog.secrecy.adversary;

import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.territory.Communes;
import java.util.Map;
import java.util.Optional;

/** What an adversary may ask as often as it likes: anything that anyone may ask of the service. */
interface Oracle {
  /**
   * A value of a set of communes; empty where it is refused.
   *
   * @param form number of the format in which it is asked, of {@link #forms}
   */
  Optional<Reply> ask(Communes perimeter, Period period, Map<String, String> categories, int form);

  /** The same as a share of what the denominator, which is open, has there. */
  Optional<Share> share(Communes perimeter, Period period, Map<String, String> categories);

  /**
   * A share.
   *
   * @param value the quotient
   * @param denominator by what it was divided, which is told with it
   */
  record Share(double value, double denominator) {}

  /** How many formats there are. */
  default int forms() {
    return 1;
  }

  default Optional<Reply> ask(Communes perimeter, Period period, Map<String, String> categories) {
    return ask(perimeter, period, categories, 0);
  }

  /**
   * An answer.
   *
   * @param value as told
   * @param least what the raw value is at least, by the rules that anyone may read
   * @param most what it is at most
   */
  record Reply(double value, double least, double most) {}
}
