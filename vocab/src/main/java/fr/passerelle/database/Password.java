package fr.passerelle.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The password of the embedded PostgreSQL, drawn once and kept in a file of its owner alone.
 *
 * <p>Without it any user of the machine could reach the database through the loopback address.
 *
 * @param value the password, of characters that need no escape in a URL
 */
record Password(String value) {
  private static final int BYTES = 24;

  /** The password of the folder, drawn now if there is none. */
  static Password of(DataFolder folder) throws IOException {
    if (Files.notExists(folder.password())) {
      draw(folder.password());
    }
    return find(folder).orElseThrow();
  }

  /** The password of the folder, if one was drawn. */
  static Optional<Password> find(DataFolder folder) throws IOException {
    return Files.exists(folder.password())
        ? Optional.of(new Password(Files.readString(folder.password()).strip()))
        : Optional.empty();
  }

  private static void draw(Path file) throws IOException {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Path whole =
        Files.createTempFile(file.toAbsolutePath().getParent(), ".password", "", ownerOnly);
    Files.writeString(whole, text + "\n", StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    // All or nothing: a half-written password would lock us out of the database made with it.
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public String toString() {
    return "Password[...]";
  }
}
