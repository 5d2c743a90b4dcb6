package fr.passerelle.api.http;

/** Words of a request when they are said back. */
public final class Text {
  private static final int LONGEST_QUOTE = 80;

  private Text() {}

  /** The text between French quotes, cut where long, control characters made visible. */
  public static String quoted(String text) {
    return "« " + cut(text).replaceAll("\\p{Cntrl}", "\ufffd") + " »";
  }

  /** The beginning of a text that someone may have made long on purpose. */
  public static String cut(String text) {
    return text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
  }

  /** Number of edits (insert, delete, replace) from one word to the other (Levenshtein). */
  public static int distance(String one, String other) {
    int[] previous = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] current = new int[other.length() + 1];
      current[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replace = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replace, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[other.length()];
  }
}
