package fr.passerelle.catalog.agreement;

import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Format;
import fr.passerelle.catalog.observation.Format.Column;
import fr.passerelle.catalog.secrecy.Family;
import fr.passerelle.catalog.secrecy.ProtectedTable;
import fr.passerelle.catalog.secrecy.Protection;
import fr.passerelle.catalog.secrecy.sealing.TableOrder;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a fiche navette says of raw figures that are to be protected here, beside how their files
 * are written: all of it is known before anything is delivered.
 *
 * @param kind what is in a cell
 * @param scope territories every commune of which is told of, e.g. {@code R44}
 * @param absent what a cell without a line has
 * @param zonings zonings that groups of communes are to respect, the most important first
 * @param status status of the values
 * @param charset encoding of the files
 * @param dimensions all codes of each dimension, without any for the whole
 * @param totals code that stands for all codes of a dimension, where totals are delivered
 * @param units column of how many units have a magnitude; empty for counts
 * @param largest column of what the one that has most of it has; empty for counts
 * @param contributor column of who that is; empty where it is not said
 */
public record RawTerms(
    Family.Kind kind,
    List<String> scope,
    TableOrder.Absent absent,
    List<String> zonings,
    ObservationStatus status,
    Charset charset,
    SortedMap<String, List<String>> dimensions,
    SortedMap<String, String> totals,
    String units,
    String largest,
    String contributor) {
  public RawTerms {
    scope = List.copyOf(scope);
    zonings = List.copyOf(zonings);
    dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
    totals = Collections.unmodifiableSortedMap(new TreeMap<>(totals));
  }

  /**
   * What is sealed with a delivery, so that nobody asks for less protection afterwards.
   *
   * @param indicator what its values are of: its family is all tables over that population
   * @param vintage year of the geographic code of its communes
   * @param period period of all its values, where no column says it
   * @throws IllegalArgumentException naming what does not fit: columns, period, dimensions, units
   */
  public TableOrder order(
      Format format,
      Protection protection,
      Indicator indicator,
      int vintage,
      Optional<Period> period) {
    return new TableOrder(
        new ProtectedTable.Head(
            new Family(indicator.id(), kind, dimensions, indicator.decimals()),
            protection,
            vintage,
            status),
        scope,
        absent,
        period,
        zonings,
        new TableOrder.Layout(
            charset,
            format.separator(),
            format.decimalMark(),
            format.missing().keySet(),
            columns(format)));
  }

  private TableOrder.Columns columns(Format format) {
    SortedMap<String, String> by = new TreeMap<>();
    of(format, Column.By.class).forEach(each -> by.put(each.dimension(), each.name()));
    return new TableOrder.Columns(
        one(format, Column.Where.class),
        one(format, Column.When.class),
        one(format, Column.Value.class),
        units,
        largest,
        contributor,
        by,
        totals);
  }

  private static String one(Format format, Class<? extends Column> kind) {
    return of(format, kind).map(Column::name).findFirst().orElse("");
  }

  private static <C extends Column> Stream<C> of(Format format, Class<C> kind) {
    return format.columns().stream().filter(kind::isInstance).map(kind::cast);
  }
}
