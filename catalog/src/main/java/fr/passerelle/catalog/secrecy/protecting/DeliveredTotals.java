package fr.passerelle.catalog.secrecy.protecting;

import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.secrecy.ProtectedTable;
import fr.passerelle.vocab.source.Findings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * Totals that a raw table gives beside its parts: checked, then dropped. Served, each would be an
 * exact margin: a total of 20 and 18 men say that there are 2 women.
 */
final class DeliveredTotals {
  private final RawTable table;
  private final Places places;
  private final Findings findings;
  private final Map<Of, Tally> all = new HashMap<>();

  /**
   * What a total is of.
   *
   * @param codes by dimension, without those that it adds up over
   */
  record Of(Places.Where where, Period period, SortedMap<String, String> codes) {
    /** A commune that is one of several of its unit counts with these. */
    private Of ofUnit() {
      return where instanceof Places.Where.Commune commune
          ? new Of(new Places.Where.Commune(commune.unit(), -1), period, codes)
          : this;
    }
  }

  /** Totals of the communes of one unit together. */
  private record Tally(long sum, int lines, String place) {
    private Tally and(Tally other) {
      return new Tally(Math.addExact(sum, other.sum), lines + other.lines, place);
    }
  }

  DeliveredTotals(RawTable table, Places places, Findings findings) {
    this.table = table;
    this.places = places;
    this.findings = findings;
  }

  void add(Of of, long value, String place) {
    all.merge(of.ofUnit(), new Tally(value, 1, place), Tally::and);
  }

  void check() {
    all.forEach((of, tally) -> {
      OptionalLong parts = parts(of, tally.lines());
      if (parts.isPresent() && parts.getAsLong() != tally.sum()) {
        findings.refused(
            tally.place(),
            "total",
            "ce total n'est pas la somme de ses parties : corriger l'un ou les autres");
      }
    });
  }

  /** Empty where not all parts are known. */
  private OptionalLong parts(Of of, int lines) {
    Optional<List<Integer>> units =
        switch (of.where()) {
          case Places.Where.Commune commune ->
              lines < places.parts(commune.unit())
                  ? Optional.empty()
                  : Optional.of(List.of(commune.unit()));
          case Places.Where.Zone zone -> places.within(zone.communes());
          case Places.Where.Unknown _ -> Optional.empty();
        };
    if (units.isEmpty() || !table.values().containsKey(of.period())) {
      return OptionalLong.empty();
    }
    long sum = 0;
    for (int cell : table.order().head().family().cells(of.codes())) {
      for (int unit : units.get()) {
        long value = table.value(new RawTable.Spot(of.period(), cell, unit));
        if (value == ProtectedTable.NONE) {
          return OptionalLong.empty();
        }
        sum = Math.addExact(sum, value);
      }
    }
    return OptionalLong.of(sum);
  }
}
