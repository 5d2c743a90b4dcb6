package fr.passerelle.catalog.studies;

import fr.passerelle.catalog.study.StudyId;
import java.time.Instant;

/**
 * What a reader who follows the catalogue has to know: a study that leaves the reader's sight is
 * deleted for that reader, whatever the reason.
 *
 * @param sequence its place among all changes, growing, with gaps
 * @param study of which study
 * @param kind what it is to the reader
 * @param at when
 */
public record Change(long sequence, StudyId study, Kind kind, Instant at) {

  /** What a change is to a reader (ActivityStreams). */
  public enum Kind {
    /** as:Create: the reader had it not. */
    CREATE,
    /** as:Update: it says something else. */
    UPDATE,
    /** as:Delete: it is no longer there. */
    DELETE
  }
}
