package fr.passerelle.api.http;

import fr.passerelle.vocab.release.Snapshot;
import java.util.List;

/**
 * All that is published, at one moment: an answer made while it stood is right as long as it
 * stands.
 *
 * @param number which no other has since the service began
 * @param since from when on, in seconds: later than whatever was made in the state before
 * @param until when something opens or a day ends, in milliseconds
 * @param snapshot the vocabularies
 * @param studies name of the state of the studies
 * @param geography name of the state of the territories
 * @param parts deliveries and definitions of indicators, each a list that a change replaces
 * @param counts what else there is, each counting its changes
 */
public record DataState(
    long number,
    long since,
    long until,
    Snapshot snapshot,
    String studies,
    String geography,
    List<Object> parts,
    List<Long> counts) {
  public DataState {
    parts = List.copyOf(parts);
    counts = List.copyOf(counts);
  }
}
