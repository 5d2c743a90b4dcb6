package fr.passerelle.catalog.key;

import fr.passerelle.catalog.study.journal.Signature;
import java.util.Set;

/**
 * A token that the identity provider of the operator issued (OpenID Connect), found valid.
 *
 * @param subject identifier of its bearer at the provider, claim {@code sub}
 * @param scopes what it allows
 */
public record OperatorToken(String subject, Set<Scope> scopes) implements Credential {
  private static final int LONGEST_SUBJECT = 100;

  public OperatorToken {
    scopes = Set.copyOf(scopes);
  }

  @Override
  public int perMinute() {
    return 0;
  }

  @Override
  public Signature signature() {
    String plain = subject.replaceAll("[^\\p{Graph}]", "_");
    return new Signature(
        "operator", "oidc " + plain.substring(0, Math.min(plain.length(), LONGEST_SUBJECT)));
  }
}
