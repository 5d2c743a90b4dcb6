package fr.passerelle.vocab.reconcile;

import fr.passerelle.vocab.Concept;
import java.util.List;

/**
 * A concept that a question may mean.
 *
 * @param concept the concept
 * @param description what it is, and what matched, in French
 * @param score 0 to 100; comparable within one question
 * @param match whether it is certain
 * @param features what speaks for it
 */
public record Candidate(
    Concept concept, String description, double score, boolean match, List<Feature> features) {

  public Candidate {
    features = List.copyOf(features);
  }

  /**
   * Something that speaks for a candidate or against it.
   *
   * @param id name, unique among the features of a candidate
   * @param value a {@code Boolean}, or a {@code Double} from 0 to 100
   */
  public record Feature(String id, Object value) {}
}
