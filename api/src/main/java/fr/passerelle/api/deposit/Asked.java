package fr.passerelle.api.deposit;

import fr.passerelle.api.http.ProblemException;
import fr.passerelle.catalog.deposit.Deposit;
import fr.passerelle.catalog.deposit.DepositKind;
import fr.passerelle.vocab.Licence;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a deposit, checked.
 *
 * @param kind what the file is
 * @param dryRun whether nothing is to be written
 * @param licence licence declared
 * @param edition edition of a CSV file
 * @param title title of a CSV file
 * @param release name of the release
 * @param refused how many records may be refused
 * @param issued its date
 */
record Asked(
    DepositKind kind,
    boolean dryRun,
    Optional<Licence> licence,
    Optional<String> edition,
    Optional<String> title,
    Optional<String> release,
    Optional<Integer> refused,
    Optional<LocalDate> issued) {
  static final int LONGEST_WORD = 80;
  static final int LONGEST_TITLE = 200;

  static Asked of(
      @Nullable String kind,
      @Nullable String dryRun,
      @Nullable String licence,
      @Nullable String edition,
      @Nullable String title,
      @Nullable String release,
      @Nullable String refused,
      @Nullable String date) {
    DepositKind found =
        DepositKind.find(kind == null ? "" : kind)
            .orElseThrow(() ->
                ProblemException.parameter("kind", kind == null ? "" : kind, "skos, sssom ou csv"));
    boolean named = found == DepositKind.CSV;
    return new Asked(
        found,
        dryRun(dryRun),
        Optional.ofNullable(licence).map(Asked::licence),
        csvOnly("edition", edition, named).map(each -> word("edition", each, "[a-z0-9-]+")),
        csvOnly("title", title, named).map(Asked::title),
        Optional.ofNullable(release)
            .map(each -> word("release", each, "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*")),
        Optional.ofNullable(refused).map(Asked::number),
        Optional.ofNullable(date).map(Asked::day));
  }

  /** What would write is said in full: any other word than false would be a surprise. */
  private static boolean dryRun(@Nullable String text) {
    if (text != null && !text.equals("true") && !text.equals("false")) {
      throw ProblemException.parameter("dryRun", text, "true ou false");
    }
    return !"false".equals(text);
  }

  private static Licence licence(String name) {
    return Licence.find(name)
        .orElseThrow(() -> ProblemException.parameter("licence", name, Licence.refusal(name)));
  }

  private static Optional<String> csvOnly(String name, @Nullable String value, boolean csv) {
    if (value != null && !csv) {
      throw ProblemException.parameter(name, value, "pour kind=csv seulement : ce fichier le dit");
    }
    return Optional.ofNullable(value);
  }

  private static String word(String name, String value, String pattern) {
    if (value.length() > LONGEST_WORD || !value.matches(pattern)) {
      throw ProblemException.parameter(
          name, value, "lettres, chiffres et tirets, " + LONGEST_WORD + " au plus");
    }
    return value;
  }

  private static String title(String value) {
    if (value.isBlank() || value.length() > LONGEST_TITLE || value.matches("(?s).*\\p{Cntrl}.*")) {
      throw ProblemException.parameter(
          "title", value, "une ligne de " + LONGEST_TITLE + " caractères au plus");
    }
    return value.strip();
  }

  private static int number(String value) {
    if (!value.matches("\\d{1,6}")) {
      throw ProblemException.parameter("refused", value, "un nombre d'enregistrements, 0 ou plus");
    }
    return Integer.parseInt(value);
  }

  private static LocalDate day(String value) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeException e) {
      throw ProblemException.parameter("date", value, "un jour, écrit AAAA-MM-JJ");
    }
  }

  Deposit deposit(Path file) {
    return new Deposit(kind, file, dryRun, licence, edition, title, release, refused, issued);
  }
}
