package fr.passerelle.catalog.secrecy.sealing;

import fr.passerelle.vocab.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The order of a delivery under its seal, before the raw file: a line with its length in bytes,
 * then its text. Beside the sealed file it could be exchanged later for one that asks for less
 * protection, by whoever has the folder of the service; under the seal nobody can.
 */
public final class SealedOrder {
  private static final String MAGIC = "passerelle-order ";

  /** In bytes. */
  private static final int LONGEST = 1 << 20;

  private static final int LONGEST_LINE = 32;

  private SealedOrder() {}

  /** What comes before the raw file. */
  static byte[] before(TableOrder order) {
    byte[] text = TableOrderFile.write(order).getBytes(StandardCharsets.UTF_8);
    byte[] line = (MAGIC + text.length + "\n").getBytes(StandardCharsets.US_ASCII);
    if (text.length > LONGEST) {
      throw RefusedException.of(
          order.head().family().name(), "order", "trop de modalités : partager la table");
    }
    return ByteBuffer.allocate(line.length + text.length).put(line).put(text).array();
  }

  /**
   * Reads the order; what follows in the stream is the raw file.
   *
   * @param name of the delivery, for messages
   * @throws RefusedException if it begins with none
   */
  public static TableOrder read(String name, InputStream unsealed) throws IOException {
    int length = length(unsealed).orElseThrow(() -> none(name));
    byte[] text = unsealed.readNBytes(length);
    if (text.length < length) {
      throw none(name);
    }
    try {
      return TableOrderFile.read(new String(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw none(name);
    }
  }

  private static Optional<Integer> length(InputStream unsealed) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = unsealed.read(); c >= 0 && c != '\n'; c = unsealed.read()) {
      if (line.append((char) c).length() > LONGEST_LINE) {
        return Optional.empty();
      }
    }
    return line.toString().matches(MAGIC + "\\d{1,7}")
        ? Optional.of(Integer.parseInt(line.substring(MAGIC.length())))
        : Optional.empty();
  }

  private static RefusedException none(String name) {
    return RefusedException.of(
        name,
        "order",
        "scellé sans ordre lisible : le service est à mettre à jour, puis redéposer");
  }
}
