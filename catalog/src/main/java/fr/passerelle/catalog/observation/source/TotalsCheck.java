package fr.passerelle.catalog.observation.source;

import fr.passerelle.catalog.indicator.Axis;
import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.observation.Observation;
import fr.passerelle.vocab.source.Findings;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Totals that a source gives beside their parts. A total that differs is kept as it is printed, and
 * remarked: the parts may be the ones that are wrong, or not all of them may be there.
 *
 * <p>Takes observations in an order that has those of one table together: {@link #ORDER}.
 */
final class TotalsCheck {
  /** By indicator, territory, period. */
  static final Comparator<Observation> ORDER =
      Comparator.comparing(Observation::indicator)
          .thenComparing(Observation::territory)
          .thenComparing(Observation::period);

  /** Parts that lack more than this of their total are taken for some parts among others. */
  private static final double SOME_PARTS_ONLY = 0.05;

  private final Set<String> additive;
  private final Findings findings;
  private final Map<Set<String>, Double> parts = new LinkedHashMap<>();
  private @Nullable Observation first;
  private @Nullable Double total;

  /**
   * A check.
   *
   * @param indicators those of the file
   * @param findings where remarks go
   */
  TotalsCheck(List<Indicator> indicators, Findings findings) {
    this.findings = findings;
    additive =
        indicators.stream()
            .filter(each -> each.measure().addsOver(Axis.CATEGORY))
            .map(Indicator::id)
            .collect(Collectors.toSet());
  }

  /** The next one. */
  void take(Observation each) {
    if (first != null && ORDER.compare(first, each) != 0) {
      end();
    }
    if (each.value().isEmpty() || !additive.contains(each.indicator())) {
      return;
    }
    first = each;
    double value = each.value().getAsDouble();
    if (each.categories().isWhole()) {
      total = total == null ? value : total + value;
    } else {
      parts.merge(Set.copyOf(each.categories().values().keySet()), value, Double::sum);
    }
  }

  /** After the last one of a table. */
  void end() {
    Observation table = first;
    Double given = total;
    if (table != null && given != null) {
      parts.values().stream()
          .filter(sum -> differs(given, sum))
          .forEach(sum -> remark(table, given, sum));
    }
    first = null;
    total = null;
    parts.clear();
  }

  private void remark(Observation table, double given, double sum) {
    findings.remark(
        "%s, %s, %s : le total donné est %s, ses parties font %s ; le total est gardé tel quel"
            .formatted(
                table.indicator(), table.territory(), table.period(), plain(given), plain(sum)));
  }

  private static boolean differs(double total, double sum) {
    return sum != total && sum > total * (1 - SOME_PARTS_ONLY);
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value);
  }
}
