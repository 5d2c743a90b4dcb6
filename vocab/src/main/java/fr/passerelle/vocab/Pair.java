package fr.passerelle.vocab;

import java.util.Comparator;
import java.util.OptionalDouble;

/**
 * One row of a correspondence: what a concept of the source scheme is to one of the target scheme
 * (a mapping in SSSOM 1.0).
 *
 * @param from concept of the source scheme
 * @param to concept of the target scheme
 * @param predicate how far they mean the same, read from {@code from}
 * @param justification why it is stated
 * @param confidence 0 to 1; empty where nobody assessed it, never 1 by default
 * @param order rank that the source gives, from 1; 0 where it gives none
 * @param note what the source adds: author, reviewer, date, comment
 */
public record Pair(
    ConceptRef from,
    ConceptRef to,
    Predicate predicate,
    Justification justification,
    OptionalDouble confidence,
    int order,
    Remark note) {

  /** By source, then by rank, then by target. */
  public static final Comparator<Pair> ORDER =
      Comparator.comparing(Pair::from)
          .thenComparingInt(Pair::order)
          .thenComparing(Pair::to)
          .thenComparing(Pair::predicate);

  public Pair {
    if (confidence.isPresent()
        && !(confidence.getAsDouble() >= 0 && confidence.getAsDouble() <= 1)) {
      throw new IllegalArgumentException("a confidence is between 0 and 1: " + confidence);
    }
  }

  /**
   * What is said of one pair beside the pair; empty strings where the source is silent.
   *
   * @param author who states it, where it is not the author of the whole correspondence
   * @param reviewer who reviewed it; an exactMatch needs one
   * @param date ISO 8601 date on which it was stated
   * @param comment words of the source, or of the rule that read it
   */
  public record Remark(String author, String reviewer, String date, String comment) {
    /** Nothing is said. */
    public static final Remark NONE = new Remark("", "", "", "");

    /** Only words. */
    public static Remark comment(String comment) {
      return comment.isEmpty() ? NONE : new Remark("", "", "", comment);
    }
  }

  /** A pair that a producer states between things of different nature: relatedMatch at most. */
  public static Pair related(ConceptRef from, ConceptRef to) {
    return of(from, to, Predicate.RELATED_MATCH, Justification.MANUAL_CURATION);
  }

  /** A pair without assessment, rank or remark. */
  public static Pair of(
      ConceptRef from, ConceptRef to, Predicate predicate, Justification justification) {
    return new Pair(from, to, predicate, justification, OptionalDouble.empty(), 0, Remark.NONE);
  }

  /** The same with a rank. */
  public Pair ranked(int rank) {
    return new Pair(from, to, predicate, justification, confidence, rank, note);
  }

  /** The same with the source's words. */
  public Pair commented(String comment) {
    return new Pair(
        from,
        to,
        predicate,
        justification,
        confidence,
        order,
        new Remark(note.author(), note.reviewer(), note.date(), comment));
  }

  /** The same read from the other end, without rank. */
  public Pair inverse() {
    return new Pair(to, from, predicate.inverse(), justification, confidence, 0, note);
  }
}
