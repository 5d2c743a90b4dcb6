package fr.passerelle.catalog.secrecy.protecting;

import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.secrecy.Family;
import fr.passerelle.catalog.secrecy.sealing.TableOrder;
import fr.passerelle.catalog.secrecy.sealing.TableOrder.Columns;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Rows of a raw table, each a value of a commune or a total that is checked and dropped. No message
 * repeats a cell.
 */
final class RawRows {
  private static final Pattern DIGITS = Pattern.compile("\\d{1,15}([.,]\\d{1,6})?");

  /** Digits of the longest number that is read without ado. */
  private static final int SMALL = 9;

  /** Products of large numbers are rounded. */
  private static final double ALMOST_ALL = 1 - 1e-12;

  private final RawTable table;
  private final TableOrder order;
  private final Family family;
  private final Columns columns;
  private final Findings findings;
  private final Places places;
  private final DeliveredTotals totals;
  private final Map<String, Optional<Period>> periods = new HashMap<>();

  /** Communes of the vintage that have a line, by what they have it of. */
  private final Map<Period, BitSet[]> seen = new HashMap<>();

  /** Units of several communes, by what lines there are of them. */
  private final Map<RawTable.Spot, Integer> shared = new HashMap<>();

  RawRows(RawTable table, Geography geography, Findings findings) {
    this.table = table;
    this.order = table.order();
    this.family = order.head().family();
    this.columns = order.layout().columns();
    this.findings = findings;
    this.places = new Places(geography, order.head().vintage(), table.units());
    this.totals = new DeliveredTotals(table, places, findings);
  }

  /** The columns that a file must have. */
  List<String> columns() {
    List<String> all =
        new ArrayList<>(
            List.of(
                columns.territory(),
                columns.period(),
                columns.value(),
                columns.units(),
                columns.largest(),
                columns.contributor()));
    all.addAll(columns.dimensions().values());
    all.removeIf(String::isEmpty);
    return all;
  }

  void take(Row row) {
    Optional<Period> period = period(row);
    Optional<SortedMap<String, String>> codes = codes(row);
    if (period.isEmpty() || codes.isEmpty()) {
      return;
    }
    switch (places.find(row.get(columns.territory()))) {
      case Places.Where.Unknown unknown ->
          findings.refused(row.place(columns.territory()), unknown.rule(), unknown.advice());
      case Places.Where.Zone zone ->
          total(row, new DeliveredTotals.Of(zone, period.get(), codes.get()));
      case Places.Where.Commune commune -> {
        if (codes.get().size() < family.dimensions().size()) {
          total(row, new DeliveredTotals.Of(commune, period.get(), codes.get()));
        } else {
          value(row, commune, period.get(), codes.get());
        }
      }
    }
  }

  private Optional<Period> period(Row row) {
    if (columns.period().isEmpty()) {
      return order.period();
    }
    Optional<Period> period = periods.computeIfAbsent(row.get(columns.period()), Period::parse);
    if (period.isEmpty()) {
      findings.refused(
          row.place(columns.period()),
          "period",
          "une période comme 2016, 2016-T4, 2016-12, 2016-01-01 ou 2016-2017");
    } else if (!table.hasRoomFor(period.get())) {
      findings.refused(
          row.place(columns.period()),
          "size",
          "trop de périodes et de catégories pour une livraison : la partager par période");
      return Optional.empty();
    }
    return period;
  }

  /** Codes by dimension, those left out of which it is a total; empty where one is none. */
  private Optional<SortedMap<String, String>> codes(Row row) {
    SortedMap<String, String> codes = new TreeMap<>();
    boolean sound = true;
    for (Map.Entry<String, String> each : columns.dimensions().entrySet()) {
      String code = row.get(each.getValue());
      if (code.equals(columns.totals().get(each.getKey()))) {
        continue;
      }
      codes.put(each.getKey(), code);
      if (!family.dimensions().getOrDefault(each.getKey(), List.of()).contains(code)) {
        findings.refused(
            row.place(each.getValue()),
            "category",
            "une modalité que la fiche n'annonce pas pour « " + each.getKey() + " »");
        sound = false;
      }
    }
    return sound ? Optional.of(codes) : Optional.empty();
  }

  private void total(Row row, DeliveredTotals.Of of) {
    OptionalLong value = number(row, columns.value());
    if (value.isPresent()) {
      totals.add(of, value.getAsLong(), row.place(columns.value()));
    }
  }

  private void value(
      Row row, Places.Where.Commune commune, Period period, SortedMap<String, String> codes) {
    int cell = family.cell(List.copyOf(codes.values()));
    BitSet lines = lines(period, cell);
    if (lines.get(commune.number())) {
      findings.refused(
          row.place(columns.territory()),
          "duplicate",
          "cette commune a déjà une ligne pour la même période et les mêmes modalités");
      return;
    }
    lines.set(commune.number());
    RawTable.Spot spot = new RawTable.Spot(period, cell, commune.unit());
    if (order.layout().missing().contains(row.get(columns.value()))) {
      missing(row);
      return;
    }
    number(row, columns.value()).ifPresent(value -> add(row, spot, value));
    if (places.parts(commune.unit()) > 1) {
      shared.merge(spot, 1, Integer::sum);
    }
  }

  private BitSet lines(Period period, int cell) {
    BitSet[] ofPeriod = seen.computeIfAbsent(period, any -> new BitSet[family.size()]);
    if (ofPeriod[cell] == null) {
      ofPeriod[cell] = new BitSet();
    }
    return ofPeriod[cell];
  }

  /** Left as if there were no line, which there may be none of where absence is zero. */
  private void missing(Row row) {
    if (order.absent() == TableOrder.Absent.ZERO) {
      findings.refused(
          row.place(columns.value()),
          "missing",
          "la fiche dit qu'une cellule absente vaut zéro : aucune ne peut être inconnue");
    }
  }

  private void add(Row row, RawTable.Spot spot, long value) {
    if (columns.units().isEmpty()) {
      table.add(spot, value);
      return;
    }
    OptionalLong units = whole(row, columns.units());
    OptionalLong largest = number(row, columns.largest());
    if (units.isEmpty() || largest.isEmpty()) {
      return;
    }
    long most = largest.getAsLong();
    boolean sound =
        most <= value
            && (double) most * units.getAsLong() >= value * ALMOST_ALL
            && (units.getAsLong() == 0) == (value == 0 && most == 0);
    if (!sound) {
      findings.refused(
          row.place(columns.largest()),
          "holders",
          "la valeur, le nombre d'unités et la plus grande part ne vont pas ensemble");
      return;
    }
    String name = columns.contributor().isEmpty() ? "" : row.get(columns.contributor());
    table.add(spot, value, Holders.of(value, units.getAsLong(), name, most));
  }

  private OptionalLong whole(Row row, String column) {
    String text = row.get(column);
    if (!text.matches("\\d{1,9}")) {
      findings.refused(row.place(column), "number", "un nombre entier d'unités");
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(text));
  }

  /** In whole numbers of the last decimal of the family. */
  private OptionalLong number(Row row, String column) {
    String text = row.get(column);
    if (family.decimals() == 0 && isSmall(text)) {
      return OptionalLong.of(Long.parseLong(text));
    }
    char otherMark = order.layout().decimalMark() == ',' ? '.' : ',';
    if (!DIGITS.matcher(text).matches() || text.indexOf(otherMark) >= 0) {
      findings.refused(
          row.place(column),
          "number",
          "un nombre positif ou nul, sans espace, avec la marque décimale de la fiche ; un secret"
              + " posé par le fournisseur se déclare dans la fiche");
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(
          new BigDecimal(text.replace(',', '.'))
              .movePointRight(family.decimals())
              .longValueExact());
    } catch (ArithmeticException e) {
      findings.refused(
          row.place(column), "decimals", family.decimals() + " décimales au plus selon la fiche");
      return OptionalLong.empty();
    }
  }

  /** Nearly all counts: digits, few of them. */
  private static boolean isSmall(String text) {
    boolean digits = !text.isEmpty() && text.length() <= SMALL;
    for (int i = 0; digits && i < text.length(); i++) {
      digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits;
  }

  /** What only the whole file can tell. */
  void finish(String name) {
    if (table.values().isEmpty()) {
      findings.refused(name + ":1:1", "empty", "aucune valeur de commune");
    }
    if (order.absent() == TableOrder.Absent.NONE) {
      // Of a unit of several communes, one of which has no value, the sum is of none of today.
      shared.forEach((spot, lines) -> {
        if (lines < places.parts(spot.unit())) {
          table.forget(spot);
        }
      });
    }
    totals.check();
  }
}
