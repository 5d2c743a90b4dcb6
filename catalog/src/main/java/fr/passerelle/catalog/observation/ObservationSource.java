package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Figures.Cell;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the observations of an indicator in one delivery are read from. */
public interface ObservationSource {

  /**
   * Which cells communes have values of, or are said to lack, and of which departments these are by
   * their codes.
   */
  Map<Cell, Set<String>> departments();

  /**
   * What is said of territories that are no communes.
   *
   * @param communesToo what is said of communes too
   */
  List<Observation> said(boolean communesToo);

  /** Tells what communes have, cut so, in those periods, in any order. */
  void ofCommunes(Categories cut, List<Period> periods, Taker taker);

  /** Takes what a commune has in a period. */
  interface Taker {
    /**
     * One value.
     *
     * @param period rank among the periods asked for
     * @param commune code, of the vintage of the delivery
     * @param value 0 where the status says that there is none
     */
    void take(int period, String commune, double value, ObservationStatus status);
  }
}
