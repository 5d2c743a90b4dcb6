package fr.passerelle.catalog.secrecy.protecting;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import fr.passerelle.catalog.secrecy.SmallCounts;
import fr.passerelle.vocab.RefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of what only {@code ./passerelle protect} may read: the private key that opens what
 * was sealed, the secret by which small counts are drawn, and what families were protected by. It
 * lies outside the data folder and is readable by its owner alone.
 */
public final class KeyFolder {
  private static final String PRIVATE = "private.key";
  private static final String SECRET = "secret";
  private static final String TERRITORIES = "territories";
  private static final String FAMILIES = "families";
  private static final int SECRET_BYTES = 32;

  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private final Path root;

  private KeyFolder(Path root) {
    this.root = root;
  }

  /**
   * Makes the keys.
   *
   * @param folder not there yet, or empty
   * @param data the data folder of the service, which may not be there yet
   * @return the public key, to be given to the service
   * @throws RefusedException if there are keys already, or the folder is no place for them
   */
  public static String make(Path folder, Path data) throws IOException {
    check(folder, data);
    Files.createDirectories(folder.toAbsolutePath().getParent());
    try {
      Files.createDirectory(folder, mode("rwx------"));
    } catch (FileAlreadyExistsException e) {
      empty(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
    Files.createDirectory(folder.resolve(FAMILIES), mode("rwx------"));
    KeyPair keys = keys();
    String publicKey = text(keys.getPublic().getEncoded());
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    write(folder.resolve(SECRET), HexFormat.of().formatHex(secret) + "\n");
    write(
        folder.resolve(PRIVATE),
        "# public key: " + publicKey + "\n" + text(keys.getPrivate().getEncoded()) + "\n");
    return publicKey;
  }

  private static KeyPair keys() {
    try {
      return new X25519KeyPairGenerator().generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK lacks X25519", e);
    }
  }

  private static void empty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw refused("folder", "ce n'est pas un dossier : en nommer un autre");
    }
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw refused(
            "folder",
            "le dossier n'est pas vide : des clés faites ne sont jamais remplacées, car ce qui a"
                + " été scellé ou tiré avec elles serait perdu ; en nommer un autre");
      }
    }
  }

  /**
   * Opens a folder of keys.
   *
   * @throws RefusedException if it is none, or others than its owner may read it
   */
  public static KeyFolder open(Path folder, Path data) throws IOException {
    check(folder, data);
    if (!Files.isDirectory(folder)) {
      throw refused("folder", "dossier introuvable ; « passerelle protect keys » le fait");
    }
    Path root = folder.toRealPath();
    for (Path each :
        List.of(root, root.resolve(PRIVATE), root.resolve(SECRET), root.resolve(FAMILIES))) {
      closed(each);
    }
    return new KeyFolder(root);
  }

  private static void closed(Path path) throws IOException {
    String name = String.valueOf(path.getFileName());
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw refused(name, "absent du dossier de clés");
    }
    PosixFileAttributes attributes =
        Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (attributes.isSymbolicLink()) {
      throw refused(name, "un lien symbolique : y mettre le fichier même");
    }
    if (!OWNER_ONLY.containsAll(attributes.permissions())) {
      throw refused(
          name,
          "lisible par d'autres que son propriétaire (%s) : chmod go= sur le dossier et ce qu'il contient"
              .formatted(PosixFilePermissions.toString(attributes.permissions())));
    }
  }

  /** Neither folder may be in the other, by whatever name. */
  private static void check(Path folder, Path data) throws IOException {
    if (Files.isSymbolicLink(folder)) {
      throw refused("folder", "un lien symbolique : nommer le dossier même");
    }
    Path keys = real(folder);
    Path served = real(data);
    if (keys.startsWith(served) || served.startsWith(keys)) {
      throw refused(
          "folder",
          "le dossier de clés et le dossier de données sont l'un dans l'autre : les séparer, le"
              + " service qui répond ne doit pas pouvoir lire les clés");
    }
    if (!Files.getFileStore(existing(folder)).supportsFileAttributeView("posix")) {
      throw refused("folder", "système de fichiers sans droits POSIX : en choisir un autre");
    }
  }

  private static Path real(Path path) throws IOException {
    Path absolute = path.toAbsolutePath().normalize();
    Path there = existing(absolute);
    return there.toRealPath().resolve(there.relativize(absolute)).normalize();
  }

  /** The path, or the nearest folder above it that is there. */
  private static Path existing(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    for (@Nullable Path there = absolute; there != null; there = there.getParent()) {
      if (Files.exists(there)) {
        return there;
      }
    }
    throw new IllegalStateException("no root of " + absolute);
  }

  private static RefusedException refused(String what, String message) {
    return RefusedException.of("dossier de clés", what, message);
  }

  /** The protection of small counts by the secret of this folder. */
  SmallCounts smallCounts(int threshold) throws IOException {
    try {
      return new SmallCounts(
          threshold, HexFormat.of().parseHex(Files.readString(root.resolve(SECRET)).strip()));
    } catch (IllegalArgumentException e) {
      // Without its cause, which may repeat what it read.
      throw refused(SECRET, "abîmé : reprendre la copie qui en a été gardée");
    }
  }

  /**
   * The text of a sealed file. It is authenticated chunk by chunk: whoever reads it is to do
   * nothing with it before its end.
   *
   * @throws RefusedException if it was sealed with another key, or is no sealed file
   */
  ReadableByteChannel unseal(Path sealed) throws IOException {
    FileChannel file = FileChannel.open(sealed, StandardOpenOption.READ);
    try {
      return new StandardDecryptingChannelFactory()
          .newDecryptingChannel(
              file,
              List.of(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity())));
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      file.close();
      // Without its cause, for the same reason.
      throw RefusedException.of(
          String.valueOf(sealed.getFileName()),
          "sealed",
          "scellé avec une autre clé que celle de ce dossier, ou abîmé : le redemander au"
              + " fournisseur");
    }
  }

  private String identity() throws IOException {
    return Files.readAllLines(root.resolve(PRIVATE)).stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .findFirst()
        .orElseThrow(() -> refused(PRIVATE, "vide : reprendre la copie qui en a été gardée"));
  }

  /**
   * Remembers the territories that figures are protected over. Who serves figures could have the
   * same ones drawn again and again over made-up territories, until what is hidden shows: a change
   * is one that the operator knows of.
   *
   * @param hash what their content is known by
   * @param changed whether the operator says that they changed
   * @throws RefusedException if they are not those of before
   */
  public void admit(String hash, boolean changed) throws IOException {
    Path known = root.resolve(TERRITORIES);
    if (Files.exists(known)) {
      if (Files.readString(known).strip().equals(hash)) {
        return;
      }
      if (!changed) {
        throw refused(
            TERRITORIES,
            "les territoires du dossier de données ne sont plus ceux de la dernière fois ; s'ils"
                + " ont été importés depuis, le dire par --changed-territories ; sinon chercher"
                + " pourquoi avant de rien protéger");
      }
      Files.delete(known);
    }
    write(known, hash + "\n");
  }

  /** What a family was protected by, so far. */
  Path family(String name) {
    return root.resolve(FAMILIES).resolve(name + ".yaml");
  }

  /** Writes a file that its owner alone may read. */
  static void write(Path file, String text) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            mode("rw-------"))) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(/* metaData= */ true);
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> mode(String mode) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
  }

  private static String text(byte[] encoded) {
    return new String(encoded, StandardCharsets.US_ASCII);
  }

  /** Says nothing of what it holds. */
  @Override
  public String toString() {
    return "keys";
  }
}
