package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.indicator.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a file of figures is written: what is agreed with who delivers it, before anything is
 * delivered.
 *
 * @param name code of the format
 * @param producer who makes such files
 * @param separator between cells
 * @param decimalMark {@code .} or {@code ,}; the other one in a number is a fault
 * @param columns all columns, the ignored ones included
 * @param missing what stands in a cell that has no value, and what that means
 * @param thousands what stands between thousands: a space (also one that does not break), {@code .}
 *     or {@code ,}; empty where nothing may
 * @param method how its values are made, as far as it is declared
 */
public record Format(
    String name,
    String producer,
    char separator,
    char decimalMark,
    List<Column> columns,
    Map<String, ObservationStatus> missing,
    Optional<Character> thousands,
    Method method) {
  /** One of which nothing is declared. */
  public Format(
      String name,
      String producer,
      char separator,
      char decimalMark,
      List<Column> columns,
      Map<String, ObservationStatus> missing,
      Optional<Character> thousands) {
    this(name, producer, separator, decimalMark, columns, missing, thousands, Method.UNDECLARED);
  }

  public Format {
    columns = List.copyOf(columns);
    missing = Map.copyOf(missing);
    if (columns.stream().noneMatch(each -> each instanceof Column.Value)) {
      throw new IllegalArgumentException("a format without values: " + name);
    }
  }

  /** What a column holds. */
  public sealed interface Column {
    /** Its name in the header. */
    String name();

    /**
     * Codes of territories.
     *
     * @param zoning zoning of the codes; empty where each says its own, as {@code R44}
     * @param codes how they are written
     */
    record Where(String name, String zoning, Codes codes) implements Column {}

    /**
     * Periods.
     *
     * @param kind SCHOOL_YEAR where a year stands for the school year that begins in it; else they
     *     are read as they are written
     */
    record When(String name, Period.Kind kind) implements Column {}

    /** French names of indicators, where each line is of another one. */
    record Which(String name) implements Column {}

    /**
     * Codes of a category.
     *
     * @param dimension what they cut by
     */
    record By(String name, String dimension) implements Column {}

    /**
     * Values.
     *
     * @param indicator of that indicator; empty where {@link Which} says of which
     * @param mostDecimals digits after the decimal mark: more are a fault, as those of a footnote
     *     glued to a number are; -1 for any
     */
    record Value(String name, String indicator, int mostDecimals) implements Column {}

    /** What the source says with a value. */
    record Said(String name, What what) implements Column {}

    /**
     * Codes of parts of what the row is of, that no zoning has (the departments of a basin): their
     * values are added as they are read, and where one is withheld so is the sum.
     */
    record Part(String name) implements Column {}

    /** Not read. */
    record Ignored(String name) implements Column {}
  }

  /** How codes of territories are written. */
  public enum Codes {
    /** As they are published. */
    EXACT,
    /** With zeros before, as in {@code 001} for a department. */
    PADDED,
    /** As they were published then: zones that are no more keep their values, without communes. */
    FORMER_TOO
  }

  /** What a source says with a value. */
  public enum What {
    /**
     * {@code normal}, {@code provisional}, {@code estimated}, {@code forecast}, {@code missing}.
     */
    STATUS,
    /** {@code près de} and the like. */
    QUALIFIER,
    /** Who made the figure. */
    SOURCE,
    /** Where it was read. */
    CITATION,
    /** A note. */
    FOOTNOTE
  }

  /** Names of all columns. */
  public List<String> header() {
    return columns.stream().map(Column::name).toList();
  }
}
