package fr.passerelle.catalog.territory;

import java.util.BitSet;
import java.util.OptionalDouble;

/**
 * How much of a territory has figures.
 *
 * @param expected communes of the territory
 * @param covered those that have a figure
 * @param absent those that have none
 * @param population share of the population of the territory that lives in communes that have a
 *     figure; empty where no population is known
 */
public record Coverage(int expected, int covered, int absent, OptionalDouble population) {

  /** Share of the population that is covered; of the communes where no population is known. */
  public double share() {
    return population.orElse(expected == 0 ? 0 : (double) covered / expected);
  }

  /**
   * Coverage that was counted.
   *
   * @param reached inhabitants of the communes that have a figure
   * @param inhabitants of the territory; 0 where no population is known
   */
  public static Coverage of(int expected, int covered, long reached, long inhabitants) {
    return new Coverage(
        expected,
        covered,
        expected - covered,
        inhabitants == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of((double) reached / inhabitants));
  }

  /**
   * Coverage of those communes.
   *
   * @param present communes that have a figure, of any territory
   */
  public static Coverage of(Geography geography, Communes expected, BitSet present) {
    int covered = 0;
    long inhabitants = 0;
    long reached = 0;
    for (int i = 0; i < expected.size(); i++) {
      int place = expected.at(i);
      int people = Math.max(0, geography.population(place));
      inhabitants += people;
      if (present.get(place)) {
        covered++;
        reached += people;
      }
    }
    return of(expected.size(), covered, reached, inhabitants);
  }
}
