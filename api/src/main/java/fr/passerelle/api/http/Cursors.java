package fr.passerelle.api.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Paging cursors of all channels: opaque and signed, each good for the list it came from only.
 *
 * <p>A cursor holds the key of the last item seen and not a position, so that a release published
 * between two pages neither skips nor repeats what both states have.
 */
public final class Cursors {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SIGNATURE = 12;
  private static final int LONGEST = 1_000;

  private final SecretKeySpec key;

  /**
   * @param key at least 32 random bytes
   */
  public Cursors(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * A cursor after that item.
   *
   * @param list what identifies the list: address and filters
   */
  public String sign(String list, String last) {
    byte[] payload = last.getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(signature(list, payload), SIGNATURE + payload.length);
    System.arraycopy(payload, 0, all, SIGNATURE, payload.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /**
   * The item after which the page begins.
   *
   * @throws ProblemException if this service did not make the cursor for that list
   */
  public String open(String list, String cursor) {
    return find(list, cursor)
        .orElseThrow(
            () -> refused("cursor", "next rendu par la page précédente, avec les mêmes filtres"));
  }

  /** The same for a list that names its cursor otherwise. */
  public String open(String list, String cursor, String parameter, String rule) {
    return find(list, cursor).orElseThrow(() -> refused(parameter, rule));
  }

  /** Refusal of a cursor that opens and yet is no place in the list. */
  public static ProblemException refused(String parameter, String rule) {
    return new ProblemException(
        ProblemType.BAD_CURSOR,
        "%s : ce curseur ne vient pas d'une page de cette liste ; %s".formatted(parameter, rule),
        new Problem.Detail(parameter, rule));
  }

  private Optional<String> find(String list, String cursor) {
    byte[] all = cursor.length() > LONGEST ? new byte[0] : decode(cursor);
    if (all.length > SIGNATURE) {
      byte[] payload = Arrays.copyOfRange(all, SIGNATURE, all.length);
      byte[] given = Arrays.copyOf(all, SIGNATURE);
      if (MessageDigest.isEqual(given, Arrays.copyOf(signature(list, payload), SIGNATURE))) {
        return Optional.of(new String(payload, StandardCharsets.UTF_8));
      }
    }
    return Optional.empty();
  }

  private static byte[] decode(String cursor) {
    try {
      return Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private byte[] signature(String list, byte[] payload) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(list.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(payload);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
