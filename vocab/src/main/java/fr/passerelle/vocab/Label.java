package fr.passerelle.vocab;

/**
 * A word or phrase in one language.
 *
 * @param text the words, never blank
 * @param lang BCP 47 language tag, e.g. {@code fr}
 */
public record Label(String text, String lang) {

  public Label {
    if (text.isBlank() || lang.isBlank()) {
      throw new IllegalArgumentException(
          "a label needs a text and a language: " + text + "@" + lang);
    }
  }

  /** A French label. */
  public static Label fr(String text) {
    return new Label(text, "fr");
  }
}
