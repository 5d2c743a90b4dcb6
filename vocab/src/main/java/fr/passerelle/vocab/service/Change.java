package fr.passerelle.vocab.service;

import java.util.Locale;

/** What became of a concept, or of a pair, from one release to another. */
public sealed interface Change permits ConceptChange, PairChange {

  /** What became of it. */
  Kind kind();

  /** Its place among changes: concepts before pairs; two changes of one step differ in it. */
  String key();

  /** What may become of a concept or a pair. */
  enum Kind {
    /** It was not there, or was retired. */
    ADDED("ajouté"),
    /** A concept says something else; a pair has another predicate. */
    CHANGED("modifié"),
    /** Something else is above a concept; it may say something else too. */
    MOVED("déplacé"),
    /** A concept is no longer in use. */
    RETIRED("retiré"),
    /** A pair is no longer stated. */
    REMOVED("retiré");

    private final String french;

    Kind(String french) {
      this.french = french;
    }

    /** As addresses and JSON name it, e.g. {@code added}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** French participle. */
    public String french() {
      return french;
    }
  }
}
