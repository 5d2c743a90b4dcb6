package fr.passerelle.catalog.dataset;

import fr.passerelle.catalog.dataset.RecordLog.Event;
import fr.passerelle.catalog.dataset.RecordLog.Kind;
import fr.passerelle.catalog.delivery.Delivery;
import fr.passerelle.catalog.delivery.PublicationHistory.State;
import fr.passerelle.catalog.indicator.Indicator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What ever happened to the records of indicators: one comes with the first public delivery of its
 * figures, changes with any that comes, opens, has another licence or is taken back, and goes with
 * the last one.
 */
public final class IndicatorLog {
  private IndicatorLog() {}

  /**
   * The log of those states.
   *
   * @param states what was published, from one change to the next
   * @param indicators definitions
   * @param base base of the names of records
   * @param part the part of the catalogue
   */
  public static RecordLog of(
      List<State> states, List<Indicator> indicators, String base, Subset part) {
    IndicatorSources sources = new IndicatorSources(indicators);
    Map<String, List<Delivery>> before = new HashMap<>();
    List<Event> events = new ArrayList<>();
    for (State state : states) {
      for (Indicator indicator : indicators) {
        List<Delivery> now = sources.of(indicator, state);
        List<Delivery> there = part.holds(now) && licensed(now) ? now : List.of();
        List<Delivery> was = before.getOrDefault(indicator.id(), List.of());
        if (!there.equals(was) || isLicensed(there, state)) {
          events.add(event(indicator, base, was, there, state));
        }
        before.put(indicator.id(), there);
      }
    }
    return new RecordLog(events);
  }

  private static boolean licensed(List<Delivery> deliveries) {
    return Delivery.combined(deliveries).derived().isPresent();
  }

  private static boolean isLicensed(List<Delivery> deliveries, State state) {
    return deliveries.stream()
        .flatMap(each -> each.licensed().stream())
        .anyMatch(each -> each.last().equals(state.at()) && !each.first().equals(state.at()));
  }

  /** No delivery is named in it: the receipt of an open one is made of what is protected since. */
  private static Event event(
      Indicator indicator, String base, List<Delivery> was, List<Delivery> there, State state) {
    String key = IndicatorDatasets.key(indicator);
    return new Event(
        key,
        base + "/id/dataset/" + key,
        there.isEmpty() ? Kind.DELETE : was.isEmpty() ? Kind.CREATE : Kind.UPDATE,
        IndicatorDatasets.version(indicator),
        (there.isEmpty() ? was : there)
            .stream().map(Delivery::dated).max(Comparator.naturalOrder()).orElse(LocalDate.EPOCH),
        state.at());
  }
}
