package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Figures.Cell;
import fr.passerelle.catalog.territory.Territory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Observations in memory. */
record ObservationsAtHand(List<Observation> observations) implements ObservationSource {
  ObservationsAtHand {
    observations = List.copyOf(observations);
  }

  private static boolean isOfCommune(Observation each) {
    return each.territory().level() == Territory.Level.COMMUNE;
  }

  @Override
  public Map<Cell, Set<String>> departments() {
    return observations.stream()
        .filter(ObservationsAtHand::isOfCommune)
        .collect(
            Collectors.groupingBy(
                Observation::cell,
                Collectors.mapping(
                    each -> Territory.departmentOf(each.territory().code()), Collectors.toSet())));
  }

  @Override
  public List<Observation> said(boolean communesToo) {
    return observations.stream().filter(each -> communesToo || !isOfCommune(each)).toList();
  }

  @Override
  public void ofCommunes(Categories cut, List<Period> periods, Taker taker) {
    for (Observation each : observations) {
      int period = periods.indexOf(each.period());
      if (period >= 0 && isOfCommune(each) && each.categories().equals(cut)) {
        taker.take(period, each.territory().localCode(), each.value().orElse(0), each.status());
      }
    }
  }
}
