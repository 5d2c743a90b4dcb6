package fr.passerelle.catalog.producer;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of producers: each change is a row, the last of a code is what it is now. */
public final class ProducerStore {
  /** Channel of NOTIFY by which running services learn of a change. */
  public static final String CHANNEL = "passerelle_producers";

  private final Jdbi jdbi;

  public ProducerStore(DataSource dataSource) {
    jdbi = Jdbi.create(dataSource);
  }

  /** All producers as they are now, in the order of their codes. */
  public List<Producer> list() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select distinct on (code) body::text from producer_event order by code, seq desc")
            .mapTo(String.class)
            .map(ProducerForm::parse)
            .list());
  }

  /**
   * Keeps producers, in one transaction.
   *
   * @param author who says so
   * @param means how, for the audit trail
   */
  public void put(Collection<Producer> producers, String author, String means, Instant now) {
    if (producers.isEmpty()) {
      return;
    }
    jdbi.useTransaction(handle -> {
      PreparedBatch batch =
          handle.prepareBatch(
              """
              insert into producer_event (code, at, author, means, body)
              values (:code, :at, :author, :means, :body::jsonb)
              """);
      for (Producer each : producers) {
        batch
            .bind("code", each.code())
            .bind("at", now)
            .bind("author", author)
            .bind("means", means)
            .bind("body", ProducerForm.json(each))
            .add();
      }
      batch.execute();
      handle
          .createQuery("select pg_notify(:channel, '')::text")
          .bind("channel", CHANNEL)
          .mapTo(String.class)
          .one();
    });
  }
}
