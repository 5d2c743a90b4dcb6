package fr.passerelle.catalog.key;

import fr.passerelle.catalog.study.journal.Signature;
import java.util.Set;

/**
 * What someone shows to do more than read: a key of this installation, or the token of an operator.
 */
public sealed interface Credential permits ApiKey, OperatorToken {
  /** What it allows. */
  Set<Scope> scopes();

  /** How many requests a minute it has; 0 for as many as every key. */
  int perMinute();

  /** Signature of what is written with it; no secret. */
  Signature signature();

  /** Whether it allows that. */
  default boolean allows(Scope scope) {
    return scopes().contains(scope);
  }
}
