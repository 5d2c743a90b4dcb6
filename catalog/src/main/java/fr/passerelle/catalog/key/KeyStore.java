package fr.passerelle.catalog.key;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The rows of keys. Scopes are kept as OAuth writes them, words separated by spaces. */
final class KeyStore {
  private final Jdbi jdbi;

  KeyStore(DataSource dataSource) {
    jdbi = Jdbi.create(dataSource);
  }

  /** A key and the hash by which it is known again. */
  record Kept(ApiKey key, String hash) {}

  void add(ApiKey key, String hash) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into api_key
                  (id, sha256, scopes, author, name, producer, per_minute, created_at)
                values (:id, :hash, :scopes, :author, :name, :producer, :perMinute, :createdAt)
                """)
            .bind("id", key.id())
            .bind("hash", hash)
            .bind(
                "scopes",
                key.scopes().stream().map(Scope::id).sorted().collect(Collectors.joining(" ")))
            .bind("author", key.author())
            .bind("name", key.name())
            .bind("producer", key.producer())
            .bind("perMinute", key.perMinute())
            .bind("createdAt", key.createdAt())
            .execute());
  }

  /** All keys, revoked ones included, the oldest first. */
  List<ApiKey> list() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select * from api_key order by created_at, id")
            .map(KeyStore::kept)
            .map(Kept::key)
            .list());
  }

  Optional<Kept> find(String id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select * from api_key where id = :id")
            .bind("id", id)
            .map(KeyStore::kept)
            .findOne());
  }

  /** False if there is no such key, or it was revoked before. */
  boolean revoke(String id, Instant now) {
    return jdbi.withHandle(handle ->
        handle
            .createUpdate(
                "update api_key set revoked_at = :now where id = :id and revoked_at is null")
            .bind("now", now)
            .bind("id", id)
            .execute())
        > 0;
  }

  private static Kept kept(ResultSet row, StatementContext context) throws SQLException {
    @Nullable Timestamp revoked = row.getTimestamp("revoked_at");
    return new Kept(
        new ApiKey(
            row.getString("id"),
            scopes(row.getString("scopes")),
            row.getString("author"),
            row.getString("name"),
            row.getString("producer"),
            row.getInt("per_minute"),
            row.getTimestamp("created_at").toInstant(),
            Optional.ofNullable(revoked).map(Timestamp::toInstant)),
        row.getString("sha256"));
  }

  /** A scope that an earlier version knew allows nothing. */
  private static Set<Scope> scopes(String words) {
    return Arrays.stream(words.split(" "))
        .flatMap(word -> Scope.find(word).stream())
        .collect(Collectors.toSet());
  }
}
