package fr.passerelle.vocab.skos;

import fr.passerelle.vocab.Label;
import java.util.Comparator;

/** The order in which texts of one thing are kept: a graph has none. */
final class Texts {
  static final Comparator<Label> ORDER =
      Comparator.comparing(Label::lang).thenComparing(Label::text);

  private Texts() {}
}
