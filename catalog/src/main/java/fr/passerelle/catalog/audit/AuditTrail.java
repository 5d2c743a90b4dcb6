package fr.passerelle.catalog.audit;

import fr.passerelle.catalog.study.journal.Signature;
import fr.passerelle.vocab.RefusedException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit trail of an installation, and the one place that adds to it. Whatever writes is done in
 * front of it, in any channel; entries are kept a year.
 */
public final class AuditTrail {
  private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
  private static final int LONGEST_SUBJECT = 200;

  private final AuditStore store;
  private final Clock clock;

  public AuditTrail(DataSource dataSource, Clock clock) {
    this.store = new AuditStore(dataSource);
    this.clock = clock;
  }

  /**
   * What writes, in front of the trail.
   *
   * @param <T> what it answers
   * @param <E> what it throws
   */
  @FunctionalInterface
  public interface Write<T, E extends Exception> {
    /** Does it, and names what it is done to where that is known only then. */
    T run(Subject subject) throws E;
  }

  /** Name of what is written. */
  public static final class Subject {
    private String name;

    private Subject(String name) {
      this.name = name;
    }

    /** Names it more exactly. */
    public void is(String name) {
      this.name = name;
    }
  }

  /**
   * Does something and records how it ended.
   *
   * @param by who does it
   * @param subject name of what it is done to, as far as it is known before
   */
  public <T, E extends Exception> T witness(
      Signature by, AuditAction action, String subject, Write<T, E> write) throws E {
    Subject named = new Subject(subject);
    try {
      T done = write.run(named);
      add(by, action, named, AuditEntry.Outcome.DONE, "");
      return done;
    } catch (Exception e) {
      Optional<String> rule = rule(e);
      add(
          by,
          action,
          named,
          rule.isPresent() ? AuditEntry.Outcome.REFUSED : AuditEntry.Outcome.FAILED,
          rule.orElseGet(() -> e.getClass().getSimpleName()));
      throw e;
    }
  }

  /** The same, unless it only checks and writes nothing. */
  public <T, E extends Exception> T witness(
      boolean writes, Signature by, AuditAction action, String subject, Write<T, E> write)
      throws E {
    return writes ? witness(by, action, subject, write) : write.run(new Subject(subject));
  }

  private static Optional<String> rule(Exception e) {
    return switch (e) {
      case RefusedException refused -> Optional.of(refused.faults().getFirst().rule());
      case Refusal refusal -> Optional.of(refusal.refusedBy());
      default -> Optional.empty();
    };
  }

  /** What was done stays done where it cannot be recorded; then the log keeps it. */
  private void add(
      Signature by, AuditAction action, Subject subject, AuditEntry.Outcome outcome, String rule) {
    AuditEntry entry =
        new AuditEntry(0, clock.instant(), by, action, plain(subject.name), outcome, plain(rule));
    try {
      store.add(entry);
    } catch (RuntimeException e) {
      LOG.error("le journal d'audit n'a pas pu recevoir {}", entry, e);
    }
  }

  /** What came from outside, without characters that would break a line of it. */
  private static String plain(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", "\ufffd");
    return plain.length() > LONGEST_SUBJECT ? plain.substring(0, LONGEST_SUBJECT) : plain;
  }

  /**
   * Entries, the latest first.
   *
   * @param before only those whose number is smaller
   * @param action only those of it, if one is given
   */
  public List<AuditEntry> list(long before, int limit, Optional<AuditAction> action) {
    return store.list(before, limit, action);
  }

  /** Deletes entries whose year is over; how many there were. */
  public int forget() {
    return store.forget();
  }
}
