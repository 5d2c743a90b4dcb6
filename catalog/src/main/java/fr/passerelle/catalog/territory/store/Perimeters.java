package fr.passerelle.catalog.territory.store;

import fr.passerelle.catalog.territory.Perimeter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The perimeters that were asked for, by their hashes.
 *
 * <p>Anyone may make one, so that their number and the communes in them are bounded: past the bound
 * those used longest ago are dropped. Nothing is lost with them: who asks again for the same
 * communes gets the same hash.
 */
public final class Perimeters {
  /** What is kept at most. */
  public record Bounds(int perimeters, long communes) {
    /** Some 60 MB of rows. */
    public static final Bounds USUAL = new Bounds(20_000, 10_000_000);
  }

  private final Jdbi jdbi;
  private final Bounds bounds;
  private final Clock clock;

  public Perimeters(DataSource dataSource, Bounds bounds, Clock clock) {
    jdbi = Jdbi.create(dataSource);
    this.bounds = bounds;
    this.clock = clock;
  }

  /**
   * What became of a perimeter that was asked for.
   *
   * @param created whether it was not there before
   */
  public record Kept(StoredPerimeter stored, boolean created) {}

  /**
   * Keeps a perimeter; one that is there already stays as it is.
   *
   * @param members how it was asked for
   */
  public Kept keep(Perimeter perimeter, List<String> members) {
    return jdbi.inTransaction(handle -> {
      Optional<StoredPerimeter> known = find(handle, perimeter.hash());
      if (known.isPresent()) {
        return new Kept(known.get(), /* created= */ false);
      }
      // Who comes second with the same hash waits here, then finds it.
      handle.execute("select pg_advisory_xact_lock(hashtext('perimeter'))");
      boolean created = insert(handle, perimeter, members);
      drop(handle, perimeter.hash());
      return new Kept(find(handle, perimeter.hash()).orElseThrow(), created);
    });
  }

  private boolean insert(Handle handle, Perimeter perimeter, List<String> members) {
    return handle
            .createUpdate(
                """
                insert into perimeter (hash, id, vintage, communes, size, members, created_at, used_on)
                values (:hash, :id, :vintage, :communes, :size, :members, :now, :today)
                on conflict (hash) do nothing
                """)
            .bind("hash", perimeter.hash())
            .bind("id", free(handle, perimeter.hash()))
            .bind("vintage", perimeter.vintage())
            .bind("communes", String.join(" ", perimeter.codes()))
            .bind("size", perimeter.codes().size())
            .bind("members", String.join(" ", members))
            .bind("now", clock.instant())
            .bind("today", today())
            .execute()
        > 0;
  }

  /** The shortest beginning of the hash that names no other. */
  private static String free(Handle handle, String hash) {
    for (int length = Perimeter.SHORT; length < hash.length(); length += 8) {
      String id = hash.substring(0, length);
      boolean taken =
          handle
                  .createQuery("select count(*) from perimeter where id = :id and hash <> :hash")
                  .bind("id", id)
                  .bind("hash", hash)
                  .mapTo(Integer.class)
                  .one()
              > 0;
      if (!taken) {
        return id;
      }
    }
    return hash;
  }

  /** What was used last is kept as far as it fits, the one just asked for in any case. */
  private void drop(Handle handle, String kept) {
    handle
        .createUpdate(
            """
            delete from perimeter where hash in (
              select hash from (
                select hash, row_number() over w as place, sum(size) over w as communes
                from perimeter
                window w as (order by hash = :kept desc, used_on desc, created_at desc, hash)) ranked
              where place > 1 and (place > :perimeters or communes > :communes))
            """)
        .bind("kept", kept)
        .bind("perimeters", bounds.perimeters())
        .bind("communes", bounds.communes())
        .execute();
  }

  /**
   * The perimeter of that hash, or of that beginning of one; its use is remembered, once a day.
   *
   * @param name at least {@link Perimeter#SHORT} characters, in any case
   */
  public Optional<StoredPerimeter> find(String name) {
    if (!Perimeter.isName(name)) {
      return Optional.empty();
    }
    return jdbi.withHandle(handle -> {
      Optional<StoredPerimeter> found = find(handle, name.toLowerCase(Locale.ROOT));
      found.ifPresent(each ->
          handle
              .createUpdate(
                  "update perimeter set used_on = :today where hash = :hash and used_on < :today")
              .bind("today", today())
              .bind("hash", each.perimeter().hash())
              .execute());
      return found;
    });
  }

  private static Optional<StoredPerimeter> find(Handle handle, String name) {
    List<StoredPerimeter> found =
        handle
            .createQuery(
                """
                select id, vintage, communes, members, created_at from perimeter
                where hash >= :name and hash <= :name || 'g' order by hash limit 2
                """)
            .bind("name", name)
            .map(Perimeters::row)
            .list();
    // A beginning that two hashes share names the one that it was given to, if any.
    return found.size() < 2
        ? found.stream().findFirst()
        : found.stream().filter(each -> each.id().equals(name)).findFirst();
  }

  private static StoredPerimeter row(ResultSet row, StatementContext context) throws SQLException {
    return new StoredPerimeter(
        Perimeter.of(row.getInt("vintage"), List.of(row.getString("communes").split(" ", -1))),
        row.getString("id"),
        List.of(row.getString("members").split(" ", -1)),
        row.getTimestamp("created_at").toInstant());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** How many are kept. */
  public int count() {
    return jdbi.withHandle(
        handle -> handle.createQuery("select count(*) from perimeter").mapTo(Integer.class).one());
  }
}
