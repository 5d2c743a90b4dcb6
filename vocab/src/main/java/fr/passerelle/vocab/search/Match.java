package fr.passerelle.vocab.search;

/**
 * What made a concept match.
 *
 * @param field where the words were found
 * @param text the label or notation that matched, or how the regional note begins; empty for {@link
 *     Field#HIDDEN_LABEL}, which is not published, for {@link Field#DEFINITION}, which the concept
 *     holds if it may be shown, and for {@link Field#NONE}
 */
public record Match(Field field, String text) {

  /** No text was asked for. */
  static final Match NONE = new Match(Field.NONE, "");

  /** Where words may be found. */
  public enum Field {
    /** skos:prefLabel. */
    PREF_LABEL,
    /** skos:altLabel. */
    ALT_LABEL,
    /** A word that serves search only: its text is not to be shown. */
    HIDDEN_LABEL,
    /** skos:notation, the code. */
    NOTATION,
    /** skos:definition, read together with the labels of the concept. */
    DEFINITION,
    /** A name that a region gives the concept. */
    REGIONAL_LABEL,
    /** What a region says of the concept, read together with its labels. */
    REGIONAL_NOTE,
    /** Nothing was searched for: the concept is there because filters let it through. */
    NONE
  }
}
