package fr.passerelle.catalog.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The rows of raw deliveries that were sealed. */
final class SealedStore {
  private final Jdbi jdbi;

  SealedStore(DataSource dataSource) {
    jdbi = Jdbi.create(dataSource);
  }

  void add(SealedSupplies.Sealed sealed) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into figures_sealed (name, fiche, supplier, received_at)
                values (:name, :fiche, :supplier, :receivedAt)
                """)
            .bindMethods(sealed)
            .execute());
  }

  Optional<SealedSupplies.Sealed> find(String name) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select * from figures_sealed where name = :name")
            .bind("name", name)
            .map((row, context) -> read(row))
            .findOne());
  }

  /** All of them, the first received first. */
  List<SealedSupplies.Sealed> list() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select * from figures_sealed order by received_at, name")
            .map((row, context) -> read(row))
            .list());
  }

  void treated(String name, @Nullable String receipt, @Nullable String refusal, Instant at) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update figures_sealed set receipt = :receipt, refusal = :refusal, treated_at = :at
                where name = :name
                """)
            .bind("receipt", receipt)
            .bind("refusal", refusal)
            .bind("at", at)
            .bind("name", name)
            .execute());
  }

  private static SealedSupplies.Sealed read(ResultSet row) throws SQLException {
    return new SealedSupplies.Sealed(
        row.getString("name"),
        row.getString("fiche"),
        row.getString("supplier"),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString("receipt")),
        Optional.ofNullable(row.getString("refusal")).stream()
            .flatMap(String::lines)
            // The header of the report.
            .skip(1)
            .toList(),
        Optional.ofNullable(row.getObject("treated_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
