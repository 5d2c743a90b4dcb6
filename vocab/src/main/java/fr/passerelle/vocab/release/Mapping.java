package fr.passerelle.vocab.release;

import fr.passerelle.vocab.Pair;

/**
 * A pair seen from one of its ends.
 *
 * @param by the correspondence that states it
 * @param pair the pair, read from the end asked for
 * @param inverse whether the correspondence states it the other way round
 */
public record Mapping(PublishedCorrespondence by, Pair pair, boolean inverse) {

  /** {@code stated} or {@code inverse}, as channels say it. */
  public String direction() {
    return inverse ? "inverse" : "stated";
  }
}
