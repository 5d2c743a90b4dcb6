package fr.passerelle.catalog.observation.source;

import fr.passerelle.catalog.indicator.Axis;
import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Observation;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.vocab.source.Findings;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Totals that a source gives beside their parts. A total that differs is kept as it is printed, and
 * remarked: the parts may be the ones that are wrong, or not all of them may be there.
 *
 * @param indicators those of the file
 * @param findings where remarks go
 */
record TotalsCheck(List<Indicator> indicators, Findings findings) {
  /** Parts that lack more than this of their total are taken for some parts among others. */
  private static final double SOME_PARTS_ONLY = 0.05;

  /** One total and its parts along one dimension. */
  private record Table(String indicator, Territory territory, Period period, Set<String> cut) {}

  void check(List<Observation> observations) {
    Map<Table, Double> totals = new LinkedHashMap<>();
    Map<Table, Double> parts = new HashMap<>();
    for (Observation each : observations) {
      if (each.value().isPresent() && addsUp(each.indicator())) {
        Map<Table, Double> to = each.categories().isWhole() ? totals : parts;
        to.merge(table(each), each.value().getAsDouble(), Double::sum);
      }
    }
    parts.forEach((table, sum) -> {
      Double total =
          totals.get(new Table(table.indicator(), table.territory(), table.period(), Set.of()));
      if (total != null && differs(total, sum)) {
        findings.remark(
            "%s, %s, %s : le total donné est %s, ses parties font %s ; le total est gardé tel quel"
                .formatted(
                    table.indicator(),
                    table.territory(),
                    table.period(),
                    plain(total),
                    plain(sum)));
      }
    });
  }

  private boolean addsUp(String id) {
    return indicators.stream()
        .anyMatch(each -> each.id().equals(id) && each.measure().addsOver(Axis.CATEGORY));
  }

  private static Table table(Observation each) {
    return new Table(
        each.indicator(),
        each.territory(),
        each.period(),
        Set.copyOf(each.categories().values().keySet()));
  }

  private static boolean differs(double total, double sum) {
    return sum != total && sum > total * (1 - SOME_PARTS_ONLY);
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value);
  }
}
