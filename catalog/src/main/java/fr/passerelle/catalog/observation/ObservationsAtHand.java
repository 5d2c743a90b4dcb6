package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.observation.Figures.Cell;
import fr.passerelle.catalog.territory.Territory;
import java.util.List;
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
  public Set<Cell> cellsOfCommunes() {
    return observations.stream()
        .filter(ObservationsAtHand::isOfCommune)
        .map(Observation::cell)
        .collect(Collectors.toSet());
  }

  @Override
  public List<Observation> said(boolean communesToo) {
    return observations.stream().filter(each -> communesToo || !isOfCommune(each)).toList();
  }

  @Override
  public void ofCommunes(Categories cut, Taker taker) {
    for (Observation each : observations) {
      if (isOfCommune(each) && each.categories().equals(cut)) {
        taker.take(
            each.period(), each.territory().localCode(), each.value().orElse(0), each.status());
      }
    }
  }
}
