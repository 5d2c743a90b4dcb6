package fr.passerelle.catalog.delivery;

import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Categories;
import fr.passerelle.catalog.observation.Figures.Cell;
import fr.passerelle.catalog.observation.Observation;
import fr.passerelle.catalog.observation.ObservationSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The observations of an indicator in a columnar file, of which only what is asked for is read.
 *
 * @param folder of the delivery
 */
record ParquetSource(Path folder, String indicator) implements ObservationSource {
  /**
   * Numbers only: a text of each of half a million rows takes longer than all the rest. Codes of
   * communes are read as hexadecimal numbers, for Corsica.
   */
  private static final String ROWS =
      "select coalesce(list_position(string_split(?, ' '), period), 0)::integer,"
          + " ('0x' || substr(territory, 5))::integer, coalesce(value, 0), ascii(status) from ";

  private static final int HEXADECIMAL = 16;
  private static final int LENGTH = 5;

  private static final Map<Integer, ObservationStatus> STATUSES =
      Arrays.stream(ObservationStatus.values())
          .collect(Collectors.toMap(each -> (int) each.code(), each -> each));

  @Override
  public Map<Cell, Set<String>> departments() {
    return Outline.of(folder).departments(indicator);
  }

  @Override
  public List<Observation> said(boolean communesToo) {
    if (!communesToo) {
      return Outline.of(folder).zones(indicator);
    }
    List<Observation> all = new ArrayList<>();
    Parquet.read(
        DeliveryFolder.observationsIn(folder),
        "select * from ",
        " where indicator = ?",
        List.of(indicator),
        row -> all.add(Parquet.observation(row)));
    return all;
  }

  @Override
  public void ofCommunes(Categories cut, List<Period> periods, Taker taker) {
    Map<Integer, String> communes = new HashMap<>();
    Parquet.read(
        DeliveryFolder.observationsIn(folder),
        ROWS,
        " where indicator = ? and categories = ? and starts_with(territory, 'COM-')",
        List.of(
            periods.stream().map(Period::toString).collect(Collectors.joining(" ")),
            indicator,
            cut.toString()),
        row -> {
          int period = row.getInt(1) - 1;
          if (period >= 0) {
            taker.take(
                period,
                communes.computeIfAbsent(row.getInt(2), ParquetSource::code),
                row.getDouble(3),
                STATUSES.getOrDefault(row.getInt(4), ObservationStatus.MISSING));
          }
        });
  }

  private static String code(int commune) {
    String code = Integer.toString(commune, HEXADECIMAL).toUpperCase(Locale.ROOT);
    return "0".repeat(Math.max(0, LENGTH - code.length())) + code;
  }
}
