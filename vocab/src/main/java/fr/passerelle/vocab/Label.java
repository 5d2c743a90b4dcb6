package fr.passerelle.vocab;

/**
 * A word or phrase in one language.
 *
 * @param text the words, never blank
 * @param lang BCP 47 language tag, e.g. {@code fr}
 * @param kind what sort of word it is
 */
public record Label(String text, String lang, Kind kind) {

  /** What sort of word a label is. */
  public enum Kind {
    /** Any name of the thing. */
    GENERAL,
    /**
     * Name of a job that calls for the thing (Formacode "EP métier"), a sub-property of altLabel.
     */
    METIER
  }

  public Label {
    if (text.isBlank() || lang.isBlank()) {
      throw new IllegalArgumentException(
          "a label needs a text and a language: " + text + "@" + lang);
    }
  }

  /** A general label. */
  public Label(String text, String lang) {
    this(text, lang, Kind.GENERAL);
  }

  /** A French label. */
  public static Label fr(String text) {
    return new Label(text, "fr");
  }

  /** Whether it is the same words in the same language. */
  public boolean sameWords(Label other) {
    return text.equals(other.text) && lang.equals(other.lang);
  }
}
