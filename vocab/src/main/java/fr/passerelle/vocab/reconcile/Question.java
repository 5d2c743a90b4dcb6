package fr.passerelle.vocab.reconcile;

import java.util.List;

/**
 * What one cell, and those beside it, ask for.
 *
 * @param text words, a code or an identifier; may be empty where there are constraints
 * @param types identifiers of the types wanted, see {@link EntityType#find}; empty for any
 * @param strictness what several types mean
 * @param constraints what else is known of the entity
 * @param limit number of candidates at most, from 1
 */
public record Question(
    String text,
    List<String> types,
    Strictness strictness,
    List<Constraint> constraints,
    int limit) {
  /** In characters; a cell that holds more is no name. */
  public static final int LONGEST_TEXT = 500;

  /** Candidates, where the question does not say. */
  public static final int USUAL_LIMIT = 10;

  /** Candidates at most. */
  public static final int MOST_CANDIDATES = 50;

  /** Constraints, values of each, and types, at most. */
  public static final int MOST_CONSTRAINTS = 10;

  /** Questions at once: each is a search. */
  public static final int MOST_AT_ONCE = 50;

  public Question {
    types = List.copyOf(types);
    constraints = List.copyOf(constraints);
    if (limit < 1) {
      throw new IllegalArgumentException("limit: " + limit);
    }
  }

  /** What several types mean. */
  public enum Strictness {
    /** One of them is enough. */
    ANY,
    /** The same: types always bound what is found. */
    SHOULD,
    /** All of them at once, e.g. a vocabulary and a type of concept. */
    ALL
  }

  /**
   * Something known of the entity.
   *
   * @param property identifier of the property, see {@link Properties}
   * @param values what it may be: one of them is enough
   */
  public record Constraint(String property, List<String> values) {
    public Constraint {
      values = List.copyOf(values);
    }
  }
}
