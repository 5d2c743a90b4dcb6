package fr.passerelle.catalog.study.journal;

import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.catalog.study.StudyKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** The table of events: read from a number on, written by one process at a time. */
public final class StudyJournal {
  /** Channel of NOTIFY by which running services learn of new events. */
  public static final String CHANNEL = "passerelle_studies";

  private static final int FETCH = 1_000;

  private final Jdbi jdbi;

  public StudyJournal(DataSource dataSource) {
    jdbi = Jdbi.create(dataSource);
  }

  /** Passes on the events after that number, in order; 0 for all. */
  public void read(long after, Consumer<StudyEvent> events) {
    jdbi.useTransaction(handle -> read(handle, after, events));
  }

  /** The events of those numbers, in order; both ends are in. */
  public List<StudyEvent> between(long first, long last) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select * from study_event where seq between :first and :last order by seq")
            .bind("first", first)
            .bind("last", last)
            .map(StudyJournal::event)
            .list());
  }

  private static void read(Handle handle, long after, Consumer<StudyEvent> events) {
    handle
        .createQuery("select * from study_event where seq > :after order by seq")
        .bind("after", after)
        .setFetchSize(FETCH)
        .map(StudyJournal::event)
        .forEach(events);
  }

  /**
   * Writes in one transaction, while nobody else writes: what was read inside stays true until it
   * is committed. What a task throws leaves nothing behind.
   */
  public <T> T write(Function<Writing, T> task) {
    return jdbi.inTransaction(handle -> {
      handle
          .createQuery("select pg_advisory_xact_lock(hashtext('passerelle studies'))::text")
          .mapTo(String.class)
          .one();
      return task.apply(new Writing(handle));
    });
  }

  /** The journal while one transaction writes in it. */
  public static final class Writing {
    private final Handle handle;

    private Writing(Handle handle) {
      this.handle = handle;
    }

    /** Passes on the events after that number, which others have written. */
    public void read(long after, Consumer<StudyEvent> events) {
      StudyJournal.read(handle, after, events);
    }

    /**
     * Writes events, of which the numbers are given here, and tells every service.
     *
     * @return them with their numbers
     */
    public List<StudyEvent> append(List<StudyEvent> events) {
      if (events.isEmpty()) {
        return events;
      }
      PreparedBatch batch =
          handle.prepareBatch(
              """
              insert into study_event
                (study, producer, identifier, kind, at, author, means, reason, changed, body)
              values (:study, :producer, :identifier, :kind, :at, :author, :means, :reason,
                :changed, :body::jsonb)
              """);
      events.forEach(event -> bind(batch, event));
      List<Long> numbers = batch.executePreparedBatch("seq").mapTo(Long.class).list();
      handle
          .createQuery("select pg_notify(:channel, '')::text")
          .bind("channel", CHANNEL)
          .mapTo(String.class)
          .one();
      return IntStream.range(0, events.size())
          .mapToObj(i -> events.get(i).numbered(numbers.get(i)))
          .toList();
    }

    /**
     * Takes authors out of all events, the only thing of the past that ever changes.
     *
     * @param dryRun whether to count only
     * @return how many events named one
     */
    public int eraseAuthors(Predicate<String> erased, boolean dryRun) {
      Map<Long, Body> changed = new HashMap<>();
      read(
          0,
          event -> {
            Body without = event.body().without(erased);
            if (!without.equals(event.body())) {
              changed.put(event.sequence(), without);
            }
          });
      if (!dryRun && !changed.isEmpty()) {
        PreparedBatch batch =
            handle.prepareBatch("update study_event set body = :body::jsonb where seq = :seq");
        changed.forEach((seq, body) -> batch.bind("seq", seq).bind("body", body.json()).add());
        batch.execute();
      }
      return changed.size();
    }

    /** Keeps a hash of the name of a person who was erased. */
    public void keepErased(String salt, String sha256, Instant now) {
      handle
          .createUpdate("insert into erased_author (salt, sha256, at) values (:salt, :hash, :at)")
          .bind("salt", salt)
          .bind("hash", sha256)
          .bind("at", now)
          .execute();
    }

    /** Hashes of the names of persons who were erased, by their salts. */
    public Map<String, String> erased() {
      return handle
          .createQuery("select salt, sha256 from erased_author")
          .setMapKeyColumn("salt")
          .setMapValueColumn("sha256")
          .collectInto(new GenericType<Map<String, String>>() {});
    }

    /** What was answered to a request that this sender named so. */
    public Optional<Answered> findAnswer(String sender, String key) {
      return handle
          .createQuery(
              """
              select request_sha256, answer::text as answer from study_request
              where sender = :sender and idempotency_key = :key
              """)
          .bind("sender", sender)
          .bind("key", key)
          .map((row, context) ->
              new Answered(row.getString("request_sha256"), row.getString("answer")))
          .findOne();
    }

    /** Keeps what is answered to a request, in JSON. */
    public void keepAnswer(String sender, String key, String sha256, String answer, Instant now) {
      handle
          .createUpdate(
              """
              insert into study_request (sender, idempotency_key, request_sha256, answer, at)
              values (:sender, :key, :sha256, :answer::jsonb, :at)
              """)
          .bind("sender", sender)
          .bind("key", key)
          .bind("sha256", sha256)
          .bind("answer", answer)
          .bind("at", now)
          .execute();
    }

    private static void bind(PreparedBatch batch, StudyEvent event) {
      batch
          .bind("study", event.study().value())
          .bind("producer", event.key().producer())
          .bind("identifier", event.key().identifier())
          .bind("kind", event.kind().name())
          .bind("at", event.at())
          .bind("author", event.by().author())
          .bind("means", event.by().means())
          .bind("reason", event.reason())
          .bind("changed", String.join(" ", event.changed()))
          .bind("body", event.body().json())
          .add();
    }
  }

  /**
   * A request that was answered.
   *
   * @param sha256 hash of what was sent
   * @param answer what was answered, in JSON
   */
  public record Answered(String sha256, String answer) {}

  private static StudyEvent event(ResultSet row, StatementContext context) throws SQLException {
    String changed = row.getString("changed");
    return new StudyEvent(
        row.getLong("seq"),
        new StudyId(row.getString("study")),
        new StudyKey(row.getString("producer"), row.getString("identifier")),
        StudyEvent.Kind.valueOf(row.getString("kind")),
        row.getTimestamp("at").toInstant(),
        new Signature(row.getString("author"), row.getString("means")),
        row.getString("reason"),
        changed.isEmpty() ? List.of() : Arrays.asList(changed.split(" ")),
        Body.parse(row.getString("body")));
  }
}
