package fr.passerelle.catalog.profile;

import fr.passerelle.catalog.key.Scope;
import java.net.URI;
import java.util.Map;

/**
 * The identity provider whose tokens are admitted where the key of an operator is (OpenID Connect).
 *
 * @param issuer its name, claim {@code iss}
 * @param audience name of this installation there, claim {@code aud}
 * @param keys address of its public keys (JWKS)
 * @param claim where a token tells the roles of its bearer, steps separated by dots: {@code
 *     realm_access.roles}
 * @param scopes what each role allows
 */
public record OperatorIssuer(
    String issuer, String audience, URI keys, String claim, Map<String, Scope> scopes) {
  public OperatorIssuer {
    scopes = Map.copyOf(scopes);
  }
}
