package fr.passerelle.vocab.nomenclature;

import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Edition;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the BCN writes levels, and how the two nomenclatures of levels meet.
 *
 * <p>1969: levels I to VI, VI being no qualification. 2019: levels 1 to 8, decree 2019-14 of 8
 * January 2019, which turns V, IV, III and II into 3, 4, 5 and 6, and I into 7 and 8.
 */
final class Niveaux {
  /** Levels of 1969, in the order of the digit that the BCN writes for them, from 1. */
  static final List<String> OF_1969 = List.of("I", "II", "III", "IV", "V", "VI");

  static final List<String> OF_2019 = List.of("1", "2", "3", "4", "5", "6", "7", "8");

  /** What a level of 1969 has become, by the decree; those absent have become nothing. */
  static final Map<String, List<String>> DECREE =
      Map.of(
          "V", List.of("3"),
          "IV", List.of("4"),
          "III", List.of("5"),
          "II", List.of("6"),
          "I", List.of("7", "8"));

  private Niveaux() {}

  /** {@code 5} is level V; 0, 7 and 9 are no level. */
  static Optional<ConceptRef> of1969(String digit) {
    return digit.matches("[1-6]")
        ? Optional.of(level1969(OF_1969.get(Integer.parseInt(digit) - 1)))
        : Optional.empty();
  }

  /** {@code 03} is level 3; 00, 99 and XX are no level. */
  static Optional<ConceptRef> of2019(String digits) {
    return digits.matches("0[1-8]")
        ? Optional.of(level2019(digits.substring(1)))
        : Optional.empty();
  }

  static ConceptRef level1969(String code) {
    return new ConceptRef(Edition.NIVEAUX_1969.id(), code);
  }

  static ConceptRef level2019(String code) {
    return new ConceptRef(Edition.NIVEAUX_2019.id(), code);
  }

  static String label(ConceptRef level) {
    return "Niveau " + level.code();
  }
}
