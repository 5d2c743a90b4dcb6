package fr.passerelle.catalog.use;

import fr.passerelle.catalog.study.StudyId;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How often things are used, by day. Nothing is kept of who used them: no address, no cookie, no
 * key, no hour.
 *
 * <p>Counted in memory and added to the database every few seconds, so that an answer never waits
 * for it; several processes add to the same rows. What a process counted in its last seconds is
 * lost where it is killed.
 */
public final class UseCounts implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UseCounts.class);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final Jdbi jdbi;
  private final Clock clock;
  private final ConcurrentHashMap<Row, Long> news = new ConcurrentHashMap<>();
  private final Thread saver = Thread.ofPlatform().daemon().name("use").unstarted(this::run);

  private record Row(LocalDate day, UseKind kind, String subject) {}

  public UseCounts(DataSource dataSource, Clock clock) {
    jdbi = Jdbi.create(dataSource);
    this.clock = clock;
    saver.start();
  }

  /** Counts one use, today. */
  public void count(UseKind kind, String subject) {
    news.merge(new Row(LocalDate.now(clock), kind, subject), 1L, Long::sum);
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(PAUSE);
        trySave();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A failure costs nothing: what could not be written is written the next time. */
  private void trySave() {
    try {
      save();
    } catch (RuntimeException e) {
      LOG.warn("l'usage n'a pas pu être écrit, ce sera fait plus tard : {}", e.getMessage());
    }
  }

  /** Writes what was counted since the last time. */
  public synchronized void save() {
    Map<Row, Long> taken = new HashMap<>();
    for (Row row : news.keySet()) {
      Long count = news.remove(row);
      if (count != null) {
        taken.put(row, count);
      }
    }
    try {
      add(taken);
    } catch (RuntimeException e) {
      taken.forEach((row, count) -> news.merge(row, count, Long::sum));
      throw e;
    }
  }

  private void add(Map<Row, Long> counts) {
    if (counts.isEmpty()) {
      return;
    }
    jdbi.useTransaction(handle -> {
      PreparedBatch batch =
          handle.prepareBatch(
              """
              insert into use_count (day, kind, subject, count) values (:day, :kind, :subject, :count)
              on conflict (day, kind, subject) do update set count = use_count.count + excluded.count
              """);
      // In one order, so that two processes never wait for each other.
      counts.entrySet().stream()
          .sorted(Comparator.comparing(each -> each.getKey().toString()))
          .forEach(each ->
              batch
                  .bind("day", each.getKey().day())
                  .bind("kind", each.getKey().kind().id())
                  .bind("subject", each.getKey().subject())
                  .bind("count", each.getValue())
                  .add());
      batch.execute();
    });
  }

  /**
   * How often each subject was used so, both days included; what was counted here and is not
   * written yet included.
   */
  public Map<String, Long> totals(UseKind kind, LocalDate first, LocalDate last) {
    save();
    Map<String, Long> totals = new TreeMap<>();
    jdbi.useHandle(handle ->
        handle
            .createQuery(
                """
                select subject, sum(count)::bigint as total from use_count
                where kind = :kind and day between :first and :last group by subject
                """)
            .bind("kind", kind.id())
            .bind("first", first)
            .bind("last", last)
            .map((row, context) -> Map.entry(row.getString("subject"), row.getLong("total")))
            .forEach(each -> totals.put(each.getKey(), each.getValue())));
    return totals;
  }

  /**
   * Uses of a study on a day.
   *
   * @param day the day, in UTC
   * @param kind what was done
   * @param count how many times
   */
  public record Day(LocalDate day, UseKind kind, long count) {}

  /** Uses of a study, day by day, the latest last. */
  public List<Day> days(StudyId study) {
    save();
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select day, kind, count from use_count
                where subject = :study and kind not in ('harvest', 'complete') order by day, kind
                """)
            .bind("study", study.value())
            .map((row, context) ->
                new Day(
                    row.getObject("day", LocalDate.class),
                    UseKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                    row.getLong("count")))
            .list());
  }

  @Override
  public void close() {
    saver.interrupt();
    trySave();
  }
}
