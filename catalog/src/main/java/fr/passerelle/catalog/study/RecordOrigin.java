package fr.passerelle.catalog.study;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a record comes from.
 *
 * @param kind how it came
 * @param source code of the source it was harvested from; empty for one that originates here
 * @param identifier its identifier in that source
 * @param uri its address there; empty if it has none
 * @param harvested when what it says was taken from there; empty for one that originates here
 */
public record RecordOrigin(
    Kind kind, String source, String identifier, String uri, Optional<Instant> harvested) {
  /** It was first written here. */
  public static final RecordOrigin HERE = new RecordOrigin(Kind.HERE, "", "", "", Optional.empty());

  /** How a record came. */
  public enum Kind {
    /** Deposited here by its producer or the operator: portals may harvest it from here. */
    HERE,
    /** Taken from a source that has no catalogue of its own to harvest: PMB, RIS, a list. */
    IMPORTED,
    /** A copy of a record that another catalogue publishes: portals find it there. */
    FEDERATED
  }

  /** Whether it originates here, so that we answer for it before portals. */
  public boolean isOurs() {
    return kind != Kind.FEDERATED;
  }

  /** Whether both name the same record of the same source, whenever it was taken from there. */
  public boolean isSameRecordAs(RecordOrigin other) {
    return source.equals(other.source) && identifier.equals(other.identifier);
  }
}
