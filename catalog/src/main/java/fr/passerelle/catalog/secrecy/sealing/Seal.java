package fr.passerelle.catalog.secrecy.sealing;

import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import fr.passerelle.vocab.RefusedException;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The public key with which raw figures are sealed. Who seals cannot open: an ephemeral X25519 key
 * is made for each file and forgotten, the payload is encrypted by ChaCha20-Poly1305 in chunks of
 * 64 KiB, numbered and the last one marked, so that one that is altered, missing or moved is told
 * (age format, version 1, <a href="https://github.com/C2SP/C2SP/blob/main/age.md">C2SP</a>).
 */
public final class Seal {
  /** Name of the file, in the data folder, that holds the public key. */
  public static final String FILE = "seal-key.txt";

  private static final Pattern FORM = Pattern.compile("age1[02-9ac-hj-np-z]{58}");

  private final String publicKey;

  private Seal(String publicKey) {
    this.publicKey = publicKey;
  }

  /**
   * The seal of a public key, as {@code ./passerelle protect keys} prints it.
   *
   * @throws RefusedException if it is none; a private key given in its place is not repeated
   */
  public static Seal of(String publicKey) {
    String text = publicKey.strip();
    try {
      if (FORM.matcher(text).matches()) {
        X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(text);
        return new Seal(text);
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // Told below, as any other text that is no key.
    }
    throw RefusedException.of(
        "clé publique",
        "public-key",
        "pas une clé publique de scellement (age1...) ; « passerelle protect keys » en montre une."
            + " La clé privée ne se donne jamais au service");
  }

  /**
   * Seals what is written. Only closing the channel ends the sealed text: one that is not closed is
   * known as half sent, so it is not to be closed after a failure.
   */
  WritableByteChannel seal(WritableByteChannel to) throws IOException {
    try {
      return new StandardEncryptingChannelFactory()
          .newEncryptingChannel(
              to, List.of(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(publicKey)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK lacks X25519 or ChaCha20-Poly1305", e);
    }
  }

  /** The public key, which is no secret. */
  @Override
  public String toString() {
    return publicKey;
  }
}
