package fr.passerelle.vocab.search;

import java.util.List;

/** The words of any French text as labels are searched: for those who index texts of their own. */
public final class FrenchText {
  private FrenchText() {}

  /** Stems of the words that carry meaning, in order, repeated where the word is. */
  public static List<String> stems(String text) {
    return Words.stems(Words.of(text).stream().filter(word -> !Words.isStop(word)).toList());
  }

  /** Words that carry meaning, folded; all of them where none does. */
  public static List<String> words(String text) {
    return Words.meaningful(Words.of(text));
  }

  /** Stem of a folded word. */
  public static String stem(String word) {
    return Words.stems(List.of(word)).getFirst();
  }
}
