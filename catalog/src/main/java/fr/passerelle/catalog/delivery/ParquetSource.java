package fr.passerelle.catalog.delivery;

import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Categories;
import fr.passerelle.catalog.observation.Figures.Cell;
import fr.passerelle.catalog.observation.Observation;
import fr.passerelle.catalog.observation.ObservationSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The observations of an indicator in a columnar file, of which only what is asked for is read. */
record ParquetSource(Path file, String indicator) implements ObservationSource {
  private static final String OF_COMMUNES = " and starts_with(territory, 'COM-')";

  @Override
  public Set<Cell> cellsOfCommunes() {
    Set<Cell> cells = new HashSet<>();
    Parquet.read(
        file,
        "select distinct categories, period from ",
        " where indicator = ?" + OF_COMMUNES,
        List.of(indicator),
        row ->
            cells.add(
                new Cell(
                    Categories.parse(row.getString(1)).orElseThrow(),
                    Period.parse(row.getString(2)).orElseThrow())));
    return cells;
  }

  @Override
  public List<Observation> said(boolean communesToo) {
    List<Observation> all = new ArrayList<>();
    Parquet.read(
        file,
        "select * from ",
        " where indicator = ?" + (communesToo ? "" : " and not starts_with(territory, 'COM-')"),
        List.of(indicator),
        row -> all.add(Parquet.observation(row)));
    return all;
  }

  @Override
  public void ofCommunes(Categories cut, Taker taker) {
    Map<String, Period> periods = new HashMap<>();
    Map<String, ObservationStatus> statuses = new HashMap<>();
    for (ObservationStatus each : ObservationStatus.values()) {
      statuses.put(String.valueOf(each.code()), each);
    }
    Parquet.read(
        file,
        "select period, substr(territory, 5), coalesce(value, 0), status from ",
        " where indicator = ? and categories = ?" + OF_COMMUNES,
        List.of(indicator, cut.toString()),
        row ->
            taker.take(
                periods.computeIfAbsent(row.getString(1), text -> Period.parse(text).orElseThrow()),
                row.getString(2),
                row.getDouble(3),
                statuses.getOrDefault(row.getString(4), ObservationStatus.MISSING)));
  }
}
