package fr.passerelle.catalog.key;

/**
 * A key just made, the only time that its secret is known here.
 *
 * @param key what is kept of it
 * @param secret what its holder sends; to be shown once and never written
 */
public record NewKey(ApiKey key, String secret) {

  /** Without the secret: a record that is logged by mistake tells nothing. */
  @Override
  public String toString() {
    return "NewKey[" + key.id() + "]";
  }
}
