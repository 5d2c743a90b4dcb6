package fr.passerelle.vocab.release;

import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The rows behind deliveries whose changes wait until they are settled. */
final class DeliveryStore {
  private final Jdbi jdbi;

  DeliveryStore(DataSource dataSource) {
    jdbi = Jdbi.create(dataSource);
    jdbi.registerRowMapper(ConstructorMapper.factory(StoredDelivery.class));
  }

  /** Deliveries kept, the newest first: by the date of their producer, then by arrival. */
  List<StoredDelivery> list(String edition) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select * from delivery where edition = :edition
                order by issued desc, arrived_at desc
                """)
            .bind("edition", edition)
            .mapTo(StoredDelivery.class)
            .list());
  }

  /** Keeps a delivery. */
  void add(StoredDelivery delivery) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into delivery (edition, issued, source_sha256, source_name, file, arrived_at)
                values (:edition, :issued, :sourceSha256, :sourceName, :file, :arrivedAt)
                """)
            .bindMethods(delivery)
            .execute());
  }

  /** Forgets a delivery. */
  void delete(StoredDelivery delivery) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                delete from delivery
                where edition = :edition and issued = :issued and source_sha256 = :sourceSha256
                """)
            .bindMethods(delivery)
            .execute());
  }
}
