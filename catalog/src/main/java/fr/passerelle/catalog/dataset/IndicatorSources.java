package fr.passerelle.catalog.dataset;

import fr.passerelle.catalog.delivery.Delivery;
import fr.passerelle.catalog.delivery.PublicationHistory.State;
import fr.passerelle.catalog.indicator.Indicator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The deliveries that the figures of an indicator come from, those of its terms among them. */
final class IndicatorSources {
  private final Map<String, Indicator> indicators = new HashMap<>();

  IndicatorSources(List<Indicator> all) {
    all.forEach(each -> indicators.put(each.id(), each));
  }

  /** Those in a state of what is published, in their order; empty where it has no figures. */
  List<Delivery> of(Indicator indicator, State state) {
    List<Delivery> own = state.of(indicator.id());
    List<List<Delivery>> terms = new ArrayList<>();
    for (String term : indicator.measure().terms()) {
      Indicator of = indicators.get(term);
      terms.add(of == null ? List.of() : of(of, state));
    }
    // Of one term alone nothing is computed.
    boolean computed = terms.stream().noneMatch(List::isEmpty);
    return Stream.concat(
            own.stream(), computed ? terms.stream().flatMap(List::stream) : Stream.of())
        .distinct()
        .toList();
  }
}
