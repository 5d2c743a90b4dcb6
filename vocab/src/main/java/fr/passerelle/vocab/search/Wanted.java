package fr.passerelle.vocab.search;

import java.util.List;

/** Words that people type, looked for in a text that no index holds. */
public final class Wanted {
  private final List<String> words;
  private final List<String> stems;
  private final String open;

  private Wanted(List<String> typed) {
    this.words = Words.meaningful(typed);
    this.stems = Words.stems(words);
    this.open = typed.isEmpty() ? "" : typed.getLast();
  }

  /** The words of that text; the last one may be typed in part. */
  public static Wanted of(String text) {
    return new Wanted(Words.of(text));
  }

  /** Whether that text holds them all, by their stems; false where there is none. */
  public boolean isIn(String text) {
    List<String> there = Words.of(text);
    List<String> thereStems = Words.stems(there);
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean begun = word.equals(open) && there.stream().anyMatch(each -> each.startsWith(word));
      if (!begun && !thereStems.contains(stems.get(i))) {
        return false;
      }
    }
    return !words.isEmpty();
  }
}
