package fr.passerelle.catalog.territory.store;

import fr.passerelle.catalog.territory.Perimeter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

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
    return Optional.ofNullable(find(Set.of(name)).get(name));
  }

  /**
   * The same of several, by the names that were given; those that are not kept are not in it. Two
   * statements, however many there are.
   */
  public Map<String, StoredPerimeter> find(Collection<String> names) {
    Map<String, StoredPerimeter> found = new HashMap<>();
    List<String> sound = names.stream().filter(Perimeter::isName).toList();
    if (sound.isEmpty()) {
      return found;
    }
    jdbi.useHandle(handle -> {
      Map<String, StoredPerimeter> kept =
          found(
              handle,
              sound.stream().map(each -> each.toLowerCase(Locale.ROOT)).distinct().toList());
      sound.forEach(name ->
          Optional.ofNullable(kept.get(name.toLowerCase(Locale.ROOT)))
              .ifPresent(each -> found.put(name, each)));
      remember(handle, kept.values());
    });
    return found;
  }

  private void remember(Handle handle, Collection<StoredPerimeter> used) {
    handle
        .createUpdate(
            """
            update perimeter set used_on = :today
            where hash = any(string_to_array(:hashes, ' ')) and used_on < :today
            """)
        .bind("today", today())
        .bind(
            "hashes",
            used.stream().map(each -> each.perimeter().hash()).collect(Collectors.joining(" ")))
        .execute();
  }

  private static Optional<StoredPerimeter> find(Handle handle, String name) {
    return Optional.ofNullable(found(handle, List.of(name)).get(name));
  }

  /** By the beginning of a hash that each was asked for with. */
  private static Map<String, StoredPerimeter> found(Handle handle, List<String> names) {
    Map<String, List<StoredPerimeter>> rows = new HashMap<>();
    handle
        .createQuery(
            """
            select name, id, vintage, communes, members, created_at
            from unnest(string_to_array(:names, ' ')) as asked(name)
            join perimeter on hash >= name and hash <= name || 'g'
            order by hash
            """)
        .bind("names", String.join(" ", names))
        .map((row, context) -> Map.entry(row.getString("name"), row(row)))
        .forEach(each ->
            rows.computeIfAbsent(each.getKey(), any -> new ArrayList<>()).add(each.getValue()));
    Map<String, StoredPerimeter> found = new HashMap<>();
    rows.forEach((name, candidates) -> only(name, candidates).ifPresent(it -> found.put(name, it)));
    return found;
  }

  /** A beginning that two hashes share names the one that it was given to, if any. */
  private static Optional<StoredPerimeter> only(String name, List<StoredPerimeter> candidates) {
    return candidates.stream()
        .filter(each -> candidates.size() < 2 || each.id().equals(name))
        .findFirst();
  }

  private static StoredPerimeter row(ResultSet row) throws SQLException {
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
