package fr.passerelle.vocab.release;

import fr.passerelle.vocab.ConceptRef;

/**
 * Something that a release no longer says as the one before did.
 *
 * @param kind what became of it
 * @param ref the code
 * @param label its label before
 * @param detail what there is to know, in French: the new label, the other end of a pair; may be
 *     empty
 */
public record Touched(Kind kind, ConceptRef ref, String label, String detail) {

  /** What became of a code, the gravest first. */
  public enum Kind {
    /** The code left the edition. */
    RETIRED("code retiré"),
    /** The record stays, but says that it can no longer be used. */
    DEACTIVATED("fiche devenue inactive"),
    /** A correspondence of the edition no longer states a pair. */
    PAIR_REMOVED("paire retirée"),
    /** The preferred label is another one: the meaning may be too. */
    RENAMED("libellé changé, sens à vérifier"),
    /** Anything else of the record is said otherwise. */
    CHANGED("fiche modifiée");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** In French, for people. */
    public String words() {
      return words;
    }
  }

  /** What became of it, in French, with what there is to know. */
  public String words() {
    return detail.isEmpty() ? kind.words() : kind.words() + " : " + detail;
  }
}
