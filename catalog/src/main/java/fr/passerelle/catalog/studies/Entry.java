package fr.passerelle.catalog.studies;

import fr.passerelle.catalog.study.Sight;
import fr.passerelle.catalog.study.Standing;
import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.catalog.study.journal.Signature;
import fr.passerelle.catalog.study.journal.StudyEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An event without its body, as history and feeds tell it.
 *
 * @param sequence its place among all events
 * @param study of which study
 * @param kind what happened
 * @param at when
 * @param by who did it
 * @param standing where the study stood then
 * @param ours whether its record originated here then, so that portals take it from here
 * @param sight who saw it then; empty once it is deleted
 * @param themes codes of its themes then, without their scheme
 * @param producers codes of its producers then
 * @param reason why, in words; empty if none was given
 * @param changed members that it changed
 */
public record Entry(
    long sequence,
    StudyId study,
    StudyEvent.Kind kind,
    Instant at,
    Signature by,
    Standing standing,
    boolean ours,
    Optional<Sight> sight,
    List<String> themes,
    List<String> producers,
    String reason,
    List<String> changed) {

  public Entry {
    themes = List.copyOf(themes);
    producers = List.copyOf(producers);
    changed = List.copyOf(changed);
  }

  static Entry of(StudyEvent event) {
    boolean deleted = event.kind() == StudyEvent.Kind.DELETE;
    return new Entry(
        event.sequence(),
        event.study(),
        event.kind(),
        event.at(),
        event.by(),
        event.body().standing(),
        event.body().origin().isOurs(),
        deleted ? Optional.empty() : Optional.of(event.body().sight()),
        event.body().themes(),
        event.body().producers(),
        event.reason(),
        event.changed());
  }
}
