package fr.passerelle.vocab.rncp;

import fr.passerelle.vocab.source.Findings;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How France compétences writes numbers, dates, yes and no, codes with their labels. */
final class Words {
  private static final Pattern NUMBER = Pattern.compile("(RNCP|RS)\\d{1,6}");
  private static final Pattern BREAK = Pattern.compile("\\s*[\\r\\n]\\s*");
  private static final Pattern LEVEL = Pattern.compile("NIV([1-8])");

  /** Strict: a lenient reader makes 28 February of the 31st. */
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

  private final Findings findings;

  Words(Findings findings) {
    this.findings = findings;
  }

  /** Whether it is the number of a record: RNCPnnn or RSnnn. */
  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  /** The level of 2019 in {@code NIV6}; empty for other words. */
  static String level(String text) {
    Matcher matcher = LEVEL.matcher(text);
    return matcher.matches() ? matcher.group(1) : "";
  }

  /** {@code true} or {@code false}; empty where the source is silent or wrong. */
  String flag(String number, Fiche.Cell cell) {
    return switch (cell.text()) {
      case "Oui", "ACTIVE" -> "true";
      case "Non", "INACTIVE" -> "false";
      case "" -> "";
      default -> {
        findings.refused(
            cell.place(),
            "flag",
            number
                + " : « "
                + cell.text()
                + " » au lieu de Oui, Non, ACTIVE ou INACTIVE ; corriger la fiche");
        yield "";
      }
    };
  }

  /** ISO 8601 date; empty where the source is silent or wrong. */
  String date(String number, Fiche.Cell cell) {
    if (cell.isEmpty()) {
      return "";
    }
    try {
      return LocalDate.parse(cell.text(), DAY).toString();
    } catch (DateTimeException e) {
      findings.refused(
          cell.place(),
          "date",
          number
              + " : « "
              + cell.text()
              + " » n'est pas une date JJ/MM/AAAA possible ; corriger la fiche");
      return "";
    }
  }

  /** A text without the doubled apostrophes that a database export left. */
  String mended(String text, String place) {
    if (!text.contains("''")) {
      return text;
    }
    findings.repaired("apostrophe doublée, rendue simple", place);
    return text.replace("''", "'");
  }

  /** A label on one line, without the code that precedes it: {@code 42872 : Sécurité incendie}. */
  String label(String code, String label, String place) {
    String prefix = code + " :";
    if (code.isEmpty() || !label.startsWith(prefix)) {
      return line(label, place);
    }
    findings.repaired("libellé précédé de son code, le code ôté", place);
    return line(label.substring(prefix.length()).strip(), place);
  }

  /** Words on one line: a label has no line feed, and lists of names are separated by it. */
  String line(String text, String place) {
    if (!BREAK.matcher(text).find()) {
      return text;
    }
    findings.repaired("retour à la ligne dans un libellé, remplacé par une espace", place);
    return BREAK.matcher(text).replaceAll(" ");
  }
}
