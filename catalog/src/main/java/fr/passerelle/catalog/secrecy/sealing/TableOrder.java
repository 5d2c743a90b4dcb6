package fr.passerelle.catalog.secrecy.sealing;

import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.secrecy.ProtectedTable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is asked of a raw table: what its fiche navette agrees on, written beside the sealed file.
 * It holds no figure.
 *
 * @param head what the table is and by what rule it is to be protected; the vintage is that of the
 *     communes in the file
 * @param scope territories every commune of which is told of, e.g. {@code R93}; known beforehand,
 *     so that nothing is learnt from a commune being there
 * @param absent what a cell without a line has
 * @param period of all values, where no column says it
 * @param zonings zonings that groups of communes are to respect, the most important first
 * @param layout how the file is written
 */
public record TableOrder(
    ProtectedTable.Head head,
    List<String> scope,
    Absent absent,
    Optional<Period> period,
    List<String> zonings,
    Layout layout) {

  /** What a cell without a line has. */
  public enum Absent {
    /** Nobody: the supplier leaves zeros out. */
    ZERO,
    /** Nothing is known of it. */
    NONE
  }

  /**
   * How the file is written: CSV with a header.
   *
   * @param charset its encoding
   * @param separator between cells
   * @param decimalMark of values
   * @param missing what stands where nothing was collected
   * @param columns where things are
   */
  public record Layout(
      Charset charset, char separator, char decimalMark, Set<String> missing, Columns columns) {
    public Layout {
      missing = Set.copyOf(missing);
    }

    /** UTF-8, semicolons, decimal comma, no mark of absence. */
    public static Layout of(Columns columns) {
      return new Layout(StandardCharsets.UTF_8, ';', ',', Set.of(), columns);
    }
  }

  /**
   * Names of columns; empty where there is none.
   *
   * @param territory code of a commune, or of a territory whose total is given ({@code R93})
   * @param period periods
   * @param value counts, or magnitudes
   * @param units how many units have the magnitude
   * @param largest what the one that has most of it has
   * @param contributor who that is; a unit that has a part in several communes is to be named, as
   *     it is else taken for another one in each
   * @param dimensions column of each dimension
   * @param totals code that stands for all codes of a dimension, where totals are delivered
   */
  public record Columns(
      String territory,
      String period,
      String value,
      String units,
      String largest,
      String contributor,
      SortedMap<String, String> dimensions,
      SortedMap<String, String> totals) {
    public Columns {
      dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
      totals = Collections.unmodifiableSortedMap(new TreeMap<>(totals));
    }
  }

  public TableOrder {
    scope = List.copyOf(scope);
    zonings = List.copyOf(zonings);
    Columns columns = layout.columns();
    require(!scope.isEmpty(), "scope");
    require(!columns.territory().isEmpty() && !columns.value().isEmpty(), "columns");
    require(period.isPresent() == columns.period().isEmpty(), "period");
    require(
        columns.dimensions().keySet().equals(head.family().dimensions().keySet()), "dimensions");
    require(columns.dimensions().keySet().containsAll(columns.totals().keySet()), "totals");
    boolean magnitudes =
        switch (head.family().kind()) {
          case COUNTS -> false;
          case MAGNITUDES -> true;
        };
    require(magnitudes != columns.units().isEmpty(), "units");
    require(magnitudes != columns.largest().isEmpty(), "largest");
  }

  private static void require(boolean sound, String what) {
    if (!sound) {
      throw new IllegalArgumentException("an order without, or with too much of: " + what);
    }
  }
}
