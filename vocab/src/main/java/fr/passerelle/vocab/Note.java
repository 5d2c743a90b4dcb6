package fr.passerelle.vocab;

/**
 * A text about a concept.
 *
 * @param kind what the text is
 * @param text the words, paragraphs separated by a line feed
 * @param lang BCP 47 language tag
 */
public record Note(Kind kind, String text, String lang) {

  /** What a note is. Each kind is a SKOS documentation property or a sub-property of one. */
  public enum Kind {
    /** skos:definition. */
    DEFINITION,
    /** skos:scopeNote. */
    SCOPE_NOTE,
    /** skos:note. */
    NOTE,
    /** skos:historyNote. */
    HISTORY_NOTE,
    /** skos:changeNote. */
    CHANGE_NOTE,
    /** skos:editorialNote. */
    EDITORIAL_NOTE,
    /** skos:example. */
    EXAMPLE,
    /**
     * How one enters the occupation (ROME text {@code acces_metier}), a sub-property of skos:note.
     */
    ACCES_METIER
  }
}
