package fr.passerelle.vocab.service;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import java.util.List;
import java.util.Optional;

/**
 * What a code, URI or label stands for.
 *
 * @param input as it was given
 * @param outcome what became of it
 * @param concept the concept, where there is exactly one
 * @param candidates the concepts it may stand for, where there are several
 * @param replacedBy what takes the place of a retired one
 * @param nearest what looks like it, where nothing is it
 */
public record Resolved(
    String input,
    Outcome outcome,
    Optional<Concept> concept,
    List<Concept> candidates,
    List<ConceptRef> replacedBy,
    List<ConceptRef> nearest) {

  public Resolved {
    candidates = List.copyOf(candidates);
    replacedBy = List.copyOf(replacedBy);
    nearest = List.copyOf(nearest);
  }

  /** What may become of it. */
  public enum Outcome {
    /** One concept, in use or cited. */
    FOUND,
    /** One concept, no longer in use. */
    RETIRED,
    /** Several concepts. */
    AMBIGUOUS,
    /** None. */
    UNKNOWN
  }
}
