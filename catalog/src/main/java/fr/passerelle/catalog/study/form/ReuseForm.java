package fr.passerelle.catalog.study.form;

import fr.passerelle.vocab.source.Findings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What somebody says of the use of a study, as it is written: {@code user}, {@code purpose}, {@code
 * address}, {@code year}.
 *
 * @param user the organisation that used it
 * @param purpose what for
 * @param address where it is to be seen; empty if nowhere
 * @param year year in which it was used
 */
public record ReuseForm(String user, String purpose, String address, int year) {
  /** Members of a form. */
  public static final List<String> MEMBERS = List.of("user", "purpose", "address", "year");

  private static final int LONGEST_USER = 200;
  private static final int LONGEST_PURPOSE = 2_000;
  private static final int FIRST_YEAR = 1980;

  /**
   * Reads a form; what is wrong goes to the findings with its pointer (RFC 6901).
   *
   * @param today the year of a use that tells none
   */
  public static ReuseForm read(Map<String, Object> form, LocalDate today, Findings findings) {
    Fields fields = new Fields(form, "", findings);
    fields.refuseUnknown(MEMBERS);
    ReuseForm read =
        new ReuseForm(
            fields.line("user", LONGEST_USER),
            fields.text("purpose", LONGEST_PURPOSE),
            fields.url("address"),
            (int) fields.number("year", 9_999).orElse(today.getYear()));
    if (read.user.isBlank()) {
      fields.refuse("user", "required", "l'organisme qui s'est servi de l'étude manque");
    }
    if (read.purpose.isBlank()) {
      fields.refuse("purpose", "required", "ce à quoi l'étude a servi manque");
    }
    if (read.year < FIRST_YEAR || read.year > today.getYear()) {
      fields.refuse("year", "year", "une année de %d à %d".formatted(FIRST_YEAR, today.getYear()));
    }
    return read;
  }
}
