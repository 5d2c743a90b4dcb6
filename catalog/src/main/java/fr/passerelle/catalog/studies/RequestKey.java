package fr.passerelle.catalog.studies;

/**
 * What a client names a request by, so that sending it twice does it once (Idempotency-Key).
 *
 * @param sender whose request it is: two senders may use one word
 * @param key the word
 * @param sha256 hash of what was sent
 */
public record RequestKey(String sender, String key, String sha256) {}
