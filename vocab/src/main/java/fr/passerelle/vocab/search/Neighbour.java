package fr.passerelle.vocab.search;

import java.util.Comparator;
import java.util.List;

/**
 * A word of the index that another may be a slip for.
 *
 * @param word the word, folded
 * @param distance letters missing, too many, wrong or swapped
 * @param slip what sort of slip it takes: the likelier, the lower
 * @param labels how many labels hold it
 */
record Neighbour(String word, int distance, int slip, long labels) {
  /** Likeliest first. */
  static final Comparator<Neighbour> ORDER =
      Comparator.comparingInt(Neighbour::cost)
          .thenComparing(Comparator.comparingLong(Neighbour::labels).reversed())
          .thenComparing(Neighbour::word);

  /** Two letters forgotten are likelier than a wrong one: {@code informatien}. */
  private static final int MISSING = 2;

  private static final int SWAPPED = 3;
  private static final int WRONG = 5;

  static Neighbour of(String typed, String word, long labels) {
    return new Neighbour(word, distance(typed, word), slip(typed, word), labels);
  }

  /** How unlikely it is to be meant. */
  int cost() {
    return distance * slip;
  }

  /**
   * A letter forgotten is likelier than one too many or swapped, these likelier than a wrong one.
   */
  private static int slip(String typed, String word) {
    if (isWithin(typed, word)) {
      return MISSING;
    }
    boolean swapped = sorted(typed).equals(sorted(word));
    return swapped || isWithin(word, typed) ? SWAPPED : WRONG;
  }

  private static List<Integer> sorted(String word) {
    return word.chars().sorted().boxed().toList();
  }

  /** Whether all letters of the shorter stand in the longer, in that order. */
  private static boolean isWithin(String shorter, String longer) {
    int at = 0;
    for (int i = 0; i < longer.length() && at < shorter.length(); i++) {
      if (longer.charAt(i) == shorter.charAt(at)) {
        at++;
      }
    }
    return at == shorter.length();
  }

  /** Of Levenshtein, two neighbouring letters swapped counting for one. */
  static int distance(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        cost[i][j] = i == 0 ? j : j == 0 ? i : cheapest(one, other, cost, i, j);
      }
    }
    return cost[one.length()][other.length()];
  }

  private static int cheapest(String one, String other, int[][] cost, int i, int j) {
    int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
    int least = Math.min(cost[i - 1][j - 1] + same, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
