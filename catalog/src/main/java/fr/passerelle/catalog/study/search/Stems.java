package fr.passerelle.catalog.study.search;

import fr.passerelle.vocab.search.FrenchText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Stems of texts. */
final class Stems {
  private Stems() {}

  static Set<String> distinct(String text) {
    return FrenchText.stems(text).stream()
        .map(String::intern)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Words of a text that carry meaning as they are written, by their stems, in order. */
  static Map<String, String> words(String text) {
    Map<String, String> words = new LinkedHashMap<>();
    for (String word : text.split("[^\\p{L}\\p{N}]+", -1)) {
      for (String stem : FrenchText.stems(word)) {
        words.putIfAbsent(stem.intern(), word.toLowerCase(Locale.FRENCH));
      }
    }
    return Collections.unmodifiableMap(words);
  }

  /** Text of stems, as the index takes it. */
  static String joined(String text) {
    return String.join(" ", FrenchText.stems(text));
  }
}
