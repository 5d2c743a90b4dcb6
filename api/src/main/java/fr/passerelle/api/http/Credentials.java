package fr.passerelle.api.http;

import fr.passerelle.catalog.key.Credential;
import fr.passerelle.catalog.key.Keys;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What the {@code Authorization} of a request proves: a key of this installation, or a token. */
@Singleton
public final class Credentials {
  private static final String SCHEME = "bearer ";

  private final Keys keys;
  private final OperatorTokens tokens;

  Credentials(Keys keys, OperatorTokens tokens) {
    this.keys = keys;
    this.tokens = tokens;
  }

  /**
   * What is valid of it; empty where it is nothing, or no more.
   *
   * @param sent value of the header
   * @throws ProblemException UNAVAILABLE where nobody can tell now
   */
  public Optional<Credential> find(String sent) {
    if (!sent.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    String token = sent.substring(SCHEME.length()).strip();
    return keys.find(token).<Credential>map(key -> key).or(() -> tokens.find(token));
  }
}
