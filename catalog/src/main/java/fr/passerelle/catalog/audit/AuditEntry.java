package fr.passerelle.catalog.audit;

import fr.passerelle.catalog.study.journal.Signature;
import java.time.Instant;
import java.util.Locale;

/**
 * One thing that someone wrote, or was refused to write. It refers to what was written, which lies
 * in tables and journals of its own, and says nothing of it.
 *
 * @param seq its number; those of later entries are greater
 * @param at when it ended
 * @param by who, and by which means: the identifier of a key or the subject of a token, never a
 *     secret
 * @param action what was done
 * @param subject name of what it was done to: {@code study/d76cxwgphh}, {@code key/12ab34cd56}
 * @param outcome how it ended
 * @param rule which rule refused it, or which fault of ours stopped it; empty where it was done
 */
public record AuditEntry(
    long seq,
    Instant at,
    Signature by,
    AuditAction action,
    String subject,
    Outcome outcome,
    String rule) {

  /** How it ended. */
  public enum Outcome {
    /** It was written. */
    DONE,
    /** A rule refused it; nothing was changed. */
    REFUSED,
    /** A fault of ours stopped it. */
    FAILED;

    /** Word by which it is named. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
