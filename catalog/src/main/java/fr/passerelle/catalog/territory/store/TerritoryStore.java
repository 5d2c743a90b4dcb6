package fr.passerelle.catalog.territory.store;

import fr.passerelle.vocab.Licence;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The rows behind territories: which parts there are, which are used. */
final class TerritoryStore {
  /** Channel of NOTIFY by which running services learn of a switch. */
  static final String CHANNEL = "passerelle_territories";

  private final Jdbi jdbi;

  TerritoryStore(DataSource dataSource) {
    jdbi = Jdbi.create(dataSource);
    jdbi.registerRowMapper(ConstructorMapper.factory(StoredPart.class));
    jdbi.registerColumnMapper(
        new GenericType<Optional<Licence>>() {},
        (row, column, context) ->
            Optional.ofNullable(row.getString(column)).flatMap(Licence::find));
  }

  /** The part in use of each edition, with or without licence. */
  List<StoredPart> listPublished() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select part.* from territory_part part
                join territory_publication using (file)
                order by part.edition
                """)
            .mapTo(StoredPart.class)
            .list());
  }

  /** Keeps parts and makes them those in use, all in one transaction. */
  void publish(List<StoredPart> parts) {
    jdbi.useTransaction(handle -> {
      parts.forEach(part -> publish(handle, part));
      handle
          .createQuery("select pg_notify(:channel, '')::text")
          .bind("channel", CHANNEL)
          .mapTo(String.class)
          .one();
    });
  }

  private static void publish(Handle handle, StoredPart part) {
    String licence = part.licence().map(Licence::code).orElse(null);
    handle
        .createUpdate(
            """
            insert into territory_part (file, edition, release, issued, author, source,
              content_sha256, licence, imported_at)
            values (:file, :edition, :release, :issued, :author, :source,
              :contentSha256, :licence, :importedAt)
            on conflict (file) do update
              set licence = coalesce(excluded.licence, territory_part.licence)
            """)
        .bindMethods(part)
        .bind("licence", licence)
        .execute();
    handle
        .createUpdate(
            """
            insert into territory_publication (edition, file, published_at)
            values (:edition, :file, :importedAt)
            on conflict (edition) do update
              set file = excluded.file, published_at = excluded.published_at
            """)
        .bindMethods(part)
        .execute();
    handle
        .createUpdate(
            """
            insert into territory_log (edition, file, licence, at)
            values (:edition, :file, :licence, :importedAt)
            """)
        .bindMethods(part)
        .bind("licence", licence)
        .execute();
  }
}
