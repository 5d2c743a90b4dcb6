package fr.passerelle.catalog.observation;

import fr.passerelle.vocab.ConceptRef;
import java.util.Map;

/** The dimensions that figures are cut by, as codes of vocabularies. */
public final class Dimensions {
  /**
   * Dimensions whose name is not that of the vocabulary. Occupations of the survey BMO are coded as
   * the families of FAP 2021: all 217 codes of its file of 2024 are codes of the nomenclature.
   */
  private static final Map<String, String> VOCABULARIES =
      Map.of("competence-rome", "rome-4", "metier-bmo", "fap-2021");

  private Dimensions() {}

  /**
   * The concept that a category stands for, whether it is published or not: a region that names a
   * dimension as a vocabulary, {@code nsf}, says by that whose codes it has.
   */
  public static ConceptRef concept(String dimension, String code) {
    return new ConceptRef(VOCABULARIES.getOrDefault(dimension, dimension), code);
  }
}
