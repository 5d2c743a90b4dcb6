package fr.passerelle.catalog.study.notice;

import fr.passerelle.catalog.study.form.Submission;
import fr.passerelle.vocab.source.Findings;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What a reader of records works with: it passes each record on as it reads it, so that no file has
 * to fit in memory.
 *
 * @param from where the records come from
 * @param at when they are taken from there
 * @param findings where to say what is wrong
 * @param each takes a record
 */
public record Taking(Provenance from, Instant at, Findings findings, Consumer<Submission> each) {

  /** Passes a record on. */
  public void take(Notice notice) {
    take(notice, "", "");
  }

  /**
   * Passes a record on.
   *
   * @param identifier its identifier in its source
   * @param uri its address there; empty if it has none
   */
  public void take(Notice notice, String identifier, String uri) {
    each.accept(notice.submission(from, identifier, uri, at, findings));
  }

  /** Refuses one record that cannot even be read. */
  public void refuse(String place, String rule, String message) {
    Findings.Attempt attempt = findings.attempt();
    findings.refused(place, rule, message);
    attempt.close();
  }
}
