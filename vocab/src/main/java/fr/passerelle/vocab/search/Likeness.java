package fr.passerelle.vocab.search;

import fr.passerelle.vocab.ConceptRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How alike a text and labels are, from 0 to 1; 1 means equal once case, accents, punctuation and
 * small words are set aside, be it in one of the genders that a label gives.
 *
 * <p>Otherwise words are paired, each with the one it resembles most, by its stem or by its
 * beginning; what is left alone on either side takes away as much as what is shared gives (Sørensen
 * and Dice).
 */
public final class Likeness {
  /** Equal but for what the label says in parentheses: near, not certain. */
  private static final double ASIDE = 0.97;

  /** Words that are the same in another order, or another number. */
  private static final double REORDERED = 0.95;

  /** In characters; shorter words begin too many others. */
  private static final int SHORTEST_BEGINNING = 3;

  private final String code;
  private final String form;
  private final List<String> words;
  private final List<String> stems;

  private Likeness(String text) {
    this.code = Forms.ofCode(text);
    this.words = Words.meaningful(Words.of(text));
    this.form = String.join(" ", words);
    this.stems = Words.stems(words);
  }

  /** What is to be compared with labels. */
  public static Likeness to(String text) {
    return new Likeness(text);
  }

  /** How alike that label is, 0 to 1. */
  public double of(String label) {
    if (words.isEmpty()) {
      return 0;
    }
    Set<String> forms = Forms.ofLabel(label);
    if (forms.contains(form)) {
      return Forms.ofLabelWhole(label).contains(form) ? 1 : ASIDE;
    }
    return forms.stream().mapToDouble(this::shared).max().orElse(0) * REORDERED;
  }

  /** Whether the text is that code as people write it, e.g. {@code Formacode 31054}. */
  public boolean ofCode(ConceptRef ref) {
    return Forms.ofCode(ref.scheme(), ref.code()).contains(code);
  }

  /** Share of the words of both that have a fellow on the other side. */
  private double shared(String other) {
    List<String> others = List.of(other.split(" ", -1));
    List<String> otherStems = Words.stems(others);
    List<Boolean> taken = new ArrayList<>(others.stream().map(word -> false).toList());
    double sum = 0;
    for (int i = 0; i < words.size(); i++) {
      int best = -1;
      double most = 0;
      for (int j = 0; j < others.size(); j++) {
        double near =
            taken.get(j)
                ? 0
                : stems.get(i).equals(otherStems.get(j)) ? 1 : begun(words.get(i), others.get(j));
        if (near > most) {
          most = near;
          best = j;
        }
      }
      if (best >= 0) {
        taken.set(best, true);
        sum += most;
      }
    }
    return 2 * sum / (words.size() + others.size());
  }

  /** How much of the longer word the shorter one is, where it begins it. */
  private static double begun(String one, String other) {
    String shorter = one.length() < other.length() ? one : other;
    String longer = one.length() < other.length() ? other : one;
    return shorter.length() >= SHORTEST_BEGINNING && longer.startsWith(shorter)
        ? (double) shorter.length() / longer.length()
        : 0;
  }
}
