package fr.passerelle.vocab;

import java.util.Arrays;
import java.util.Optional;

/** How far two concepts of different schemes mean the same (SKOS Reference, W3C, 2009, §10). */
public enum Predicate {
  /** Same meaning, interchangeable; transitive, so that only a reviewed pair may say it. */
  EXACT_MATCH("exactMatch"),
  /** Near enough for some uses; nothing is derived from it. */
  CLOSE_MATCH("closeMatch"),
  /** The target is wider. */
  BROAD_MATCH("broadMatch"),
  /** The target is narrower. */
  NARROW_MATCH("narrowMatch"),
  /** Of another nature but about the same: an occupation and a certification. */
  RELATED_MATCH("relatedMatch");

  private final String id;

  Predicate(String id) {
    this.id = id;
  }

  /** Local name in SKOS, also the one used in REST, e.g. {@code exactMatch}. */
  public String id() {
    return id;
  }

  /** What it says read from the other end. */
  public Predicate inverse() {
    return switch (this) {
      case BROAD_MATCH -> NARROW_MATCH;
      case NARROW_MATCH -> BROAD_MATCH;
      case EXACT_MATCH, CLOSE_MATCH, RELATED_MATCH -> this;
    };
  }

  /** The predicate of that {@link #id()}, with or without {@code skos:}. */
  public static Optional<Predicate> find(String id) {
    String local = id.startsWith("skos:") ? id.substring(5) : id;
    return Arrays.stream(values()).filter(each -> each.id.equals(local)).findFirst();
  }
}
