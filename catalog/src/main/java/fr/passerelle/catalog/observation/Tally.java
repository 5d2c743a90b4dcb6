package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.observation.Answer.Reason;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Geography;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is being added: the sum, how many have which status, and with what it all came. */
final class Tally {
  private double sum;
  private final Map<ObservationStatus, Integer> statuses = new EnumMap<>(ObservationStatus.class);
  private final Set<String> deliveries = new LinkedHashSet<>();

  /** Adds what those of the communes have that are among the others. */
  void add(Column column, Geography geography, Communes communes, BitSet among) {
    add(column.sum(communes, among), column.statuses(geography, communes), column.delivery());
  }

  void add(double value, Map<ObservationStatus, Integer> counts, String delivery) {
    sum += value;
    counts.forEach((status, count) -> statuses.merge(status, count, Integer::sum));
    if (!delivery.isEmpty()) {
      deliveries.add(delivery);
    }
  }

  void add(Observation said) {
    sum += said.value().orElse(0);
    statuses.merge(said.status(), 1, Integer::sum);
    deliveries.add(said.delivery());
  }

  /** Statuses and deliveries of both; a sum of none. */
  Tally and(Tally other) {
    Tally all = new Tally();
    for (Tally each : List.of(this, other)) {
      each.statuses.forEach((status, count) -> all.statuses.merge(status, count, Integer::sum));
      all.deliveries.addAll(each.deliveries);
    }
    return all;
  }

  double sum() {
    return sum;
  }

  Map<ObservationStatus, Integer> statuses() {
    return statuses;
  }

  List<String> deliveries() {
    return List.copyOf(deliveries);
  }

  /** Why there is nothing, where there is nothing. */
  Reason reason() {
    return reason(statuses);
  }

  static Reason reason(Map<ObservationStatus, Integer> statuses) {
    return statuses.containsKey(ObservationStatus.SUPPRESSED) ? Reason.SUPPRESSED : Reason.NO_DATA;
  }
}
