package fr.passerelle.catalog.harvest;

import fr.passerelle.catalog.harvest.feed.Arrival;
import fr.passerelle.catalog.json.JsonText;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables of harvests: how far each source is read, and which of its records were seen when. */
final class HarvestStore {
  private static final int LISTED = 1_000;

  private final Jdbi jdbi;

  HarvestStore(DataSource dataSource) {
    jdbi = Jdbi.create(dataSource);
  }

  /**
   * Runs a harvest while no other process harvests that source.
   *
   * @return empty where one does
   */
  <T> Optional<T> alone(String source, Supplier<T> harvest) {
    try (Handle handle = jdbi.open()) {
      if (!lock(handle, "pg_try_advisory_lock", source)) {
        return Optional.empty();
      }
      try {
        return Optional.of(harvest.get());
      } finally {
        lock(handle, "pg_advisory_unlock", source);
      }
    }
  }

  private static boolean lock(Handle handle, String function, String source) {
    return handle
        .createQuery("select " + function + "(hashtext('passerelle harvest'), hashtext(:source))")
        .bind("source", source)
        .mapTo(Boolean.class)
        .one();
  }

  /** From when the next harvest of a source goes on; empty for one that was never read whole. */
  String since(String source) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select next_since from harvest_run
                where source = :source and next_since is not null order by seq desc limit 1
                """)
            .bind("source", source)
            .mapTo(String.class)
            .findOne()
            .orElse(""));
  }

  /** Notes that a harvest begins, and gives its number. */
  long begin(String source, String since, Instant now) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                insert into harvest_run (source, since, started) values (:source, :since, :now)
                returning seq
                """)
            .bind("source", source)
            .bind("since", since)
            .bind("now", now)
            .mapTo(Long.class)
            .one());
  }

  /**
   * Notes how a harvest ended.
   *
   * @param next from when the next one goes on; empty where this one was not read to its end
   */
  void end(long run, Optional<String> next, Map<String, Object> result, Instant now) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update harvest_run set ended = :now, next_since = :next, result = :result::jsonb
                where seq = :run
                """)
            .bind("now", now)
            .bind("next", next.orElse(null))
            .bind("result", JsonText.write(result))
            .bind("run", run)
            .execute());
  }

  /** Those of the records that this harvest has seen already, with the datestamp it saw. */
  Map<String, String> seen(String source, long run, Collection<String> identifiers) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select identifier, datestamp from harvest_record
                where source = :source and run = :run and identifier = any(:identifiers)
                """)
            .bind("source", source)
            .bind("run", run)
            .bindArray("identifiers", String.class, identifiers.toArray())
            .setMapKeyColumn("identifier")
            .setMapValueColumn("datestamp")
            .collectInto(new GenericType<Map<String, String>>() {}));
  }

  /** Notes that this harvest saw those records. */
  void mark(String source, long run, List<Arrival> arrivals) {
    if (arrivals.isEmpty()) {
      return;
    }
    jdbi.useTransaction(handle -> {
      PreparedBatch batch =
          handle.prepareBatch(
              """
              insert into harvest_record (source, identifier, datestamp, run, deleted)
              values (:source, :identifier, :datestamp, :run, :deleted)
              on conflict (source, identifier) do update
              set datestamp = excluded.datestamp, run = excluded.run, deleted = excluded.deleted
              """);
      for (Arrival each : arrivals) {
        batch
            .bind("source", source)
            .bind("identifier", each.identifier())
            .bind("datestamp", each.datestamp())
            .bind("run", run)
            .bind("deleted", each.isDeleted())
            .add();
      }
      batch.execute();
    });
  }

  /** Records that a complete harvest did not see again, the first of many. */
  List<String> gone(String source, long run) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select identifier from harvest_record
                where source = :source and run <> :run and not deleted order by identifier limit :most
                """)
            .bind("source", source)
            .bind("run", run)
            .bind("most", LISTED)
            .mapTo(String.class)
            .list());
  }
}
