package fr.passerelle.catalog.observation.source;

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

  /** Digits, and a mark with decimals where there are any. */
  Pattern FORM = Pattern.compile("-?\\d+(?:([.,])(\\d+))?");

  /** Spaces within a number, those that do not break a line included. */
  Pattern SPACES = Pattern.compile("(?<=\\d)[ \\u00A0\\u202F](?=\\d)");

  /**
   * Reads a number.
   *
   * @param decimalMark the one agreed
   * @param mostDecimals -1 for any
   */
  static Numeral read(String text, char decimalMark, int mostDecimals) {
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
}
