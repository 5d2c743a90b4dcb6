package fr.passerelle.api.http;

import fr.passerelle.catalog.key.ApiKey;
import fr.passerelle.catalog.key.Keys;
import fr.passerelle.catalog.key.Scope;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The key that a request carries, as a bearer token (RFC 6750): in {@code Authorization}, never in
 * the address, which ends up in logs.
 */
@Singleton
public final class Bearer {
  private static final String SCHEME = "bearer ";
  private static final String REALM = "Bearer realm=\"passerelle\"";

  private final Keys keys;

  Bearer(Keys keys) {
    this.keys = keys;
  }

  /**
   * The valid key of the request, if it bears any.
   *
   * @throws ProblemException UNAUTHENTICATED where it bears something else
   */
  public Optional<ApiKey> find(HttpRequest<?> request) {
    List<String> headers = request.getHeaders().getAll("Authorization");
    return headers.isEmpty() ? Optional.empty() : Optional.of(known(headers));
  }

  /**
   * The valid key of the request.
   *
   * @throws ProblemException UNAUTHENTICATED without a valid key, FORBIDDEN where the key does not
   *     allow that
   */
  public ApiKey require(HttpRequest<?> request, Scope scope) {
    List<String> headers = request.getHeaders().getAll("Authorization");
    if (headers.isEmpty()) {
      throw refused(
          ProblemType.UNAUTHENTICATED,
          "Il faut ici une clé : Authorization: Bearer ... ; l'exploitant du service en donne.",
          REALM);
    }
    ApiKey key = known(headers);
    if (!key.allows(scope)) {
      throw refused(
          ProblemType.FORBIDDEN,
          "Cette clé ne permet pas cela : il y faut le droit « " + scope.id() + " ».",
          REALM + ", error=\"insufficient_scope\", scope=\"" + scope.id() + "\"");
    }
    return key;
  }

  private ApiKey known(List<String> headers) {
    return Optional.of(headers.getFirst())
        .filter(header -> headers.size() == 1)
        .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .flatMap(header -> keys.find(header.substring(SCHEME.length()).strip()))
        .orElseThrow(() ->
            refused(
                ProblemType.UNAUTHENTICATED,
                "Cette clé n'est pas connue, ou elle est révoquée ; en demander une autre à"
                    + " l'exploitant du service.",
                REALM + ", error=\"invalid_token\""));
  }

  private static ProblemException refused(ProblemType type, String detail, String challenge) {
    return new ProblemException(type, detail, List.of(), Map.of("WWW-Authenticate", challenge));
  }
}
