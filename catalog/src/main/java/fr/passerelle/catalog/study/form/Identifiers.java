package fr.passerelle.catalog.study.form;

import fr.passerelle.vocab.search.Folding;

/** Identifiers made for those who give none. */
final class Identifiers {
  private static final int LONGEST = 120;

  private Identifiers() {}

  /** The title without accents, its words joined by hyphens. */
  static String of(String title) {
    String word = Folding.of(title).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String cut = word.substring(0, Math.min(word.length(), LONGEST));
    return cut.isEmpty() ? "sans-titre" : cut;
  }
}
