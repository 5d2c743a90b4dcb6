package fr.passerelle.catalog.use;

import fr.passerelle.catalog.study.StudyId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Uses of studies: one number a day, a study and a kind, and nothing else; no address, no cookie,
 * no word of who it was. Counted in memory and added to the rows from time to time, so that a
 * reader never waits for the database; what a process counted and did not add is lost with it.
 */
public final class StudyUses {
  private final Jdbi jdbi;
  private final Clock clock;
  private final Map<Counted, LongAdder> pending = new ConcurrentHashMap<>();

  /** Uses in that database, the day being that of the clock in UTC. */
  public StudyUses(DataSource dataSource, Clock clock) {
    this.jdbi = Jdbi.create(dataSource);
    this.clock = clock;
  }

  /** What a number is of. */
  private record Counted(StudyId study, LocalDate day, UseKind kind) {}

  /**
   * Uses of a study on a day.
   *
   * @param day the day, in UTC
   * @param kind what was done
   * @param count how many times
   */
  public record Day(LocalDate day, UseKind kind, long count) {}

  /** Counts one use. */
  public void count(StudyId study, UseKind kind) {
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    pending.computeIfAbsent(new Counted(study, day, kind), key -> new LongAdder()).increment();
  }

  /** Adds to the rows what was counted since; what fails is tried again the next time. */
  public synchronized void flush() {
    Map<Counted, Long> taken = new ConcurrentHashMap<>();
    for (Counted each : List.copyOf(pending.keySet())) {
      LongAdder adder = pending.get(each);
      long count = adder == null ? 0 : adder.sumThenReset();
      if (count > 0) {
        taken.put(each, count);
      } else {
        pending.remove(each, adder);
      }
    }
    if (taken.isEmpty()) {
      return;
    }
    try {
      add(taken);
    } catch (RuntimeException e) {
      taken.forEach(
          (each, count) -> pending.computeIfAbsent(each, key -> new LongAdder()).add(count));
      throw e;
    }
  }

  private void add(Map<Counted, Long> counts) {
    jdbi.useTransaction(handle -> {
      PreparedBatch batch =
          handle.prepareBatch(
              """
              insert into study_use (study, day, kind, count) values (:study, :day, :kind, :count)
              on conflict (study, day, kind) do update set count = study_use.count + excluded.count
              """);
      // In one order, so that two processes never wait for each other.
      counts.entrySet().stream()
          .sorted(Comparator.comparing(each -> each.getKey().toString()))
          .forEach(each ->
              batch
                  .bind("study", each.getKey().study().value())
                  .bind("day", each.getKey().day())
                  .bind("kind", each.getKey().kind().id())
                  .bind("count", each.getValue())
                  .add());
      batch.execute();
    });
  }

  /** Uses of a study, day by day, the latest last; those not yet added included. */
  public List<Day> days(StudyId study) {
    flush();
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select day, kind, count from study_use where study = :study order by day, kind")
            .bind("study", study.value())
            .map((row, context) ->
                new Day(
                    row.getObject("day", LocalDate.class),
                    UseKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                    row.getLong("count")))
            .list());
  }
}
