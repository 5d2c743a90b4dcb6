package fr.passerelle.vocab.search;

/** What is left of a text when case, accents, ligatures and punctuation do not count. */
public final class Folding {
  private Folding() {}

  /** The folded words, a space between; empty for a text without word. */
  public static String of(String text) {
    return String.join(" ", Words.of(text));
  }
}
