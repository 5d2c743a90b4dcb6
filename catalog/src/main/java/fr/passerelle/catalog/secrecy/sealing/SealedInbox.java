package fr.passerelle.catalog.secrecy.sealing;

import fr.passerelle.vocab.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder in which raw figures wait, sealed, for {@code ./passerelle protect run}. What arrives
 * is sealed before it touches the disk; nothing of it is kept readable, not even a digest: who has
 * the digest of a small table tries all tables.
 *
 * @param folder inside the data folder or not: nobody reads there what is sealed
 */
public record SealedInbox(Path folder) {
  /** Name of the folder, in the data folder, in which they wait. */
  public static final String FOLDER = "sealed";

  /** Rule by which a delivery that is too long is refused. */
  public static final String TOO_LONG = "size";

  /** What names of sealed files end with. */
  public static final String SEALED = ".sealed";

  private static final String PART = ".part";
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,98}[a-z0-9])?");
  private static final int CHUNK = 1 << 16;

  /**
   * Seals a delivery as it is read, in constant memory, its order with it. All of it is there or
   * nothing.
   *
   * @param name of the delivery, not used before
   * @param raw what is sent; not closed here
   * @param mostBytes longer ones are refused
   * @throws RefusedException if it is too long or its name is taken
   */
  public Path deposit(Seal seal, String name, TableOrder order, InputStream raw, long mostBytes)
      throws IOException {
    Path sealed = file(name, SEALED);
    Files.createDirectories(folder);
    if (Files.exists(sealed)) {
      throw taken(name);
    }
    Path part = file(name, SEALED + PART);
    try (FileChannel file = create(part, name)) {
      write(seal.seal(file), SealedOrder.before(order), raw, mostBytes);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(part);
      throw e;
    }
    Files.move(part, sealed, StandardCopyOption.ATOMIC_MOVE);
    return sealed;
  }

  private static FileChannel create(Path part, String name) throws IOException {
    try {
      return FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw taken(name);
    }
  }

  /** The channel is closed only once all is written: closing it says that all of it is there. */
  @SuppressWarnings("resource")
  private static void write(
      WritableByteChannel sealing, byte[] order, InputStream raw, long mostBytes)
      throws IOException {
    write(sealing, ByteBuffer.wrap(order));
    byte[] chunk = new byte[CHUNK];
    long total = 0;
    for (int read = raw.read(chunk); read >= 0; read = raw.read(chunk)) {
      total += read;
      if (total > mostBytes) {
        throw RefusedException.of(
            "livraison", TOO_LONG, "fichier trop long ; le partager par période");
      }
      write(sealing, ByteBuffer.wrap(chunk, 0, read));
    }
    sealing.close();
  }

  private static void write(WritableByteChannel to, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
  }

  private static RefusedException taken(String name) {
    return RefusedException.of(name, "name", "une livraison de ce nom est déjà là");
  }

  /** Names of the deliveries that wait or were treated, in order. */
  public List<String> names() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> file.endsWith(SEALED))
          .map(file -> file.substring(0, file.length() - SEALED.length()))
          .filter(name -> NAME.matcher(name).matches())
          .sorted()
          .toList();
    }
  }

  /** The sealed file of a delivery. */
  public Path sealed(String name) {
    return file(name, SEALED);
  }

  private Path file(String name, String suffix) {
    if (!NAME.matcher(name).matches()) {
      throw RefusedException.of(
          "livraison", "name", "un nom de livraison est fait de minuscules, chiffres et tirets");
    }
    return folder.resolve(name + suffix);
  }
}
