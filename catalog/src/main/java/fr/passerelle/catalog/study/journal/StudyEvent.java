package fr.passerelle.catalog.study.journal;

import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.catalog.study.StudyKey;
import java.time.Instant;
import java.util.List;

/**
 * Something that happened to a study.
 *
 * @param sequence its place among all events, in the order in which they became visible
 * @param study to which
 * @param key how its producer names it
 * @param kind what happened
 * @param at when
 * @param by who did it
 * @param reason why, in words; empty if none was given
 * @param changed members of the written form that it changed
 * @param body the study after it; before it, for a deletion
 */
public record StudyEvent(
    long sequence,
    StudyId study,
    StudyKey key,
    Kind kind,
    Instant at,
    Signature by,
    String reason,
    List<String> changed,
    Body body) {

  public StudyEvent {
    changed = List.copyOf(changed);
  }

  /** The same with its place among all. */
  public StudyEvent numbered(long number) {
    return new StudyEvent(number, study, key, kind, at, by, reason, changed, body);
  }

  /** What happened. */
  public enum Kind {
    /** Its record was made; made again after a deletion. */
    CREATE,
    /** Its producer says something else of it. */
    UPDATE,
    /** It passed to another point of its life. */
    PASS,
    /** It was given up or taken back. */
    WITHDRAW,
    /** The operator qualified, published or returned its record. */
    QUALIFY,
    /** Its record was deleted. */
    DELETE
  }
}
