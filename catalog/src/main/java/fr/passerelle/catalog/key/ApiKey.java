package fr.passerelle.catalog.key;

import fr.passerelle.catalog.study.journal.Signature;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A key as it is kept: all but the key itself.
 *
 * @param id by which it is named in lists, in the audit trail and for its revocation; no secret
 * @param scopes what it allows
 * @param author word of URIs under which its holder publishes, e.g. {@code carif-oref-bretagne}
 * @param name name of its holder
 * @param producer code of the producer whose studies it deposits; empty for none
 * @param perMinute how many requests a minute it has; 0 for as many as every key
 * @param createdAt when it was made
 * @param revokedAt when it was revoked; empty while it is valid
 */
public record ApiKey(
    String id,
    Set<Scope> scopes,
    String author,
    String name,
    String producer,
    int perMinute,
    Instant createdAt,
    Optional<Instant> revokedAt)
    implements Credential {

  public ApiKey {
    scopes = Set.copyOf(scopes);
  }

  /** Signature of what is written with it. */
  @Override
  public Signature signature() {
    String holder = allows(Scope.OPERATOR) ? "operator" : producer.isEmpty() ? author : producer;
    return new Signature(holder, "key " + id);
  }
}
