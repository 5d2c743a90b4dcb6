package fr.passerelle.catalog.territory;

import java.util.OptionalDouble;

/**
 * How a territory lies over another, from their communes.
 *
 * @param other the other
 * @param common communes in both
 * @param share share of the communes of the first that are in the other
 * @param ofOther share of the communes of the other that are in the first
 * @param population share of the population of the first that is in the other; empty where none is
 *     known
 */
public record Overlap(
    Zone other, int common, double share, double ofOther, OptionalDouble population) {

  /** Whether the other holds all of the first. */
  public boolean contained() {
    return share == 1;
  }
}
