package fr.passerelle.vocab.search;

import java.util.List;

/**
 * How a text was read, where a word of it is in no label: as the nearest words that are.
 *
 * @param text the text with those words; empty where it was read as typed
 * @param others other texts that may have been meant and that find something, likeliest first
 */
public record Reading(String text, List<String> others) {

  /** The text as typed. */
  public static final Reading AS_TYPED = new Reading("", List.of());

  public Reading {
    others = List.copyOf(others);
  }

  /** Whether the text was read otherwise than typed. */
  public boolean corrected() {
    return !text.isEmpty();
  }

  /** The same, with the accents that those labels write. */
  Reading spelt(List<String> labels) {
    return corrected() ? new Reading(Words.spelt(text, labels), others) : this;
  }
}
