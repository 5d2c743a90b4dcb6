package fr.passerelle.catalog.observation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the values of a series were made, as far as who delivers them declares it: values made in two
 * ways are not to be compared.
 *
 * @param adjustment what they were corrected for
 * @param periodRule what a value is of its period
 * @param levels nomenclature of the levels of diplomas that they are cut by
 */
public record Method(
    Optional<Adjustment> adjustment, Optional<PeriodRule> periodRule, Optional<Levels> levels) {
  /** Nothing is declared. */
  public static final Method UNDECLARED =
      new Method(Optional.empty(), Optional.empty(), Optional.empty());

  private static final String SPACE = " ";

  /** A word of a declaration, in files and in the database. */
  interface Word {
    String word();
  }

  /** What values were corrected for: code list CL_ADJUSTMENT of SDMX. */
  public enum Adjustment implements Word {
    /** Nothing. */
    RAW("brut", "N"),
    /** Seasons. */
    SEASONAL("cvs", "S"),
    /** Seasons and working days. */
    SEASONAL_AND_WORKING_DAYS("cvs-cjo", "Y");

    private final String word;
    private final String code;

    Adjustment(String word, String code) {
      this.word = word;
      this.code = code;
    }

    @Override
    public String word() {
      return word;
    }

    /** Code of SDMX. */
    public String code() {
      return code;
    }
  }

  /** What a value is of its period: code list CL_TIME_PER_COLLECT of SDMX. */
  public enum PeriodRule implements Word {
    /** What was there at its end. */
    END("fin-de-periode", "E"),
    /** The mean over it. */
    MEAN("moyenne", "A"),
    /** All of it together. */
    SUM("cumul", "S");

    private final String word;
    private final String code;

    PeriodRule(String word, String code) {
      this.word = word;
      this.code = code;
    }

    @Override
    public String word() {
      return word;
    }

    /** Code of SDMX. */
    public String code() {
      return code;
    }
  }

  /** Levels of diplomas: level V of 1969 is level 3 of 2019. */
  public enum Levels implements Word {
    /** Levels I to VI (circulaire of 1967, statistics of 1969). */
    OF_1969("niveaux-1969"),
    /** Levels 1 to 8 (décret 2019-14 of 8 January 2019). */
    OF_2019("niveaux-2019");

    private final String word;

    Levels(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  /** Words of all values of one kind, as a file may give them. */
  public static String words(Class<? extends Enum<?>> kind) {
    return Arrays.stream(kind.getEnumConstants())
        .map(each -> ((Word) each).word())
        .collect(Collectors.joining("|"));
  }

  /** What those words declare, in any order; others are not looked at. */
  public static Method of(List<String> words) {
    return new Method(
        find(Adjustment.values(), words),
        find(PeriodRule.values(), words),
        find(Levels.values(), words));
  }

  private static <T extends Word> Optional<T> find(T[] all, List<String> words) {
    return Arrays.stream(all).filter(each -> words.contains(each.word())).findFirst();
  }

  /** The method so written. */
  public static Method parse(String text) {
    return of(List.of(text.split(SPACE, -1)));
  }

  /** Its words; nothing where nothing is declared. */
  @Override
  public String toString() {
    return Stream.<Optional<? extends Word>>of(adjustment, periodRule, levels)
        .flatMap(Optional::stream)
        .map(Word::word)
        .collect(Collectors.joining(SPACE));
  }
}
