package fr.passerelle.api.http;

import fr.passerelle.catalog.key.ApiKey;
import fr.passerelle.catalog.key.Credential;
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
  private static final String REALM = "Bearer realm=\"passerelle\"";

  private final Credentials credentials;

  Bearer(Credentials credentials) {
    this.credentials = credentials;
  }

  /**
   * The valid key or token of the request, if it bears any.
   *
   * @throws ProblemException UNAUTHENTICATED where it bears something else
   */
  public Optional<Credential> find(HttpRequest<?> request) {
    List<String> headers = request.getHeaders().getAll("Authorization");
    return headers.isEmpty() ? Optional.empty() : Optional.of(known(headers));
  }

  /**
   * The valid key of the request. What it allows is done for the author or the producer of the key,
   * whom a token does not name.
   *
   * @throws ProblemException UNAUTHENTICATED without a valid key, FORBIDDEN where the key does not
   *     allow that
   */
  public ApiKey require(HttpRequest<?> request, Scope scope) {
    if (allowed(request, scope) instanceof ApiKey key) {
      return key;
    }
    throw insufficient(scope);
  }

  /**
   * The valid key or token of an operator.
   *
   * @throws ProblemException as {@link #require}
   */
  public Credential operator(HttpRequest<?> request) {
    return allowed(request, Scope.OPERATOR);
  }

  private Credential allowed(HttpRequest<?> request, Scope scope) {
    Credential credential =
        find(request)
            .orElseThrow(() ->
                refused(
                    ProblemType.UNAUTHENTICATED,
                    "Il faut ici une clé : Authorization: Bearer ... ; l'exploitant du service en"
                        + " donne.",
                    REALM));
    if (!credential.allows(scope)) {
      throw insufficient(scope);
    }
    return credential;
  }

  private static ProblemException insufficient(Scope scope) {
    return refused(
        ProblemType.FORBIDDEN,
        "Cette clé ne permet pas cela : il y faut le droit « " + scope.id() + " ».",
        REALM + ", error=\"insufficient_scope\", scope=\"" + scope.id() + "\"");
  }

  private Credential known(List<String> headers) {
    return Optional.of(headers.getFirst())
        .filter(header -> headers.size() == 1)
        .flatMap(credentials::find)
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
