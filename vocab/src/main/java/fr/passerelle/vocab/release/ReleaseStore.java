package fr.passerelle.vocab.release;

import fr.passerelle.vocab.Licence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The rows behind releases: which there are, which is published, who switched when. */
final class ReleaseStore {
  /** Channel of NOTIFY by which running services learn of a switch. */
  static final String CHANNEL = "passerelle_publication";

  /** Channel of NOTIFY by which they learn that the file of a release to be published is there. */
  static final String COMING = "passerelle_coming";

  private final Jdbi jdbi;

  ReleaseStore(DataSource dataSource) {
    jdbi = Jdbi.create(dataSource);
    jdbi.registerRowMapper(ConstructorMapper.factory(StoredRelease.class));
    jdbi.registerColumnMapper(
        new GenericType<Optional<Licence>>() {},
        (row, column, context) ->
            Optional.ofNullable(row.getString(column)).flatMap(Licence::find));
  }

  /** Every release kept, the newest import first. */
  List<StoredRelease> list() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select r.*, p.edition is not null as published,
                  not exists (select 1 from publication_log l
                    where l.edition = r.edition and l.release = r.release) as waiting
                from release r
                left join publication p on p.edition = r.edition and p.release = r.release
                order by r.edition, r.imported_at desc, r.release desc
                """)
            .mapTo(StoredRelease.class)
            .list());
  }

  /** The published release of each edition. */
  List<StoredRelease> listPublished() {
    return list().stream().filter(StoredRelease::published).toList();
  }

  /** Releases that were published at some time, with or without licence. */
  List<StoredRelease> listEverPublished() {
    return list().stream().filter(release -> !release.waiting()).toList();
  }

  /** What was ever published, in order. */
  List<PublicationEvent> publications() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select l.edition, l.release, r.issued, l.at, r.licence is not null as is_public
                from publication_log l
                join release r on r.edition = l.edition and r.release = l.release
                order by l.id
                """)
            .map((row, context) ->
                new PublicationEvent(
                    row.getString("edition"),
                    row.getString("release"),
                    row.getObject("issued", LocalDate.class),
                    row.getTimestamp("at").toInstant(),
                    row.getBoolean("is_public")))
            .list());
  }

  Optional<StoredRelease> findPublished(String edition) {
    return listPublished().stream()
        .filter(release -> release.edition().equals(edition))
        .findFirst();
  }

  /** The release that was published just before the present one, if it is still kept. */
  Optional<StoredRelease> findPrevious(String edition) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select r.*, false as published, false as waiting
                from release r
                join publication p on p.edition = r.edition and p.release <> r.release
                where r.edition = :edition and r.imported_at <
                  (select c.imported_at from release c
                   where c.edition = p.edition and c.release = p.release)
                and exists (select 1 from publication_log l
                  where l.edition = r.edition and l.release = r.release)
                order by r.imported_at desc
                limit 1
                """)
            .bind("edition", edition)
            .mapTo(StoredRelease.class)
            .findOne());
  }

  /** Keeps a new release and, unless it waits, publishes it, in one transaction. */
  void add(StoredRelease release, String action) {
    jdbi.useTransaction(handle -> {
      handle
          .createUpdate(
              """
              insert into release (edition, release, content_sha256, file, source_name,
                source_sha256, issued, sample, licence, concepts, report, imported_at)
              values (:edition, :release, :contentSha256, :file, :sourceName,
                :sourceSha256, :issued, :sample, :licence, :concepts, :report::jsonb, :importedAt)
              """)
          .bindMethods(release)
          .bind("licence", release.licence().map(Licence::code))
          .execute();
      if (!release.waiting()) {
        publish(handle, release.edition(), release.release(), action, release.importedAt());
      }
    });
  }

  /** Publishes a release that is kept already. */
  void publish(String edition, String release, String action, Instant now) {
    jdbi.useTransaction(handle -> publish(handle, edition, release, action, now));
  }

  /** Declares the licence of a kept release and publishes it so. */
  void declareLicence(String edition, String release, Licence licence, String action, Instant now) {
    jdbi.useTransaction(handle -> {
      handle
          .createUpdate(
              "update release set licence = :licence where edition = :edition and release ="
                  + " :release")
          .bind("licence", licence.code())
          .bind("edition", edition)
          .bind("release", release)
          .execute();
      publish(handle, edition, release, action, now);
    });
  }

  private static void publish(
      Handle handle, String edition, String release, String action, Instant now) {
    handle
        .createUpdate(
            """
            insert into publication (edition, release, published_at)
            values (:edition, :release, :now)
            on conflict (edition) do update set release = :release, published_at = :now
            """)
        .bind("edition", edition)
        .bind("release", release)
        .bind("now", now)
        .execute();
    handle
        .createUpdate(
            """
            insert into publication_log (edition, release, action, at)
            values (:edition, :release, :action, :now)
            """)
        .bind("edition", edition)
        .bind("release", release)
        .bind("action", action)
        .bind("now", now)
        .execute();
    handle
        .createQuery("select pg_notify(:channel, :edition)::text")
        .bind("channel", CHANNEL)
        .bind("edition", edition)
        .mapTo(String.class)
        .one();
  }

  /** Tells running services that a release is about to be published: they may read it already. */
  void announce(String file) {
    jdbi.useHandle(handle ->
        handle
            .createQuery("select pg_notify(:channel, :file)::text")
            .bind("channel", COMING)
            .bind("file", file)
            .mapTo(String.class)
            .one());
  }

  /**
   * Runs a task while no other change of the edition can run, on this machine or another.
   *
   * @return false if another one is under way, the task then not being run
   */
  boolean exclusively(String edition, Runnable task) {
    return jdbi.withHandle(handle -> {
      boolean locked =
          handle
              .createQuery("select pg_try_advisory_lock(hashtext(:edition))")
              .bind("edition", "import " + edition)
              .mapTo(Boolean.class)
              .one();
      if (!locked) {
        return false;
      }
      try {
        task.run();
        return true;
      } finally {
        handle
            .createQuery("select pg_advisory_unlock(hashtext(:edition))")
            .bind("edition", "import " + edition)
            .mapTo(Boolean.class)
            .one();
      }
    });
  }
}
