package fr.passerelle.catalog.delivery;

import fr.passerelle.catalog.observation.Method;
import fr.passerelle.vocab.Licence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The rows of deliveries. */
final class DeliveryStore {
  /** Channel of NOTIFY by which running services learn of a delivery. */
  static final String CHANNEL = "passerelle_figures";

  private static final String COMMA = ",";
  private static final String LINE = "\n";

  private final Jdbi jdbi;

  DeliveryStore(DataSource dataSource) {
    jdbi = Jdbi.create(dataSource);
  }

  /** All of them, in the order in which they were accepted. */
  List<Delivery> list() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select * from figures_delivery order by number")
            .map((row, context) -> read(row))
            .list());
  }

  void add(Delivery delivery) {
    jdbi.useTransaction(handle -> {
      handle
          .createUpdate(
              """
              insert into figures_delivery (receipt, series, format, source, source_sha256,
                supplier, vintage, period, issued, licence, licensed_at, licence_at, opens,
                indicators, observations, remarks, accepted_at, method)
              values (:receipt, :series, :format, :source, :sourceSha256, :supplier, :vintage,
                :period, :issued, :licence, :licensedAt, :licensedAt, :opens, :indicators,
                :observations, :remarks, :acceptedAt, :method)
              """)
          .bindMethods(delivery)
          .bind("issued", delivery.issued().orElse(null))
          .bind("licence", delivery.licence().map(Licence::code).orElse(null))
          .bind("licensedAt", delivery.licensed().map(Delivery.Licensing::first).orElse(null))
          .bind("opens", delivery.opens().orElse(null))
          .bind("indicators", String.join(COMMA, delivery.indicators()))
          .bind("method", delivery.method().toString())
          .bind("remarks", String.join(LINE, delivery.remarks()))
          .execute();
      tell(handle);
    });
  }

  void declareLicence(String receipt, Licence licence, Instant at) {
    jdbi.useTransaction(handle -> {
      handle
          .createUpdate(
              """
              update figures_delivery set licence = :licence, licence_at = :at,
                licensed_at = coalesce(licensed_at, :at)
              where receipt = :receipt
              """)
          .bind("licence", licence.code())
          .bind("at", at)
          .bind("receipt", receipt)
          .execute();
      tell(handle);
    });
  }

  void refuse(String fiche, String supplier, String source, String sha, String report, Instant at) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into figures_refusal (fiche, supplier, source, source_sha256, report, at)
                values (:fiche, :supplier, :source, :sha, :report, :at)
                """)
            .bind("fiche", fiche)
            .bind("supplier", supplier)
            .bind("source", source)
            .bind("sha", sha)
            .bind("report", report)
            .bind("at", at)
            .execute());
  }

  /** Whether it was there to be taken back. */
  boolean withdraw(String receipt, String reason, Instant at) {
    return jdbi.inTransaction(handle -> {
      int rows =
          handle
              .createUpdate(
                  """
                  update figures_delivery set withdrawn_at = :at, withdrawal = :reason
                  where receipt = :receipt and withdrawn_at is null
                  """)
              .bind("at", at)
              .bind("reason", reason)
              .bind("receipt", receipt)
              .execute();
      tell(handle);
      return rows > 0;
    });
  }

  /** Tells running services that there is something to read again. */
  static void tell(Handle handle) {
    handle
        .createQuery("select pg_notify(:channel, '')::text")
        .bind("channel", CHANNEL)
        .mapTo(String.class)
        .one();
  }

  private static Delivery read(ResultSet row) throws SQLException {
    return new Delivery(
        row.getString("receipt"),
        row.getString("series"),
        row.getString("format"),
        row.getString("source"),
        row.getString("source_sha256"),
        row.getString("supplier"),
        row.getInt("vintage"),
        row.getString("period"),
        Optional.ofNullable(row.getObject("issued", LocalDate.class)),
        Optional.ofNullable(row.getString("licence")).flatMap(Licence::find),
        licensing(row),
        Optional.ofNullable(row.getObject("opens", LocalDate.class)),
        split(row.getString("indicators"), COMMA),
        row.getInt("observations"),
        split(row.getString("remarks"), LINE),
        instant(row.getObject("accepted_at", OffsetDateTime.class)),
        withdrawal(row),
        Method.parse(row.getString("method")));
  }

  private static Optional<Delivery.Licensing> licensing(ResultSet row) throws SQLException {
    @Nullable OffsetDateTime first = row.getObject("licensed_at", OffsetDateTime.class);
    @Nullable OffsetDateTime last = row.getObject("licence_at", OffsetDateTime.class);
    return first == null || last == null
        ? Optional.empty()
        : Optional.of(new Delivery.Licensing(instant(first), instant(last)));
  }

  private static Optional<Delivery.Withdrawal> withdrawal(ResultSet row) throws SQLException {
    @Nullable OffsetDateTime at = row.getObject("withdrawn_at", OffsetDateTime.class);
    return at == null
        ? Optional.empty()
        : Optional.of(new Delivery.Withdrawal(instant(at), row.getString("withdrawal")));
  }

  private static Instant instant(OffsetDateTime at) {
    return at.withOffsetSameInstant(ZoneOffset.UTC).toInstant();
  }

  private static List<String> split(String text, String mark) {
    return text.isEmpty() ? List.of() : List.of(text.split(mark, -1));
  }
}
