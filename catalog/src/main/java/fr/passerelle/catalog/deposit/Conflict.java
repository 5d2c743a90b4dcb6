package fr.passerelle.catalog.deposit;

import fr.passerelle.vocab.ConceptRef;
import java.util.List;

/**
 * A disagreement of a deposit with what is published nationally, side by side. It stops nothing:
 * both are published, each under its author.
 *
 * @param kind what they disagree on
 * @param subject concept of which both speak
 * @param deposited what the deposit says
 * @param published what is published
 */
public record Conflict(
    Kind kind, ConceptRef subject, Statement deposited, List<Statement> published) {

  public Conflict {
    published = List.copyOf(published);
  }

  /** What a deposit and the published set disagree on. */
  public enum Kind {
    /** One pair, two predicates. */
    PREDICATE,
    /** The subject is mapped to other concepts of the same scheme. */
    MAPPED_ELSEWHERE,
    /** One code, two labels. */
    LABEL,
    /** A code that the published scheme does not have. */
    UNKNOWN_CODE
  }

  /**
   * What one side says.
   *
   * @param by edition that says it
   * @param predicate predicate of a pair; empty for a label
   * @param target name of the concept at the other end of a pair; empty for a label
   * @param label label of that concept, or the label in question
   */
  public record Statement(String by, String predicate, String target, String label) {}
}
