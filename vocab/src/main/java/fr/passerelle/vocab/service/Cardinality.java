package fr.passerelle.vocab.service;

import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.release.Mapping;

/** How many concepts of each side the pairs of a correspondence join (SSSOM 1.0). */
public enum Cardinality {
  /** Neither end has another pair. */
  ONE_TO_ONE("1:1"),
  /** The first end has several. */
  ONE_TO_MANY("1:n"),
  /** The second end has several. */
  MANY_TO_ONE("n:1"),
  /** Both have. */
  MANY_TO_MANY("n:n");

  private final String sign;

  Cardinality(String sign) {
    this.sign = sign;
  }

  /** As SSSOM writes it, e.g. {@code 1:n}. */
  public String sign() {
    return sign;
  }

  /** Cardinality of a mapping, in the direction in which it is read. */
  public static Cardinality of(Mapping mapping) {
    Pair stated = stated(mapping);
    boolean manyTargets = mapping.by().from(stated.from()).size() > 1;
    boolean manySources = mapping.by().to(stated.to()).size() > 1;
    return mapping.inverse() ? of(manySources, manyTargets) : of(manyTargets, manySources);
  }

  private static Cardinality of(boolean manyTargets, boolean manySources) {
    if (manySources) {
      return manyTargets ? MANY_TO_MANY : MANY_TO_ONE;
    }
    return manyTargets ? ONE_TO_MANY : ONE_TO_ONE;
  }

  /** The pair in the direction in which its correspondence states it. */
  static Pair stated(Mapping mapping) {
    return mapping.inverse() ? mapping.pair().inverse() : mapping.pair();
  }
}
