package fr.passerelle.catalog.key;

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
 * @param createdAt when it was made
 * @param revokedAt when it was revoked; empty while it is valid
 */
public record ApiKey(
    String id,
    Set<Scope> scopes,
    String author,
    String name,
    String producer,
    Instant createdAt,
    Optional<Instant> revokedAt) {

  public ApiKey {
    scopes = Set.copyOf(scopes);
  }

  /** Whether it allows that. */
  public boolean allows(Scope scope) {
    return scopes.contains(scope);
  }
}
