package fr.passerelle.catalog.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as its holder sends it: {@code psr_}, its identifier, {@code _}, 256 random bits in
 * base64url. The prefix lets scanners of published code know a key that leaked.
 *
 * @param id identifier, by which its row is found
 * @param secret the random part
 */
record KeyText(String id, String secret) {
  private static final int SECRET_BYTES = 32;
  private static final int ID_BYTES = 5;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern FORM = Pattern.compile("psr_([0-9a-f]{10})_([A-Za-z0-9_-]{43})");

  static KeyText random() {
    return new KeyText(
        HexFormat.of().formatHex(bytes(ID_BYTES)),
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET_BYTES)));
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** What was sent, if it has the form of a key. */
  static Optional<KeyText> parse(String sent) {
    Matcher matcher = FORM.matcher(sent);
    return matcher.matches()
        ? Optional.of(new KeyText(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /**
   * SHA-256 of the random part, lower-case hexadecimal. A slow hash protects what people choose,
   * which can be guessed; 256 random bits cannot, and a slow one would make each request costly to
   * us.
   */
  String hash() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** What its holder is to send. */
  String sent() {
    return "psr_" + id + "_" + secret;
  }

  @Override
  public String toString() {
    return "KeyText[" + id + "]";
  }
}
