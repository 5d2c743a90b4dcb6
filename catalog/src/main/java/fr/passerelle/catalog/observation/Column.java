package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Geography;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;

/**
 * What every commune has of one cell of an indicator.
 *
 * @param at which column of the block
 * @param delivery receipt of the delivery that it came with
 */
record Column(Block block, int at, String delivery) {

  boolean has(int place) {
    return block.has(at, place);
  }

  /** The value of a commune; 0 where it has none. */
  double value(int place) {
    return block.value(at, place);
  }

  /** The status of what a commune has; empty where nothing was delivered of it. */
  Optional<ObservationStatus> status(int place) {
    return block.status(at, place);
  }

  /** Those of the communes that have a value. */
  BitSet present(Communes among) {
    return block.present(at, among);
  }

  /** Sum over those of the communes that are among the others. */
  double sum(Communes communes, BitSet among) {
    double sum = 0;
    for (int i = 0; i < communes.size(); i++) {
      if (among.get(communes.at(i))) {
        sum += block.value(at, communes.at(i));
      }
    }
    return sum;
  }

  /** How many communes have which status; those without any observation are not counted. */
  Map<ObservationStatus, Integer> statuses(Geography geography, Communes communes) {
    return block.total(geography, communes, at, at + 1).statuses(at);
  }
}
