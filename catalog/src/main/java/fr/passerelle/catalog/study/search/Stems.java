package fr.passerelle.catalog.study.search;

import fr.passerelle.vocab.search.FrenchText;
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

  /** Text of stems, as the index takes it. */
  static String joined(String text) {
    return String.join(" ", FrenchText.stems(text));
  }
}
