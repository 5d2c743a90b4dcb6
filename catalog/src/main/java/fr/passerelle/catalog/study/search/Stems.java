package fr.passerelle.catalog.study.search;

import fr.passerelle.catalog.study.Content;
import fr.passerelle.vocab.search.FrenchText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Stems of what a study says, found once for its place in the index and its row.
 *
 * @param words words of its title that carry meaning as they are written, by their stems, in order
 * @param title stems of its title, in order, repeated where the word is
 * @param abstractText stems of its abstract, likewise
 * @param method stems of its method, likewise
 */
record Stems(
    Map<String, String> words, List<String> title, List<String> abstractText, List<String> method) {

  static Stems of(Content said) {
    Map<String, String> words = new LinkedHashMap<>();
    FrenchText.written(said.title())
        .forEach(each ->
            words.putIfAbsent(each.stem().intern(), each.word().toLowerCase(Locale.FRENCH)));
    return new Stems(
        Collections.unmodifiableMap(words),
        FrenchText.stems(said.title()),
        FrenchText.stems(said.abstractText()),
        FrenchText.stems(said.method()));
  }

  /** Those of all that is said at length. */
  List<String> text() {
    return Stream.concat(abstractText.stream(), method.stream()).toList();
  }

  /** Those of the abstract, each once. */
  Set<String> distinct() {
    return abstractText.stream().map(String::intern).collect(Collectors.toUnmodifiableSet());
  }
}
