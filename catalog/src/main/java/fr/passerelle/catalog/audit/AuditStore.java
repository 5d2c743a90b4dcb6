package fr.passerelle.catalog.audit;

import fr.passerelle.catalog.study.journal.Signature;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The rows of the audit trail: added and read, never changed; the table itself refuses it. */
final class AuditStore {
  private final Jdbi jdbi;

  AuditStore(DataSource dataSource) {
    jdbi = Jdbi.create(dataSource);
  }

  /** Adds an entry; its number is given here. */
  void add(AuditEntry entry) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into audit_entry (at, author, means, action, subject, outcome, rule)
                values (:at, :author, :means, :action, :subject, :outcome, :rule)
                """)
            .bind("at", entry.at())
            .bind("author", entry.by().author())
            .bind("means", entry.by().means())
            .bind("action", entry.action().id())
            .bind("subject", entry.subject())
            .bind("outcome", entry.outcome().id())
            .bind("rule", entry.rule())
            .execute());
  }

  List<AuditEntry> list(long before, int limit, Optional<AuditAction> action) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select * from audit_entry
                where seq < :before and (:action = '' or action = :action)
                order by seq desc limit :limit
                """)
            .bind("before", before)
            .bind("limit", limit)
            .bind("action", action.map(AuditAction::id).orElse(""))
            .map(AuditStore::entry)
            .list());
  }

  /** Deletes what is older than the table itself keeps. */
  int forget() {
    return jdbi.withHandle(
        handle -> handle.execute("delete from audit_entry where at < now() - interval '1 year'"));
  }

  private static AuditEntry entry(ResultSet row, StatementContext context) throws SQLException {
    return new AuditEntry(
        row.getLong("seq"),
        row.getTimestamp("at").toInstant(),
        new Signature(row.getString("author"), row.getString("means")),
        AuditAction.find(row.getString("action")).orElseThrow(),
        row.getString("subject"),
        AuditEntry.Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
        row.getString("rule"));
  }
}
