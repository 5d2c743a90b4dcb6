package fr.passerelle.catalog.observation.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as a format says that they are written; nothing is guessed. */
sealed interface Numeral {
  /** A number. */
  record Sound(double value) implements Numeral {}

  /**
   * No number of that format.
   *
   * @param rule which rule it breaks
   * @param advice what is wrong and what to do, in French
   */
  record Faulty(String rule, String advice) implements Numeral {}

  /** Digits of a number that a double holds exactly. */
  int MOST_PLAIN = 15;

  /** Digits, and a mark with decimals where there are any. */
  Pattern FORM = Pattern.compile("-?\\d+(?:([.,])(\\d+))?");

  /** Spaces within a number, those that do not break a line included. */
  Pattern SPACES = Pattern.compile("(?<=\\d)[ \\u00A0\\u202F](?=\\d)");

  /** Thousands in groups of three, then the decimals. */
  Pattern GROUPED_BY_SPACES =
      Pattern.compile("(-?\\d{1,3}(?:[ \\u00A0\\u202F]\\d{3})+)((?:[.,]\\d+)?)");

  /** The same. */
  Pattern GROUPED_BY_POINTS = Pattern.compile("(-?\\d{1,3}(?:\\.\\d{3})+)((?:,\\d+)?)");

  /** The same. */
  Pattern GROUPED_BY_COMMAS = Pattern.compile("(-?\\d{1,3}(?:,\\d{3})+)((?:\\.\\d+)?)");

  /**
   * Reads a number.
   *
   * @param decimalMark the one agreed
   * @param thousands the one agreed, if any
   * @param mostDecimals -1 for any
   */
  static Numeral read(
      String written, char decimalMark, Optional<Character> thousands, int mostDecimals) {
    if (isPlain(written)) {
      return new Sound(Long.parseLong(written));
    }
    String text = written;
    if (thousands.isPresent()) {
      char mark = thousands.get();
      Pattern grouped =
          mark == ' ' ? GROUPED_BY_SPACES : mark == '.' ? GROUPED_BY_POINTS : GROUPED_BY_COMMAS;
      Matcher groups = grouped.matcher(text);
      if (groups.matches()) {
        text = groups.group(1).replaceAll("[ \\u00A0\\u202F.,]", "") + groups.group(2);
      }
    }
    if (SPACES.matcher(text).find()) {
      return new Faulty(
          "thousands", "espace de milliers que le format ne déclare pas : écrire sans espace");
    }
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return new Faulty("number", "un nombre, ou une marque d'absence déclarée par le format");
    }
    String mark = matcher.group(1);
    if (mark == null) {
      return new Sound(Double.parseDouble(text));
    }
    if (mark.charAt(0) != decimalMark) {
      return new Faulty(
          "decimal-mark", "le format déclare « " + decimalMark + " » comme marque décimale");
    }
    int decimals = matcher.group(2).length();
    if (mostDecimals >= 0 && decimals > mostDecimals) {
      return new Faulty(
          "decimals",
          "%d décimales au plus, lu %d : un appel de note est peut-être collé au nombre, à séparer"
              .formatted(mostDecimals, decimals));
    }
    return new Sound(Double.parseDouble(text.replace(',', '.')));
  }

  /** Digits alone: nearly all that are read. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= MOST_PLAIN;
  }
}
