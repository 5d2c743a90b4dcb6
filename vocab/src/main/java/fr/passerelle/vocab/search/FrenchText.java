package fr.passerelle.vocab.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The words of any French text as labels are searched: for those who index texts of their own. */
public final class FrenchText {
  private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}]+");

  private FrenchText() {}

  /** Stems of the words that carry meaning, in order, repeated where the word is. */
  public static List<String> stems(String text) {
    return Words.stems(Words.of(text).stream().filter(word -> !Words.isStop(word)).toList());
  }

  /**
   * A word that carries meaning.
   *
   * @param word as it is written
   * @param stem its stem, or one of them where what is written together is several words
   */
  public record Written(String word, String stem) {}

  /** The words of a text that carry meaning, in order, with their stems. */
  public static List<Written> written(String text) {
    List<String> words = new ArrayList<>();
    List<String> folded = new ArrayList<>();
    for (String word : APART.split(text, -1)) {
      for (String each : Words.of(word)) {
        if (!Words.isStop(each)) {
          words.add(word);
          folded.add(each);
        }
      }
    }
    List<String> stems = Words.stems(folded);
    return IntStream.range(0, words.size())
        .mapToObj(i -> new Written(words.get(i), stems.get(i)))
        .toList();
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
